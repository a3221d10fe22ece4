import type { RoomView } from '@tele-balint/shared/view/view';
import { useEffect, useRef } from 'react';
import { media } from '../../media/media-store.ts';
import { say } from '../../state/announce.ts';
import { useSession } from '../../state/use-session.ts';
import { askedSaid } from './asked-said.ts';
import { leadersSaid } from './leaders-said.ts';
import { backInCircle } from './phase-sentence.ts';
import { saidBetween } from './spoken-model.ts';

/** Says what changed, once; after a break in the line one sentence stands for all that was missed but what calls. */
export const useSpoken = (view: RoomView): void => {
  const before = useRef<{ readonly view: RoomView; readonly returns: number } | null>(null);
  const returns = useSession((state) => state.returns);
  const fresh = useSession((state) => state.fresh);
  useEffect(() => {
    if (fresh) return;
    const known = before.current;
    before.current = { view, returns };
    const returned = known !== null && known.returns !== returns;
    const sentences = returned
      ? [backInCircle(view), ...askedSaid(known.view, view), ...leadersSaid(known.view, view)]
      : saidBetween(known?.view ?? null, view, media.getState().own.micOpened);
    const [loud, quiet] = [true, false].map((kind) =>
      sentences
        .filter(({ urgent }) => urgent === kind)
        .map(({ text }) => text)
        .join(' '),
    );
    if (quiet) say(quiet);
    if (loud) say(loud, true);
  }, [view, returns, fresh]);
};
