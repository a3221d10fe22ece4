export type Queue = {
  /** Runs when everything before it has finished; a failure is its caller's alone. */
  run<T>(task: () => Promise<T>): Promise<T>;
};

/** One thing after the other. */
export const createQueue = (): Queue => {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: (task) => {
      const result = last.then(task);
      last = result.catch(() => undefined);
      return result;
    },
  };
};
