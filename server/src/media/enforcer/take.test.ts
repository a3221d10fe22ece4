// What is taken over when other rights are desired, and what has to be made true of it.

import { expect, test } from 'vitest';
import { ALL, grant, NONE, ROOM, SESSION, SILENT } from '../testing/enforced.ts';
import { type Grant, type Publication, type Rights } from '../port.ts';
import { type Denied, type Enforcement, enforcementOf, keyOf } from './enforcement.ts';
import { type Held, take } from './take.ts';

const KEY = keyOf(ROOM, 'alice');

const alice = (over: Partial<Enforcement>): Enforcement => ({
  ...enforcementOf(grant('alice', ALL), true),
  ...over,
});
const held = (before: Enforcement | null, over: Partial<Held> = {}): Held => ({
  enforcements: new Map(before === null ? [] : [[KEY, before]]),
  denied: new Map(),
  rooms: new Map([[ROOM, true]]),
  known: true,
  ...over,
});
const taken = (grants: readonly Grant[], all: Held) => take({ session: SESSION, media: 'm', grants }, all);
const without = (source: Publication['source']): Denied => new Map([['alice', new Set([source])]]);

type Row = [
  what: string,
  before: Partial<Enforcement> | null,
  now: Rights | null,
  isNew: boolean,
  changes: boolean,
  denied?: Denied,
];

test.each<Row>([
  ['the same rights are no news', { wants: ALL, has: NONE }, ALL, false, false],
  ['other rights are to be made', { wants: ALL, has: ALL }, SILENT, true, true],
  ['rights that the media server has need no call', { wants: NONE, has: ALL }, ALL, true, false],
  ['while a call is under way they need one', { wants: NONE, has: ALL, calls: 1 }, ALL, true, true],
  [
    'what somebody has lost is not asked for',
    { wants: NONE, has: SILENT },
    ALL,
    true,
    false,
    without('microphone'),
  ],
  ['a place without rights needs no call', null, NONE, true, false],
  ['a place with rights is to be made', null, ALL, true, true],
  ['a place anew is news, though it has no rights', { wants: null, has: NONE }, NONE, true, false],
  ['whoever has no place any more must be out', { wants: NONE, has: NONE }, null, true, true],
  ['whoever was out already is no news', { wants: null, has: NONE }, null, false, false],
])('[EN1, EF4] %s', (_, before, now, isNew, changes, denied = new Map()) => {
  const all = held(before === null ? null : alice(before), { denied });
  const result = taken(now === null ? [] : [grant('alice', now)], all);
  const after = all.enforcements.get(KEY);
  expect(result).toEqual({ isNew, changes: changes ? [after] : [] });
  expect(after?.wants).toEqual(now);
});

test('[RC21] after our start everything is news and nothing is known', () => {
  const all = held(null, { rooms: new Map(), known: false });
  expect(taken([], all)).toEqual({ isNew: true, changes: [] });
  expect(taken([grant('alice', NONE)], all).changes).toMatchObject([{ has: null, wants: NONE }]);
  expect([...all.rooms]).toEqual([[ROOM, false]]);
});

test('[EN3] a room that was empty is looked into again; one not read yet is still one with leftovers', () => {
  const look = (rooms: Held['rooms']): unknown => {
    const all = held(null, { rooms });
    taken([grant('alice', ALL)], all);
    return all.rooms.get(ROOM);
  };
  expect([look(new Map()), look(new Map([[ROOM, false]])), look(new Map([[ROOM, true]]))]).toEqual([
    true,
    false,
    true,
  ]);
});
