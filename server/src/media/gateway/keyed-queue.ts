// One after the other: LiveKit works on requests side by side, and the order in which they were sent says nothing.

export type KeyedQueue = {
  /**
   * Runs this when nothing of the same identity is under way any more.
   * @returns `null`, at once, where the signal was aborted before its turn came
   */
  run<T>(identity: string, signal: AbortSignal, work: () => Promise<T>): Promise<T | null>;
};

/** Nothing is under way. */
export function createKeyedQueue(): KeyedQueue {
  const last = new Map<string, Promise<unknown>>();
  return {
    run<T>(identity: string, signal: AbortSignal, work: () => Promise<T>) {
      let waits = true;
      const mine = (last.get(identity) ?? Promise.resolve()).then(() => {
        waits = false;
        return signal.aborted ? null : work();
      });
      const over = mine
        .catch(() => undefined)
        .then(() => {
          if (last.get(identity) === over) last.delete(identity);
        });
      last.set(identity, over);
      const leaves = new Promise<null>((resolve) =>
        signal.addEventListener('abort', () => {
          if (waits) resolve(null);
        }),
      );
      return Promise.race<T | null>([mine, leaves]);
    },
  };
}
