const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** The same as `after`, with every part that equals its part of `before` kept as that very object. Plain data only. */
export const kept = <T>(before: T, after: T): T => {
  if (Array.isArray(before) && Array.isArray(after)) {
    const parts: readonly unknown[] = after.map((part, at) => kept<unknown>(before[at], part));
    return parts.length === before.length && parts.every((part, at) => part === before[at])
      ? before
      : (parts as T);
  }
  if (!isPlain(before) || !isPlain(after)) return after;
  const parts = Object.entries(after).map(([key, part]) => [key, kept(before[key], part)] as const);
  const unchanged =
    parts.length === Object.keys(before).length && parts.every(([key, part]) => before[key] === part);
  return unchanged ? before : (Object.fromEntries(parts) as T);
};
