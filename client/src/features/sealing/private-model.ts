// What "Is this private?" answers, as values.

import type { Hearer, LineSealing, SealingSnapshot } from '../../media/e2ee/sealing-model.ts';
import { SAFETY_WORDS } from '../../text/en-safety-words.ts';

/** `unsealed`: a setting of the whole server. `alarmed`: sealed, and perhaps not for those alone that stand in the list. */
export type Privacy = 'unsealed' | 'refused' | 'starting' | 'alarmed' | 'sealed';

/** @param sealed what the server says of itself */
export const privacyOf = (sealed: boolean, { own, alarm }: SealingSnapshot): Privacy => {
  if (own === 'refused') return 'refused';
  if (!sealed) return 'unsealed';
  if (own !== 'armed') return 'starting';
  // A line that is not confirmed has no key, and opens nothing.
  return alarm?.some((why) => why !== 'line') === true ? 'alarmed' : 'sealed';
};

/** The words at these places; null while they are not all there. */
export const safetyWords = (places: SealingSnapshot['words']): readonly string[] | null =>
  typeof places === 'string' ? null : places.map((place) => SAFETY_WORDS[place] ?? '?');

/** Who stood in the list when its words were compared, and when, in milliseconds since 1970. */
export type Compared = { readonly at: number; readonly hearers: readonly Hearer[] };

export type Change =
  | { readonly kind: 'came' | 'newDevice'; readonly names: readonly string[]; readonly since: number }
  | { readonly kind: 'gone'; readonly names: readonly string[] };

/** Who came, came with another device, or is gone since; in this order, the latest last. */
export const changesSince = ({ hearers: before }: Compared, now: readonly Hearer[]): readonly Change[] => {
  const had = new Set(before.map(({ mid }) => mid));
  const lines = new Set(before.map(({ line }) => line));
  const have = new Set(now.map(({ line }) => line));
  const came = now
    .filter(({ mid }) => !had.has(mid))
    .toSorted((one, other) => one.since - other.since)
    .map(({ line, names, since }): Change => ({
      kind: lines.has(line) ? 'newDevice' : 'came',
      names,
      since,
    }));
  const gone = before
    .filter(({ line }) => !have.has(line))
    .map(({ names }): Change => ({ kind: 'gone', names }));
  return [...came, ...gone];
};

/** What stands beside somebody in the list; null where all is well, or they are not connected. */
export const troubleOf = (
  identity: string | null,
  lines: SealingSnapshot['lines'],
): Exclude<LineSealing, 'sealed'> | null => {
  const state = identity === null ? undefined : lines[identity];
  return state === undefined || state === 'sealed' ? null : state;
};
