// A microphone that opens by itself, because the rules give back what they had taken, says so: nobody is heard unawares.

import type { RoomView } from '@tele-balint/shared/view/view';
import { useEffect, useState } from 'react';
import type { OwnLine } from '../../media/snapshot.ts';
import { say } from '../../state/announce.ts';
import { useLasting } from '../../state/use-session.ts';
import { t } from '../../text/text.ts';

/** The state line says it for so long, in ms. */
const SHOWN = 10_000;

/** rests = by the rules, though its owner wishes it open · due = given back, not open yet · open = has opened by itself. */
export type Again = 'no' | 'rests' | 'due' | 'open';
type Now = { readonly may: boolean; readonly wish: boolean; readonly live: boolean };

/** Who is kept silent by the system is not told that the others hear them. */
export const nowOf = (view: RoomView, own: OwnLine, wish: boolean): Now => ({
  may: view.you.may.microphone,
  wish,
  live: own.micLive && !own.micSilent,
});

/** Where it stands after this. What its owner opens is no news to them. */
export const againAfter = (was: Again, { may, wish, live }: Now): Again => {
  if (!wish) return 'no';
  if (!may) return 'rests';
  if (was === 'rests' || was === 'due') return live ? 'open' : 'due';
  return was === 'open' && live ? 'open' : 'no';
};

/** Whether the own microphone has just opened by itself; says it aloud. */
export const useOpenedAgain = (now: Now): boolean => {
  const [known, setKnown] = useState<Again>('no');
  const again = againAfter(known, now);
  if (again !== known) setKnown(again);
  const open = again === 'open';
  useEffect(() => {
    if (open) say(t('said.mic', { on: 'yes' }), true);
  }, [open]);
  return !useLasting(open, SHOWN) && open;
};
