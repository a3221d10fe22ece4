import type { RoomView } from '@tele-balint/shared/view';
import { type Instant, SECOND } from '@tele-balint/shared/vocabulary';
import { presenterIs } from './places.ts';
import { runningStep } from './steps.ts';

/** A line that is away for less comes back mostly by itself, in ms. */
const LONG = 30 * SECOND;

/** Since when the presenter of the running case is without a line, once that is long; only leaders know. */
export const longGoneSince = (view: RoomView, now: number): Instant | null => {
  if (runningStep(view)?.row.needsPresenter !== true) return null;
  const since = view.leader?.away.find(({ seat }) => seat === view.presenter)?.since ?? null;
  return since !== null && now - since >= LONG ? since : null;
};

/** What leaders have to decide while nobody comes back to the chair outside: its line is gone long, or for good. */
export const emptyChair = (view: RoomView, now: number): 'away' | 'gone' | null => {
  if (view.leader === null || runningStep(view)?.row.presenterSeat !== 'back') return null;
  if (presenterIs(view) === 'gone') return 'gone';
  return longGoneSince(view, now) === null ? null : 'away';
};
