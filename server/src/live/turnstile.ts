import type { EventEmitter } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Milliseconds that letting in may take in one turn of the event loop. */
const SLICE = 20;
/** So many times as long as the last one took to let in, the next one waits for those who stand at the door. */
const FOR_THE_DOOR = 9;

/** Does one thing after the other, without waiting for those that wait themselves. */
export type Turnstile = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * A thousand pages that come back at once are read in one turn of the event loop; nobody else would be answered before
 * the last of them was written down. And of the connections that stand in line one only is taken in each turn, whoever's
 * it is: as long as there are any, letting in gets a tenth of the time.
 * @param door emits `connection` for each one that is taken
 */
export const createTurnstile = (door: EventEmitter): Turnstile => {
  let last: Promise<unknown> = Promise.resolve();
  let began = 0;
  let ended = 0;
  let taken = 0;
  let seen = 0;
  door.on('connection', () => (taken += 1));

  const next = async (): Promise<void> => {
    if (performance.now() - began < SLICE && taken === seen) return;
    const latest = ended + FOR_THE_DOOR * (ended - began);
    // From here on we stand behind the reading of a turn, so that each further one has looked at the door.
    await nextTurn();
    do {
      seen = taken;
      await nextTurn();
    } while (taken !== seen && performance.now() < latest);
    seen = taken;
    began = performance.now();
  };
  return (work) => {
    const turn = last.then(next);
    const mine = turn.then(work);
    const waits = turn.then(() => nextTurn());
    last = Promise.race([mine.catch(() => undefined), waits]).then(() => (ended = performance.now()));
    return mine;
  };
};
