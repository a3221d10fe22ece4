/** The same thing asked for again while it is under way is the same asking, and gets the same answer. */
export type Once = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** Nothing is under way. */
export const makeOnce = (): Once => {
  const under = new Map<string, Promise<unknown>>();
  return <T>(key: string, work: () => Promise<T>) => {
    const known = under.get(key) as Promise<T> | undefined;
    if (known !== undefined) return known;
    const begun = work();
    under.set(key, begun);
    const over = () => void under.delete(key);
    begun.then(over, over);
    return begun;
  };
};
