// Looks at a link as long as its lobby stands: days, where somebody comes before the time and leaves the page open.

import type { LookAnswer } from '@tele-balint/shared/http';
import { HOUR, MINUTE, SECOND } from '@tele-balint/shared/vocabulary';
import type { Answer } from '../../connection/server-request.ts';
import { isFinal } from './lobby-model.ts';

/** Between two looks, in ms: the least, the most, and the most while something is awaited that should have come. */
const SOONEST = 5 * SECOND;
const SELDOM = HOUR;
const AWAITED = MINUTE;

/** Milliseconds until the door works, by the server's clock; `null` where it does, or the answer says nothing of it. */
const leftBy = (answer: Answer<LookAnswer>): number | null => {
  if (!answer.ok || answer.value.opensAt === null) return null;
  return answer.value.opensAt - Date.now() - (answer.ahead ?? 0);
};

type Looking = {
  readonly look: () => Promise<Answer<LookAnswer>>;
  readonly tell: (answer: Answer<LookAnswer>) => void;
};

/** Looks at once, when it is time, and when somebody comes back to the page, until a refusal does not pass. */
export const keepLooking = ({ look, tell }: Looking) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let [looking, done] = [false, false];
  let lookedAt = 0;
  /** How many looks in a row have failed, or found the door shut though its time had come: two clocks differ. */
  let inVain = 0;
  const lookNow = async () => {
    if (looking || done) return;
    clearTimeout(timer);
    looking = true;
    lookedAt = Date.now();
    const answer = await look();
    looking = false;
    if (done) return;
    const left = leftBy(answer);
    inVain = answer.ok && (left === null || left > 0) ? 0 : inVain + 1;
    const awaited = Math.min(SOONEST * 2 ** (inVain - 1), AWAITED);
    if (!answer.ok && isFinal(answer.refusal)) stop();
    else wait(inVain > 0 ? awaited : Math.max(SOONEST, Math.min(left ?? SELDOM, SELDOM)));
    tell(answer);
  };
  /** By timer and by clock, whichever is first: timers stand still while a device sleeps, and clocks are set. */
  const wait = (left: number, due = Date.now() + left) => {
    const step = Math.min(left, MINUTE);
    timer = setTimeout(() => {
      const rest = Math.min(left - step, due - Date.now());
      if (rest > 0) wait(rest, due);
      else void lookNow();
    }, step);
  };
  const wake = () => {
    if (!document.hidden && Math.abs(Date.now() - lookedAt) >= SOONEST) void lookNow();
  };
  const stop = () => {
    done = true;
    clearTimeout(timer);
    removeEventListener('online', wake);
    removeEventListener('pageshow', wake);
    document.removeEventListener('visibilitychange', wake);
  };
  addEventListener('online', wake);
  addEventListener('pageshow', wake);
  document.addEventListener('visibilitychange', wake);
  void lookNow();
  return { again: () => void lookNow(), stop };
};
