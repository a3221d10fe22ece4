import { setImmediate as nextTurn } from 'node:timers/promises';

/** Milliseconds that letting in may take in one turn of the event loop. */
const SLICE = 100;

/** Does one thing after the other, without waiting for those that wait themselves. */
export type Turnstile = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * A thousand pages that come back at once are read in one turn of the event loop; nobody else would be answered before
 * the last of them was written down.
 */
export const createTurnstile = (): Turnstile => {
  let last: Promise<unknown> = Promise.resolve();
  let began = 0;
  const next = async (): Promise<void> => {
    if (performance.now() - began < SLICE) return;
    await nextTurn();
    began = performance.now();
  };
  return (work) => {
    const turn = last.then(next);
    const mine = turn.then(work);
    const waits = turn.then(() => nextTurn());
    last = Promise.race([mine.catch(() => undefined), waits]);
    return mine;
  };
};
