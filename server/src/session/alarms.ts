import type { Session } from '@tele-balint/shared/session/session';
import { forgottenAt, nextAlarm } from '@tele-balint/shared/session/timer';
import { later } from '@tele-balint/shared/vocabulary';
import type { Clock } from '../clock.ts';

/** Between two alarms of one session, in milliseconds: a rule that stays due must not spin. */
const SHORTEST = 250;

export type Alarms = {
  /** Sets the one alarm that the state asks for, at least `shortest` milliseconds after the last one. */
  set(session: Session, shortest?: number): void;
  stop(): void;
};

/** The alarm of one session: a tick while it lives, forgetting after its end. */
export const createAlarms = (clock: Clock, ring: { tick: () => void; forget: () => void }): Alarms => {
  let cancel: () => void = () => undefined;
  let rung = clock.now();
  let stopped = false;
  return {
    set: (session, shortest = SHORTEST) => {
      cancel();
      if (stopped) return;
      const now = clock.now();
      const forgotten = forgottenAt(session);
      if (forgotten !== null) {
        cancel = clock.alarm(forgotten, ring.forget);
        return;
      }
      const next = nextAlarm(session, now);
      if (next === null) return;
      const quietUntil = later(rung, shortest);
      cancel = clock.alarm(next > quietUntil ? next : quietUntil, () => {
        rung = clock.now();
        ring.tick();
      });
    },
    stop: () => {
      stopped = true;
      cancel();
    },
  };
};
