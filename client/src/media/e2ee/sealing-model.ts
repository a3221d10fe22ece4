// What a page shows of sealing, as values.

import type { Mid } from '@tele-balint/shared/e2ee/bytes';
import type { Alarm } from '@tele-balint/shared/e2ee/state';
import type { PeerStatus, Status } from '@tele-balint/shared/e2ee/status';

/**
 * One media identity of the own space. `waiting`: no key of theirs is here yet. `cannot-open`: there is one, and what they
 * send does not open with it. `blocked`: they send without a seal, and nothing of that is played. `foul`: they gave this page a key that is
 * not the one they signed for. `doubted`: by somebody's word they gave others another key; they are played, since one who lies would
 * otherwise silence whom they like.
 */
export type LineSealing = 'sealed' | 'waiting' | 'cannot-open' | 'blocked' | 'foul' | 'doubted';

/**
 * Why this page seals nothing: the browser cannot, its worker does not, it has no secret from a link, the server said that all
 * is sealed and says so no more, or it never said so to pages that come in nowhere else.
 */
export type Refusal = 'browser' | 'worker' | 'key-missing' | 'withdrawn' | 'never-sealed';

/** Those for which one is not even asked for a name or a device. */
export type Outside = Extract<Refusal, 'browser' | 'worker' | 'never-sealed'>;

/** `off`: this installation does not seal, or the page is in no space. `armed`: what is sent is sealed. */
export type OwnSealing = 'off' | 'starting' | 'armed' | 'refused';

/** A page that may open what I send, by its own signed word. */
export type Hearer = {
  readonly mid: Mid;
  readonly line: string;
  readonly names: readonly string[];
  /** When they came into the list here, in milliseconds since 1970. */
  readonly since: number;
};

export type SealingSnapshot = {
  readonly own: OwnSealing;
  /** Only while `own` is `refused`. */
  readonly refusal: Refusal | null;
  /** By media identity, everybody of the own space but oneself. */
  readonly lines: Readonly<Record<string, LineSealing>>;
  /** Pages that have lately confirmed that all is as it is here, of how many; oneself not counted. */
  readonly confirmed: { readonly of: number; readonly are: number };
  /** Places in the list of 1,024 words; `none` where nobody else is. */
  readonly words: 'none' | 'coming' | readonly number[];
  /** What is told of: somebody sees another list, is there unnamed, gave another key, or is named and not heard. */
  readonly alarm: readonly Alarm['why'][] | null;
  /** By whose word alone others were given another key: the people of each such browser. */
  readonly sayers: readonly (readonly string[])[];
  readonly hearers: readonly Hearer[];
};

export const UNSEALED: SealingSnapshot = {
  own: 'off',
  refusal: null,
  lines: {},
  confirmed: { of: 0, are: 0 },
  words: 'none',
  alarm: null,
  sayers: [],
  hearers: [],
};

/** What the media server has, beside what the pages agree on. */
export type Seen = {
  /** Media identities that the view names in the own space, without the own one. */
  readonly named: readonly string[];
  /** Those of whom something sealed does not open though their key is here. */
  readonly unopened: ReadonlySet<string>;
  /** Those who have something there that is not announced as sealed. */
  readonly unsealed: ReadonlySet<string>;
};

const lineOf = (peer: PeerStatus | undefined, media: string, seen: Seen): LineSealing => {
  if (seen.unsealed.has(media)) return 'blocked';
  if (peer?.sealing === 'foul') return 'foul';
  if (peer === undefined || peer.sealing === 'waiting') return 'waiting';
  if (seen.unopened.has(media)) return 'cannot-open';
  return peer.accused ? 'doubted' : 'sealed';
};

const wordsOf = (of: number, words: readonly number[] | null): SealingSnapshot['words'] =>
  of === 0 ? 'none' : (words ?? 'coming');

/** The people of each browser by whose word somebody was given another key. */
const sayersOf = ({ alarms, peers }: Status): SealingSnapshot['sayers'] => {
  const say = new Set(alarms.flatMap((alarm) => (alarm.why === 'said' ? [alarm.mid] : [])));
  return peers.filter(({ mid }) => say.has(mid)).map(({ names }) => names);
};

/**
 * What is to be shown now.
 * @param words those that stand for the list of this moment
 * @param before who stood in the list; whoever still does keeps their moment
 * @param now milliseconds since 1970
 */
export const shownOf = (
  status: Status,
  words: readonly number[] | null,
  seen: Seen,
  before: readonly Hearer[],
  now: number,
): SealingSnapshot => {
  const { armed, confirmed, of, peers, alarms } = status;
  const since = new Map(before.map((one) => [one.mid, one.since]));
  const known = new Map(peers.map((peer) => [peer.media, peer]));
  const kinds = [...new Set(alarms.map(({ why }) => why))].toSorted();
  return {
    own: armed ? 'armed' : 'starting',
    refusal: null,
    lines: Object.fromEntries(seen.named.map((media) => [media, lineOf(known.get(media), media, seen)])),
    confirmed: { of, are: confirmed },
    words: wordsOf(of, words),
    alarm: kinds.length === 0 ? null : kinds,
    sayers: sayersOf(status),
    hearers: peers.map(({ mid, line, names }) => ({ mid, line, names, since: since.get(mid) ?? now })),
  };
};
