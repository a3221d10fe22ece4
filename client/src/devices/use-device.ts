import { useEffect, useState } from 'react';
import { type Kind, listOf, mediaDevices } from './device-list.ts';
import type { DeviceState } from './device-model.ts';
import { faultOf } from './fault.ts';
import { choose } from './use-devices.ts';

export type Device = {
  readonly state: DeviceState;
  readonly stream: MediaStream | null;
  readonly choices: readonly MediaDeviceInfo[];
  readonly checkAgain: () => void;
};

const CAMERA = { width: { ideal: 640 }, height: { ideal: 360 } } as const;

const ask = async (kind: Kind, id: string | null): Promise<MediaStream> => {
  if (mediaDevices === undefined) throw new DOMException('no devices here', 'SecurityError');
  const exact = id === null ? {} : { deviceId: { exact: id } };
  return mediaDevices.getUserMedia(kind === 'camera' ? { video: { ...CAMERA, ...exact } } : { audio: exact });
};

const letGo = (stream: MediaStream | null) => stream?.getTracks().forEach((track) => track.stop());
const forget = (kind: Kind) => choose(kind === 'camera' ? { cameraId: null } : { microphoneId: null });

/** Holds one device of this browser as long as it is wanted, and lets it go with the page. */
export function useDevice(kind: Kind, id: string | null, wanted: boolean): Device {
  const [state, setState] = useState<DeviceState>('starting');
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [choices, setChoices] = useState<readonly MediaDeviceInfo[]>([]);
  const [round, setRound] = useState(0);

  useEffect(() => {
    let here = true;
    let held: MediaStream | null = null;
    let failed = false;
    const again = () => setRound((before) => before + 1);
    const list = async () => {
      const found = await listOf(kind);
      if (here) setChoices(found);
    };
    const take = async () => {
      setState('starting');
      try {
        held = await ask(kind, id);
        if (!here) return letGo(held);
        // Unplugged: look what is there instead.
        for (const track of held.getTracks()) track.addEventListener('ended', again);
        setStream(held);
        setState('on');
      } catch (fault) {
        if (!here) return;
        const why = faultOf(fault) ?? 'taken';
        failed = true;
        // The device of last time is not here: the browser chooses.
        if (why === 'missing' && id !== null) forget(kind);
        else setState(why);
      }
      // Also where one has failed: that is when another is wanted.
      await list();
    };
    const onChange = () => (failed ? again() : void list());
    if (wanted) void take();
    else setState('off');
    mediaDevices?.addEventListener('devicechange', onChange);
    return () => {
      here = false;
      mediaDevices?.removeEventListener('devicechange', onChange);
      letGo(held);
      setStream(null);
    };
  }, [kind, id, wanted, round]);

  return { state, stream, choices, checkAgain: () => setRound((before) => before + 1) };
}
