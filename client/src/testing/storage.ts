/** A browser's storage, for tests. */
export const fakeStorage = (): Storage => {
  const kept: Record<string, string> = {};
  // As in a browser, what is kept are the object's own keys.
  return Object.defineProperties(kept, {
    getItem: { value: (key: string) => kept[key] ?? null },
    setItem: { value: (key: string, value: string) => void (kept[key] = value) },
    removeItem: { value: (key: string) => void Reflect.deleteProperty(kept, key) },
  }) as unknown as Storage;
};
