// A session's time never goes back. Where the computer's clock was set back between two starts, the session goes on evenly from its
// last entry; else every pause, clock and end of it would lie hours ahead.

import { later, type Instant } from '@tele-balint/shared/vocabulary';
import type { Clock } from '../clock.ts';

export type OwnClock = Clock & {
  /** The session's instant for one of the server's clock. */
  of(at: Instant): Instant;
  /** Milliseconds that the session is ahead of the server's clock. */
  readonly ahead: number;
};

/** The clock of a session whose last entry is of this instant. */
export const ownClock = (clock: Clock, last: number | undefined): OwnClock => {
  const ahead = Math.max(0, (last ?? 0) - clock.now());
  return {
    ahead,
    of: (at) => later(at, ahead),
    now: () => later(clock.now(), ahead),
    alarm: (at, run) => clock.alarm(later(at, -ahead), run),
  };
};
