// What a shortcut led to, in words: a key shows no button that changes. Said when it is so, not when it is wished.

import { useEffect, useState } from 'react';
import type { OwnLine } from '../../media/snapshot.ts';
import { say } from '../../state/announce.ts';
import type { Devices } from '../../devices/chosen-devices.ts';
import { t } from '../../text/text.ts';

export type Switch = 'microphone' | 'camera';
type Came = { readonly words: string; readonly settled: boolean };

/** Where a switch has come to; `null` while it is on the way. A fault is not the end: the device may come yet. */
export const cameTo = (which: Switch, own: OwnLine, chosen: Devices): Came | null => {
  const mic = which === 'microphone';
  const wish = mic ? chosen.microphoneOn : chosen.cameraOn;
  const live = mic ? own.micLive : own.camLive;
  const fault = mic ? own.micFault : own.camFault;
  const name = mic ? 'said.mic' : 'said.cam';
  if (!wish) return { words: t(name, { on: 'no' }), settled: true };
  if (fault !== null) {
    const words = mic
      ? `${t(`lobby.microphone.${fault}`)}. ${t(`fault.${fault}`)}`
      : `${t('cam.name')}, ${t('cam.fault')}.`;
    return { words, settled: false };
  }
  if (mic && live && own.micSilent)
    return { words: `${t('state.silent')}. ${t('state.silentText')}`, settled: true };
  return live ? { words: t(name, { on: 'yes' }), settled: true } : null;
};

/** Says where a switch has come to, after its key was pressed. Gives back how to tell of the press. */
export const useKeySaid = (own: OwnLine, chosen: Devices) => {
  const [pressed, setPressed] = useState<{ readonly which: Switch } | null>(null);
  const came = pressed === null ? null : cameTo(pressed.which, own, chosen);
  const words = came?.words ?? null;
  const settled = came?.settled ?? false;
  useEffect(() => {
    if (pressed === null || words === null) return;
    say(words);
    if (settled) setPressed(null);
  }, [pressed, words, settled]);
  return (which: Switch) => setPressed({ which });
};
