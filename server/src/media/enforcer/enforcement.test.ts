// What is known of one person's rights, and what leaders and lines are told of it.

import type { Instant, LineId } from '@tele-balint/shared/vocabulary';
import { expect, test } from 'vitest';
import type { Publication, Rights } from '../port.ts';
import { ALL, grant, NONE, ROOM, SILENT } from '../testing/enforced.ts';
import {
  allowed,
  type Enforcement,
  enforcementOf,
  keyOf,
  PATIENCE,
  reportOf,
  same,
  takesAway,
} from './enforcement.ts';

const NOW = 1_000_000 as Instant;
const BLIND: Rights = { microphone: true, camera: false };
const unsure = (ms: number): Instant => (NOW - ms) as Instant;

const one = (over: Partial<Enforcement>, who = 'alice', room = ROOM): Enforcement => ({
  ...enforcementOf(grant(who, NONE), true),
  room,
  ...over,
});
const report = (...all: readonly Enforcement[]) =>
  reportOf(new Map(all.map((each) => [keyOf(each.room, each.identity), each])), NOW);

test('[EN1] of somebody whom nobody has seen nothing is known but that whoever joins may send nothing', () => {
  const known = { wants: null, there: false, unsure: null, calls: 0, ask: null, changed: 0, stuck: null };
  const alice = { line: 'line-alice', identity: 'alice', room: ROOM };
  expect(enforcementOf(grant('alice', ALL), true)).toEqual({ ...alice, ...known, has: NONE });
  // After our restart they may have kept rights.
  expect(enforcementOf(grant('alice', ALL), false)).toEqual({ ...alice, ...known, has: null });
});

test.each<[string, Rights | null, Rights | null, boolean]>([
  ['the same rights', ALL, { ...ALL }, true],
  ['another microphone', ALL, SILENT, false],
  ['another camera', ALL, BLIND, false],
  ['no place twice', null, null, true],
  ['a place and none', ALL, null, false],
  ['no place and one without rights', null, NONE, false],
])('[EN4] %s are the same or not', (_, a, b, expected) => {
  expect([same(a, b), same(b, a)]).toEqual([expected, expected]);
});

test.each<[string, Rights | null, readonly Publication['source'][], Rights | null]>([
  ['a microphone', ALL, ['microphone'], SILENT],
  ['a camera', ALL, ['camera'], BLIND],
  ['both', ALL, ['microphone', 'camera'], NONE],
  ['what there is none of', SILENT, ['microphone'], SILENT],
  ['anything, of somebody who must be out', null, ['camera'], null],
])('[EN5] whoever has lost the name of %s keeps the rest', (_, wants, lost, expected) => {
  expect(allowed(one({ wants }), new Map([['alice', new Set(lost)]]))).toEqual(expected);
  expect(allowed(one({ wants }), new Map([['bert', new Set(lost)]]))).toEqual(wants);
});

test.each<[string, Rights | null, Rights | null, boolean]>([
  ['nothing, where all stays', ALL, ALL, false],
  ['nothing, where rights are given', ALL, NONE, false],
  ['a microphone', SILENT, ALL, true],
  ['a camera', BLIND, ALL, true],
  ['a camera, while a microphone is given', BLIND, SILENT, true],
  ['a place', null, NONE, true],
  ['what nobody knows', ALL, null, true],
])('[EF4] takes away %s', (_, wants, has, expected) => {
  expect(takesAway(one({ wants, has }))).toBe(expected);
});

test.each<[string, Partial<Enforcement>, boolean, boolean]>([
  ['may still do both', { wants: NONE, has: ALL }, true, true],
  ['may still speak', { wants: SILENT, has: ALL }, true, false],
  ['may still be seen', { wants: NONE, has: SILENT }, false, true],
  ['must be out and has the microphone', { wants: null, has: BLIND }, true, false],
  ['must be out and has the camera', { wants: null, has: SILENT }, false, true],
  ['may not yet do what it should', { wants: ALL, has: NONE }, false, false],
  ['is not known', { wants: SILENT, has: null }, true, false],
  ['must be out and is not known', { wants: null, has: null }, true, true],
])('[EN6] leaders hear of one who %s', (_, over, mayBeHeard, mayBeSeen) => {
  const since = unsure(PATIENCE);
  expect(report(one({ ...over, unsure: since }))).toMatchObject({
    unconfirmed: ['line-alice'],
    unenforced: [{ line: 'line-alice', since, mayBeHeard, mayBeSeen }],
  });
});

test('[EN6] leaders hear of it after 300 ms, whoever it is about at once', () => {
  const told = (ms: number) => {
    const { unconfirmed, unenforced } = report(one({ unsure: unsure(ms) }));
    return [unconfirmed.length, unenforced.length];
  };
  expect([told(0), told(299), told(300)]).toEqual([
    [1, 0],
    [1, 0],
    [1, 1],
  ]);
  expect(report(one({}))).toMatchObject({ unconfirmed: [], unenforced: [] });
});

test('[EN6] of a line in two rooms leaders hear once, all that it may do, since the first moment', () => {
  const heard = one({ wants: NONE, has: BLIND, unsure: unsure(400) });
  const seen = one({ wants: NONE, has: SILENT, unsure: unsure(500) }, 'alice', 'm.debrief');
  const bert = one({ wants: ALL, has: NONE, unsure: unsure(600) }, 'bert');
  const both = { line: 'line-alice', since: unsure(500), mayBeHeard: true, mayBeSeen: true };
  const other = { line: 'line-bert', since: unsure(600), mayBeHeard: false, mayBeSeen: false };
  expect(report(heard, seen, bert)).toMatchObject({
    unconfirmed: ['line-alice', 'line-bert'],
    unenforced: [both, other],
  });
  expect(report(seen, heard).unenforced).toEqual([both]);
});

test('[PH3] a line counts in the room in which it was seen, once', () => {
  const line = 'line-alice' as LineId;
  const there = { there: true };
  expect(
    report(
      one(there),
      one({ ...there, line }, 'alice-again'),
      one(there, 'bert', 'm.debrief'),
      one({}, 'carol'),
      one({}, 'dora', 'm.debrief'),
    ).connected,
  ).toEqual({ circle: ['line-alice'], debrief: ['line-bert'] });
});
