// Silence that can be trusted: told only where this page would hear a voice, and the view says that all are here.

import type { RoomView } from '@tele-balint/shared/view/view';
import { useEffect, useState } from 'react';
import type { MediaSnapshot } from '../../media/snapshot.ts';
import { useMedia } from '../../media/use-media.ts';
import { mySeat } from '../../state/places.ts';
import { useSession } from '../../state/use-session.ts';
import { t } from '../../text/text.ts';

/** Without a voice for so many milliseconds it is quiet. */
const QUIET_AFTER = 20_000;

/** Whether this page would hear whoever speaks: it plays sound, and every other line is there with what it sends. */
export const wouldHear = (view: RoomView, { link, canPlay, loud, lines }: MediaSnapshot): boolean =>
  link === 'up' &&
  canPlay &&
  loud &&
  view.places
    .filter(({ line, presence }) => line !== view.you.line && presence === 'here')
    .every(({ media: { identity } }) => {
      const line = identity === null ? undefined : lines[identity];
      return line !== undefined && (!line.micOpen || line.audio !== null);
    });

/** Whether somebody speaks, oneself among them. */
export const isVoice = ({ voice, lines }: MediaSnapshot): boolean =>
  voice.speaking || Object.values(lines).some(({ speaking }) => speaking);

/** How it is told; `null` where one is alone. */
export const quietWords = ({ places }: RoomView): string | null => {
  const count = places.filter(({ presence }) => presence === 'here').length;
  return count < 2 ? null : t('centre.quiet', { count });
};

/** What the middle says of the silence; `null` while there is none that could be trusted. */
export const useQuiet = (view: RoomView): string | null => {
  const lineUp = useSession((state) => state.link === 'up');
  const still = useMedia((is) => lineUp && view.allHere && wouldHear(view, is) && !isVoice(is));
  const [quiet, setQuiet] = useState(false);
  useEffect(() => {
    if (!still) return;
    const timer = setTimeout(() => setQuiet(true), QUIET_AFTER);
    return () => {
      clearTimeout(timer);
      setQuiet(false);
    };
  }, [still]);
  return still && quiet && !mySeat(view).out ? quietWords(view) : null;
};
