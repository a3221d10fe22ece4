import type { Session } from '@tele-balint/shared/session/session';
import { forgottenAt, nextAlarm } from '@tele-balint/shared/session/timer';
import { later, type Instant } from '@tele-balint/shared/vocabulary';
import type { Clock } from '../clock.ts';

/** Between two alarms of one session, in milliseconds: a rule that stays due must not spin. */
const SHORTEST = 250;

export type Alarms = {
  /**
   * Sets the one alarm that the state asks for, at least `shortest` milliseconds after the last one.
   * @param from the instant up to which all is as it must be: what has come due since then rings too
   */
  set(session: Session, from: Instant, shortest?: number): void;
  stop(): void;
};

export type Ringing = {
  /** @param since the instant up to which all was as it must be */
  tick(since: Instant): void;
  forget(): void;
};

/** The alarm of one session: a tick while it lives, forgetting after its end. */
export const createAlarms = (clock: Clock, ring: Ringing): Alarms => {
  let cancel: () => void = () => undefined;
  let rung = clock.now();
  let stopped = false;
  return {
    set: (session, from, shortest = SHORTEST) => {
      cancel();
      if (stopped) return;
      const forgotten = forgottenAt(session);
      if (forgotten !== null) {
        cancel = clock.alarm(forgotten, ring.forget);
        return;
      }
      const next = nextAlarm(session, from);
      if (next === null) return;
      const quietUntil = later(rung, shortest);
      cancel = clock.alarm(next > quietUntil ? next : quietUntil, () => {
        rung = clock.now();
        ring.tick(from);
      });
    },
    stop: () => {
      stopped = true;
      cancel();
    },
  };
};
