/**
 * The work's value, or null as soon as the right to it is gone: nobody waits for what is no longer wanted.
 * What comes of the work after that goes to `late`.
 */
export const unlessRevoked = async <T>(
  work: Promise<T>,
  revoked: Promise<void>,
  late: (value: T) => void,
): Promise<T | null> => {
  const done = work.then((value) => ({ value }));
  const first = await Promise.race([done, revoked.then(() => null)]);
  if (first !== null) return first.value;
  // A failure of what was given up concerns nobody.
  void done.then(({ value }) => late(value)).catch(() => undefined);
  return null;
};
