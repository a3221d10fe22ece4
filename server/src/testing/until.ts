/**
 * Waits for a condition, looking again after every turn of the loop.
 * @param ms how long at most, in milliseconds
 * @throws Error that names what did not come
 */
export const until = async <T>(
  what: string,
  look: () => T | null | undefined | false | Promise<T | null | undefined | false>,
  ms = 20_000,
): Promise<T> => {
  const deadline = performance.now() + ms;
  for (;;) {
    const found = await look();
    if (found !== null && found !== undefined && found !== false) return found;
    if (performance.now() > deadline) throw new Error(`${what} did not come within ${ms} ms`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
};
