// Who waits for a confirmation, and no longer than a bound.

export type Confirmations<T> = {
  /** Resolves when every one of these was confirmed, or at the bound. */
  until(all: readonly T[]): Promise<void>;
  confirmed(one: T): void;
  /** Resolves after so many milliseconds. */
  atMost(ms: number): Promise<void>;
};

/** @param bound milliseconds after which nobody waits any longer */
export function createConfirmations<T>(bound: number): Confirmations<T> {
  const waiting = new Set<{ readonly open: Set<T>; readonly done: () => void }>();
  const atMost = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  return {
    atMost,
    until: (all) =>
      new Promise((resolve) => {
        if (all.length === 0) return resolve();
        const end = setTimeout(() => done(), bound);
        const waiter = { open: new Set(all), done: () => done() };
        const done = (): void => {
          clearTimeout(end);
          waiting.delete(waiter);
          resolve();
        };
        waiting.add(waiter);
      }),
    confirmed(one) {
      for (const { open, done } of [...waiting]) if (open.delete(one) && open.size === 0) done();
    },
  };
}
