import type { Session } from '@tele-balint/shared/session/session';
import { forgottenAt, nextAlarm } from '@tele-balint/shared/session/timer';
import { later } from '@tele-balint/shared/vocabulary';
import type { Clock } from '../clock.ts';

/** Between two alarms of one session, in milliseconds: a rule that stays due must not spin. */
const SHORTEST = 250;

export type Alarms = {
  /** Sets the one alarm that the state asks for. */
  set(session: Session): void;
  stop(): void;
};

/** The alarm of one session: a tick while it lives, forgetting after its end. */
export const createAlarms = (clock: Clock, ring: { tick: () => void; forget: () => void }): Alarms => {
  let cancel: () => void = () => undefined;
  let quietUntil = clock.now();
  let stopped = false;
  return {
    set: (session) => {
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
      cancel = clock.alarm(next > quietUntil ? next : quietUntil, () => {
        quietUntil = later(clock.now(), SHORTEST);
        ring.tick();
      });
    },
    stop: () => {
      stopped = true;
      cancel();
    },
  };
};
