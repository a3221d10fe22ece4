// One after the other: LiveKit works on requests side by side, and the order in which they were sent says nothing.

export type Turns = {
  /** Runs this when nothing of the same identity is under way any more. */
  run<T>(identity: string, work: () => Promise<T>): Promise<T>;
};

/** Nothing is under way. */
export function createTurns(): Turns {
  const under = new Map<string, Promise<unknown>>();
  return {
    async run(identity, work) {
      while (under.has(identity)) await under.get(identity);
      const mine = work();
      under.set(
        identity,
        mine.catch(() => undefined),
      );
      try {
        return await mine;
      } finally {
        under.delete(identity);
      }
    },
  };
}
