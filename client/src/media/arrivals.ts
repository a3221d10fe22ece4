/** Whoever publishes nothing this long after coming in does so by choice, in ms; before, they may still be joining. */
const SETTLING = 3_000;

/** Tells who has been in the media server for a while; `again` is called when somebody else has. */
export const makeArrivals = (again: () => void) => {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const settled = new Set<string>();
  const forget = (identity: string) => {
    clearTimeout(timers.get(identity));
    timers.delete(identity);
    settled.delete(identity);
  };
  return {
    /** Of those who are there now, the ones who have settled; who was there `before` us has. */
    settledOf: (there: Iterable<string>, before: Iterable<string> = []): ReadonlySet<string> => {
      const now = new Set(there);
      for (const identity of [...timers.keys()]) if (!now.has(identity)) forget(identity);
      for (const identity of now) {
        if (timers.has(identity)) continue;
        const settle = () => {
          settled.add(identity);
          again();
        };
        timers.set(identity, setTimeout(settle, SETTLING));
      }
      return new Set([...settled, ...before]);
    },
    stop: (): void => [...timers.keys()].forEach(forget),
  };
};
