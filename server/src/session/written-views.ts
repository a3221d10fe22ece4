// Views as they go out: text, so that nobody behind the registry writes them once more.

import type { Shown, View } from '@tele-balint/shared/view/view';

export type WrittenView = {
  readonly kind: View['kind'];
  /** The whole view as JSON. */
  readonly text: string;
};

/** Writes what views show, whatever the hour: two of one content read the same. What several of them share is written once. */
export const createWriter = (): ((shown: Shown) => string) => {
  const known = new Map<object, string>();
  const written = (value: unknown): string => {
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const text = known.get(value) ?? JSON.stringify(value);
    known.set(value, text);
    return text;
  };
  return ({ now: _now, ...shown }) =>
    Object.entries(shown)
      .map(([name, value]) => `"${name}":${written(value)}`)
      .join();
};

/** @param content what a writer wrote of it */
export const numbered = ({ kind, now }: Shown, content: string, version: number): WrittenView => ({
  kind,
  text: `{"version":${version},"now":${now},${content}}`,
});
