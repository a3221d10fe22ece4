// What has to be done so that a session's rooms hold what they must: pure, from what is wanted and what was seen there.

import type { Instant } from '@tele-balint/shared/vocabulary';
import { NOTHING, type Participant, type Publication, type Rights } from '../port.ts';
import { isDisguised, SENDABLE, SOURCES } from '../sendable.ts';
import { type Denied, allowed, type Enforcement, keyOf, same } from './enforcement.ts';

/** Milliseconds until a forbidden track that stays costs the participant its place. */
export const TRACK_MUST_GO = 2000;

/** What must be, and what we know of its state. */
export type Desires = {
  readonly enforcements: ReadonlyMap<string, Enforcement>;
  readonly denied: Denied;
  /** Rooms to look into; `true` once read: whoever was there before that is a leftover, not a stranger. */
  readonly rooms: ReadonlyMap<string, boolean>;
  /** Stays of people who were let in: seen once more after they were put out, they are no strangers. */
  readonly stays: ReadonlySet<string>;
  /** Who is being put out. */
  readonly leaving: ReadonlySet<string>;
  /** Who is about to come in. */
  readonly awaited: ReadonlySet<string>;
  /** When somebody was let go for the last time, counted in changes: in an older reading they would be strangers. */
  readonly letGo: number;
};

export type Observed = {
  /** When the reading began, counted in changes: it says nothing about what has changed since. */
  readonly from: number;
  readonly rooms: ReadonlyMap<string, readonly Participant[]>;
};

export type Action =
  /** Whether somebody is there, and in which stay. */
  | { readonly type: 'see'; readonly enforcement: Enforcement; readonly stay: string | null }
  /** This one has what it must have. */
  | { readonly type: 'confirm'; readonly enforcement: Enforcement; readonly has: Rights }
  /** A track is there that the rights forbid, or one too many. */
  | { readonly type: 'stuck'; readonly enforcement: Enforcement }
  /** This one sends something under a name that it isn't, and loses the right to that name. */
  | { readonly type: 'deny'; readonly enforcement: Enforcement; readonly source: Publication['source'] }
  /** Ask for the rights that this one must have. */
  | { readonly type: 'settle'; readonly enforcement: Enforcement }
  | { readonly type: 'putOut'; readonly enforcement: Enforcement }
  /** Somebody whom nobody let in; `counts`: leaders hear of it. */
  | { readonly type: 'stranger'; readonly room: string; readonly who: Participant; readonly counts: boolean }
  /** This room was read; nobody is in it, nor about to be, where it is `empty`. */
  | { readonly type: 'read'; readonly room: string; readonly empty: boolean }
  /** What was read is old: look again soon. */
  | { readonly type: 'again' };

/** Whether there is more of a source than these rights allow: at most one of each went through our gateway. */
const tooMany = (tracks: readonly Publication[], rights: Rights): boolean =>
  SOURCES.some(
    (one) => tracks.filter(({ source }) => source === one).length > (rights[one] ? SENDABLE[one].most : 0),
  );

/** What is to be done about somebody who has a place here and is not being put out. */
const judge = (
  enforcement: Enforcement,
  { rights, tracks }: Participant,
  { denied }: Desires,
  now: Instant,
): readonly Action[] => {
  const out: Action = { type: 'putOut', enforcement };
  const settle: Action = { type: 'settle', enforcement };
  const disguise = tracks.find(({ kind, source }) => isDisguised(kind, source));
  // The honest right stays.
  if (disguise !== undefined)
    return [
      { type: 'deny', enforcement, source: disguise.source },
      disguise.source === 'other' ? out : settle,
    ];
  const must = allowed(enforcement, denied);
  if (must === null || !same(rights, must)) return [settle];
  if (tooMany(tracks, must)) {
    // A list may be older than the rights; only what stays is a fault.
    const late = enforcement.stuck !== null && now - enforcement.stuck >= TRACK_MUST_GO;
    return [{ type: 'stuck', enforcement }, ...(late ? [out] : [])];
  }
  return [{ type: 'confirm', enforcement, has: must }];
};

/**
 * Everything that is to be done, in this order.
 * @param now milliseconds, as `stuck` and `unsure` have them
 */
export function reconcile(desires: Desires, observed: Observed, now: Instant): readonly Action[] {
  const { enforcements, stays, leaving, rooms, awaited, letGo } = desires;
  const present = [...observed.rooms].flatMap(([room, people]) => people.map((who) => ({ room, who })));
  const here = new Map(present.map(({ room, who }) => [keyOf(room, who.identity), who]));

  const isOld = ({ changed }: Enforcement): boolean => changed > observed.from;
  const seen = [...enforcements].map(([key, enforcement]): Action => ({
    type: 'see',
    enforcement,
    stay: here.get(key)?.stay ?? null,
  }));
  const own = [...enforcements].flatMap(([key, enforcement]): readonly Action[] => {
    const who = here.get(key);
    if (who === undefined) {
      const gone = observed.rooms.has(enforcement.room) && enforcement.calls === 0 && !isOld(enforcement);
      return gone ? [{ type: 'confirm', enforcement, has: NOTHING }] : [];
    }
    const actions = judge(enforcement, who, desires, now);
    const right = actions.some(({ type }) => type === 'confirm');
    if (isOld(enforcement)) return right ? [] : [{ type: 'again' }];
    if (right) return enforcement.calls === 0 ? actions : [];
    return leaving.has(key) ? [] : actions;
  });

  const letsGo = own.some((one) => one.type === 'confirm' && one.enforcement.wants === null);
  const strangersAreOld = letsGo || letGo > observed.from;
  const strangers = present
    .filter(({ room, who }) => !enforcements.has(keyOf(room, who.identity)))
    .flatMap(({ room, who }): readonly Action[] => {
      if (strangersAreOld) return [{ type: 'again' }];
      if (leaving.has(keyOf(room, who.identity))) return [];
      return [{ type: 'stranger', room, who, counts: rooms.get(room) === true && !stays.has(who.stay) }];
    });
  const waiting = [...awaited].some((key) => !here.has(key) || !enforcements.has(key));
  const read = [...observed.rooms].map(([room, people]): Action => ({
    type: 'read',
    room,
    empty: people.length === 0 && !waiting,
  }));
  return [...seen, ...own, ...strangers, ...(strangersAreOld ? [] : read)];
}
