// What a page does to agree with the others of its space: section 4 of docs/e2ee.md, as a pure function.

import { lookForLies } from './alarms.ts';
import type { Hex } from './bytes.ts';
import {
  hearAck,
  hearBeat,
  hearCommit,
  hearHello,
  hearKeys,
  hearReveal,
  type HeardKeys,
  type HeardReveal,
} from './hear.ts';
import type { Member } from './inputs.ts';
import type { Ack, Beat, Commit, Hello } from './messages.ts';
import { askRekey, make, tendOwn } from './rekey.ts';
import { lookAround, newRoster } from './roster.ts';
import type { Effect, Moment, Peer, State } from './state.ts';
import { AGAIN_EVERY, AGAIN_FIRST, BEAT_EVERY, BURN_AFTER, slotOf } from './times.ts';
import { linesOf, peersOf, setOwn, setPeer, type Turn } from './turn.ts';
import { answerWords, drawn, seekWords, wordsAgain } from './words.ts';

/** Whom our server names in this space. */
export type Named = {
  readonly lines: readonly string[];
  /** Media identity → the line whose page has it. */
  readonly media: ReadonlyMap<string, string>;
};

/**
 * What can happen. A message was verified and decoded by the caller: signature, mac and mid fit, its own wrap was tried, and a reveal's
 * `c` was hashed. `line` is where our server says that it came from.
 */
export type Event =
  | ({ readonly type: 'lines' } & Named)
  | { readonly type: 'people'; readonly names: readonly string[] }
  | { readonly type: 'heard'; readonly line: string; readonly message: Hello | Ack | Beat | Commit }
  | { readonly type: 'keys'; readonly line: string; readonly keys: HeardKeys }
  | { readonly type: 'reveal'; readonly line: string; readonly reveal: HeardReveal }
  | { readonly type: 'sealed'; readonly epoch: number }
  | { readonly type: 'hashed'; readonly stamp: number; readonly hash: Hex }
  | { readonly type: 'drawn'; readonly roster: Hex; readonly c: Hex; readonly r: Hex }
  | { readonly type: 'tick' };

export type Step = { readonly state: State; readonly effects: readonly Effect[] };

const nameLines = (turn: Turn, named: Named): void => {
  const { me, lines, own } = turn.state;
  const others = named.lines.filter((line) => line !== me.line);
  const fresh = others.filter((line) => !Object.hasOwn(lines, line));
  const entry = (line: string) => lines[line] ?? { since: turn.now, asked: turn.now };
  turn.state = {
    ...turn.state,
    lines: Object.fromEntries(others.map((line) => [line, entry(line)])),
    media: named.media,
  };
  if (fresh.length === 0) return;
  turn.effects.push({ do: 'hello', epoch: own.made, to: fresh });
  beat(turn, fresh);
};

const changePeople = (turn: Turn, names: readonly string[]): void => {
  if (names.join('\n') === turn.state.me.names.join('\n')) return;
  turn.state = { ...turn.state, me: { ...turn.state.me, names } };
  setOwn(turn, { renamed: true });
  askRekey(turn);
  newRoster(turn);
};

const hear = (turn: Turn, line: string, message: Hello | Ack | Beat | Commit): void => {
  switch (message.type) {
    case 'hello':
      return hearHello(turn, line, message);
    case 'ack':
      return hearAck(turn, line, message);
    case 'beat':
      return hearBeat(turn, line, message);
    case 'commit':
      hearCommit(turn, line, message);
      if (turn.state.known[message.mid]?.line === line) answerWords(turn, message.mid, message.roster);
  }
};

