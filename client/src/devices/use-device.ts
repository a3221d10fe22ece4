import { useEffect, useRef, useState } from 'react';
import { ask } from './ask-devices.ts';
import { type Kind, listOf, mediaDevices } from './device-list.ts';
import type { DeviceState } from './device-model.ts';
import { faultOf } from './fault.ts';
import { chooseDevice } from './use-devices.ts';

export type Device = {
  readonly state: DeviceState;
  readonly stream: MediaStream | null;
  readonly choices: readonly MediaDeviceInfo[];
  readonly checkAgain: () => void;
};

const letGo = (stream: MediaStream | null) => stream?.getTracks().forEach((track) => track.stop());

/** Holds one device of this browser as long as it is wanted, and lets it go with the page. */
export function useDevice(kind: Kind, id: string | null, wanted: boolean): Device {
  const [state, setState] = useState<DeviceState>('starting');
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [choices, setChoices] = useState<readonly MediaDeviceInfo[]>([]);
  const [round, setRound] = useState(0);
  /** Taken already, while the choice is still being put right. */
  const inHand = useRef<MediaStream | null>(null);
  useEffect(() => () => letGo(inHand.current), []);

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
        const given = inHand.current ?? (await ask(kind, id));
        inHand.current = null;
        if (!here) return letGo(given);
        const got = given.getTracks()[0]?.getSettings().deviceId;
        // The device of last time is not here: the browser has chosen.
        if (id !== null && got !== undefined && got !== id) {
          inHand.current = given;
          return chooseDevice(kind, null);
        }
        held = given;
        // Unplugged: look what is there instead.
        for (const track of held.getTracks()) track.addEventListener('ended', again);
        setStream(held);
        setState('on');
      } catch (fault) {
        if (!here) return;
        const why = faultOf(fault) ?? 'taken';
        failed = true;
        // The same, where this device was asked for alone.
        if (why === 'missing' && id !== null) chooseDevice(kind, null);
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
