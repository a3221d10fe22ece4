import { useEffect, useState } from 'react';
import { type DeviceState, stateOfFault } from './lobby-model.ts';

export type Device = {
  readonly state: DeviceState;
  readonly stream: MediaStream | null;
  readonly choices: readonly MediaDeviceInfo[];
  readonly checkAgain: () => void;
};

const CAMERA = { width: { ideal: 640 }, height: { ideal: 360 } } as const;

const ask = (kind: 'camera' | 'microphone', id: string | null): Promise<MediaStream> => {
  const exact = id === null ? {} : { deviceId: { exact: id } };
  return navigator.mediaDevices.getUserMedia(
    kind === 'camera' ? { video: { ...CAMERA, ...exact } } : { audio: exact },
  );
};

const listOf = async (kind: MediaDeviceKind): Promise<readonly MediaDeviceInfo[]> =>
  (await navigator.mediaDevices.enumerateDevices()).filter(
    (device) => device.kind === kind && device.deviceId !== '',
  );

/** Holds one device of this browser as long as it is wanted, and lets it go with the page. */
export function useDevice(kind: 'camera' | 'microphone', id: string | null, wanted: boolean): Device {
  const [state, setState] = useState<DeviceState>('starting');
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [choices, setChoices] = useState<readonly MediaDeviceInfo[]>([]);
  const [round, setRound] = useState(0);

  useEffect(() => {
    let here = true;
    let held: MediaStream | null = null;
    const letGo = (of: MediaStream | null) => of?.getTracks().forEach((track) => track.stop());
    const take = async () => {
      if (!wanted) {
        setState('off');
        return;
      }
      setState('starting');
      try {
        const fresh = await ask(kind, id);
        if (!here) {
          letGo(fresh);
          return;
        }
        held = fresh;
        setStream(fresh);
        setState('on');
        const list = await listOf(kind === 'camera' ? 'videoinput' : 'audioinput');
        if (here) setChoices(list);
      } catch (fault) {
        if (here) setState(stateOfFault(fault instanceof Error ? fault.name : ''));
      }
    };
    void take();
    return () => {
      here = false;
      letGo(held);
      setStream(null);
    };
  }, [kind, id, wanted, round]);

  return { state, stream, choices, checkAgain: () => setRound((before) => before + 1) };
}
