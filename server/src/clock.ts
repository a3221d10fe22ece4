// The only source of now. Wall clock at start, monotonic after: a clock set right or wrong while we run moves nothing.

import type { Instant } from '@tele-balint/shared/vocabulary';

export type Clock = {
  now(): Instant;
  /** Runs once at (or a moment after) an instant; the answer takes it back. */
  alarm(at: Instant, run: () => void): () => void;
};

/** Longest delay of a timer, in milliseconds: a longer one would ring at once. */
const LONGEST = 2 ** 31 - 1;

/** The clock of the running server. */
export const createClock = (): Clock => {
  const now = (): Instant => Math.floor(performance.timeOrigin + performance.now()) as Instant;
  const alarm = (at: Instant, run: () => void): (() => void) => {
    let timer: NodeJS.Timeout;
    const wait = (): void => {
      const left = at - now();
      timer = left > 0 ? setTimeout(wait, Math.min(left, LONGEST)) : setTimeout(run, 0);
      timer.unref();
    };
    wait();
    return () => clearTimeout(timer);
  };
  return { now, alarm };
};
