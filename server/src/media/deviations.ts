// What is wrong in the rooms of a session: pure comparison of what must be with what the media server says.

import type { Participant, Publication, Rights } from './media.ts';
import { keyOf, same, type Standing } from './standing.ts';

export type Deviation =
  /** Nobody that we let into this room. */
  | { readonly type: 'stranger'; readonly room: string; readonly who: Participant }
  /** Must be out, or has other rights than it must have. */
  | { readonly type: 'rights'; readonly standing: Standing }
  /** Sends something under a name that it isn't: sound called camera. */
  | { readonly type: 'disguise'; readonly standing: Standing; readonly source: Publication['source'] }
  /** The rights are right, and yet a track is there that they forbid. */
  | { readonly type: 'track'; readonly standing: Standing };

export type Comparison = {
  readonly deviations: readonly Deviation[];
  /** Standings that are as they must be, with what they may send. */
  readonly right: readonly { readonly standing: Standing; readonly has: Rights }[];
  /** Who of those with a standing is there, and in which stay. */
  readonly seen: ReadonlyMap<string, string>;
};

/** Not what it is called. */
export const disguised = ({ kind, source }: Publication): boolean =>
  source === 'other' ||
  (source === 'microphone' && kind !== 'audio') ||
  (source === 'camera' && kind !== 'video');

/** @param allowed what a standing may send after what was denied to it; `null` = must be out */
export function compare(
  standings: ReadonlyMap<string, Standing>,
  rooms: ReadonlyMap<string, readonly Participant[]>,
  allowed: (standing: Standing) => Rights | null,
): Comparison {
  const deviations: Deviation[] = [];
  const right: { standing: Standing; has: Rights }[] = [];
  const seen = new Map<string, string>();
  const judge = (standing: Standing, { rights, tracks }: Participant): void => {
    const must = allowed(standing);
    const disguise = tracks.find(disguised);
    const forbidden = tracks.some(({ source }) => source !== 'other' && must?.[source] === false);
    if (disguise !== undefined) deviations.push({ type: 'disguise', standing, source: disguise.source });
    else if (must === null || !same(rights, must)) deviations.push({ type: 'rights', standing });
    else if (forbidden) deviations.push({ type: 'track', standing });
    else right.push({ standing, has: must });
  };
  for (const [room, people] of rooms) {
    for (const who of people) {
      const key = keyOf(room, who.identity);
      const standing = standings.get(key);
      if (standing === undefined) deviations.push({ type: 'stranger', room, who });
      else {
        seen.set(key, who.stay);
        judge(standing, who);
      }
    }
  }
  return { deviations, right, seen };
}
