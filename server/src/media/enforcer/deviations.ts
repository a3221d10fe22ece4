// What is wrong in the rooms of a session: pure comparison of what must be with what the media server says.

import type { Participant, Publication, Rights } from '../port.ts';
import { SENDABLE, SOURCES } from '../sendable.ts';
import { keyOf, same, type Enforcement } from './enforcement.ts';

export type Deviation =
  /** Nobody that we let into this room. */
  | { readonly type: 'stranger'; readonly room: string; readonly who: Participant }
  /** Must be out, or has other rights than it must have. */
  | { readonly type: 'rights'; readonly enforcement: Enforcement }
  /** Sends something under a name that it isn't: sound called camera. */
  | { readonly type: 'disguise'; readonly enforcement: Enforcement; readonly source: Publication['source'] }
  /** The rights are right, and yet a track is there that they forbid, or one too many. */
  | { readonly type: 'track'; readonly enforcement: Enforcement };

export type Comparison = {
  readonly deviations: readonly Deviation[];
  /** Standings that are as they must be, with what they may send. */
  readonly right: readonly { readonly enforcement: Enforcement; readonly has: Rights }[];
  /** Who of those with an enforcement is there, and in which stay. */
  readonly seen: ReadonlyMap<string, string>;
};

/** Not what it is called. */
export const disguised = ({ kind, source }: Publication): boolean =>
  source === 'other' || SENDABLE[source].kind !== kind;

/** Whether there are more of a source than anybody may have: at most one of them went through our gateway. */
const tooMany = (tracks: readonly Publication[]): boolean =>
  SOURCES.some((one) => tracks.filter(({ source }) => source === one).length > SENDABLE[one].most);

/** @param allowed what an enforcement may send after what was denied to it; `null` = must be out */
export function compare(
  enforcements: ReadonlyMap<string, Enforcement>,
  rooms: ReadonlyMap<string, readonly Participant[]>,
  allowed: (enforcement: Enforcement) => Rights | null,
): Comparison {
  const deviations: Deviation[] = [];
  const right: { enforcement: Enforcement; has: Rights }[] = [];
  const seen = new Map<string, string>();
  const judge = (enforcement: Enforcement, { rights, tracks }: Participant): void => {
    const must = allowed(enforcement);
    const disguise = tracks.find(disguised);
    const forbidden = tracks.some(({ source }) => source !== 'other' && must?.[source] === false);
    if (disguise !== undefined) deviations.push({ type: 'disguise', enforcement, source: disguise.source });
    else if (must === null || !same(rights, must)) deviations.push({ type: 'rights', enforcement });
    else if (forbidden || tooMany(tracks)) deviations.push({ type: 'track', enforcement });
    else right.push({ enforcement, has: must });
  };
  for (const [room, people] of rooms) {
    for (const who of people) {
      const key = keyOf(room, who.identity);
      const enforcement = enforcements.get(key);
      if (enforcement === undefined) deviations.push({ type: 'stranger', room, who });
      else {
        seen.set(key, who.stay);
        judge(enforcement, who);
      }
    }
  }
  return { deviations, right, seen };
}
