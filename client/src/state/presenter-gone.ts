import type { RoomView } from '@tele-balint/shared/view/view';
import type { Instant } from '@tele-balint/shared/vocabulary';
import { runningStep } from './steps.ts';

/** Since when the presenter of the running case is without a line, once leaders have waited for it; only they know. */
export const longGoneSince = ({ leader }: RoomView, now: number): Instant | null => {
  const chair = leader?.chair ?? null;
  return chair !== null && chair.how === 'away' && now >= chair.decideAt ? chair.since : null;
};

/** What leaders have to decide while nobody comes back to the chair outside: its line is gone long, or for good. */
export const emptyChair = (view: RoomView, now: number): 'away' | 'out' | 'gone' | null => {
  const chair = view.leader?.chair ?? null;
  if (chair === null || now < chair.decideAt) return null;
  if (runningStep(view)?.row.presenterSeat !== 'back') return null;
  return chair.how === 'away' || chair.how === 'out' ? chair.how : 'gone';
};
