import type { Instant } from '@tele-balint/shared/vocabulary';
import type { Clock } from '../clock.ts';

export type ManualClock = Clock & {
  /** Moves on by milliseconds; what is due rings in its order, each at its instant. */
  advance(ms: number): void;
};

/** A clock that moves only when a test says so. */
export const manualClock = (start = 1_800_000_000_000): ManualClock => {
  let now = start;
  const alarms = new Set<{ at: number; run: () => void }>();
  const nextDue = (until: number) =>
    [...alarms].filter((alarm) => alarm.at <= until).sort((a, b) => a.at - b.at)[0];
  return {
    now: () => now as Instant,
    alarm: (at, run) => {
      const alarm = { at, run };
      alarms.add(alarm);
      return () => alarms.delete(alarm);
    },
    advance: (ms) => {
      const until = now + ms;
      for (let due = nextDue(until); due !== undefined; due = nextDue(until)) {
        alarms.delete(due);
        now = Math.max(now, due.at);
        due.run();
      }
      now = until;
    },
  };
};
