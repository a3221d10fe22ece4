import { useEffect, useState } from 'react';

export type Kind = 'camera' | 'microphone';

// A browser knows none on a page that came unprotected.
export const { mediaDevices } = navigator as { readonly mediaDevices?: MediaDevices };

/** The devices of one kind that this browser names. */
export const listOf = async (kind: Kind): Promise<readonly MediaDeviceInfo[]> => {
  const wanted = kind === 'camera' ? 'videoinput' : 'audioinput';
  const all = (await mediaDevices?.enumerateDevices()) ?? [];
  return all.filter((device) => device.kind === wanted && device.deviceId !== '');
};

/** The same as they come and go; nothing is opened for it. */
export function useDeviceList(kind: Kind): readonly MediaDeviceInfo[] {
  const [choices, setChoices] = useState<readonly MediaDeviceInfo[]>([]);
  useEffect(() => {
    let here = true;
    const list = () =>
      void listOf(kind).then((found) => {
        if (here) setChoices(found);
      });
    list();
    mediaDevices?.addEventListener('devicechange', list);
    return () => {
      here = false;
      mediaDevices?.removeEventListener('devicechange', list);
    };
  }, [kind]);
  return choices;
}