const happens = (turn: Turn, event: Event): void => {
  const { own, roster } = turn.state;
  switch (event.type) {
    case 'lines':
      return nameLines(turn, event);
    case 'people':
      return changePeople(turn, event.names);
    case 'heard':
      return hear(turn, event.line, event.message);
    case 'keys':
      return hearKeys(turn, event.line, event.keys);
    case 'reveal':
      return hearReveal(turn, event.line, event.reveal);
    case 'sealed':
      if (own.underWay?.epoch === event.epoch && own.underWay.sealed === null)
        setOwn(turn, { underWay: { ...own.underWay, sealed: turn.now } });
      return;
    case 'hashed':
      if (roster.stamp === event.stamp)
        turn.state = { ...turn.state, roster: { ...roster, hash: event.hash } };
      return;
    case 'drawn':
      return drawn(turn, event.roster, event.c, event.r);
    case 'tick':
  }
};

/** Newest key of each peer that the worker holds. */
const openedOf = (peers: readonly Peer[]) =>
  peers.flatMap(({ mid, held }) => {
    const newest = held.at(-1);
    return newest === undefined
      ? []
      : [{ mid, epoch: newest.epoch, commitment: newest.commitment.slice(0, 32) }];
  });

const beat = (turn: Turn, to: readonly string[]): void => {
  const { hash } = turn.state.roster;
  if (hash === null || to.length === 0) return;
  const count = turn.state.count + 1;
  turn.state = { ...turn.state, count };
  turn.effects.push({ do: 'beat', count, roster: hash, opened: openedOf(peersOf(turn.state)), to });
};

const maybeBeat = (turn: Turn): void => {
  if (turn.state.roster.hash === null || turn.now < turn.state.beatDue) return;
  turn.state = { ...turn.state, beatDue: turn.now + BEAT_EVERY };
  beat(turn, linesOf(turn.state));
  wordsAgain(turn);
};

/** A line with nobody in the roster is greeted again: it may have lost our hello, or have another page since. */
const greetAgain = (turn: Turn): void => {
  const greeted = new Set(peersOf(turn.state).map(({ line }) => line));
  for (const [line, { since, asked }] of Object.entries(turn.state.lines)) {
    const pause = asked === since ? AGAIN_FIRST : AGAIN_EVERY;
    if (greeted.has(line) || turn.now - asked < pause) continue;
    const lines = { ...turn.state.lines, [line]: { since, asked: turn.now } };
    turn.state = { ...turn.state, lines };
    turn.effects.push({ do: 'hello', epoch: turn.state.own.made, to: [line] });
  }
};

const burnOld = (turn: Turn): void => {
  for (const { mid, held, openedAt } of peersOf(turn.state)) {
    if (held.length < 2 || turn.now - openedAt < BURN_AFTER) continue;
    for (const { epoch } of held.slice(0, -1))
      turn.effects.push({ do: 'burn', mid, epoch, slot: slotOf(epoch) });
    setPeer(turn, mid, { held: held.slice(-1) });
  }
};

/** One event at one moment. It never throws, and the state that it is given stays as it was. */
export const step = (state: State, event: Event, now: Moment): Step => {
  const turn: Turn = { state, effects: [], now };
  happens(turn, event);
  lookAround(turn);
  tendOwn(turn);
  burnOld(turn);
  greetAgain(turn);
  maybeBeat(turn);
  seekWords(turn);
  lookForLies(turn);
  return { state: turn.state, effects: turn.effects };
};

/** A page that has just come in, with whom our server names. */
export const begin = (me: Member, { lines, media }: Named, now: Moment): Step => {
  const turn: Turn = { state: empty(me, now), effects: [], now };
  make(turn);
  newRoster(turn);
  const first = step(turn.state, { type: 'lines', lines, media }, now);
  return { state: first.state, effects: [...turn.effects, ...first.effects] };
};

const empty = (me: Member, now: Moment): State => ({
  me,
  lines: {},
  media: new Map(),
  known: {},
  changes: {},
  turn: 0,
  own: {
    ...{ made: 0, madeAt: now, used: 0, usedAt: now, receivers: [], underWay: null, unswitched: null },
    ...{ due: null, renamed: false, pairs: [], slots: [] },
  },
  roster: { stamp: 0, at: now, hash: null },
  count: 0,
  beatDue: now,
  rounds: {},
  drawing: null,
  alarms: [],
});
