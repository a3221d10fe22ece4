import type { Instant } from '@tele-balint/shared/vocabulary';
import { describe, expect, test } from 'vitest';
import type { Participant, Publication, Rights } from '../port.ts';
import { ALL, grant, NONE, ROOM, SILENT } from '../testing/enforced.ts';
import { type Enforcement, enforcementOf, keyOf } from './enforcement.ts';
import { type Action, type Desires, reconcile, TRACK_MUST_GO } from './reconcile.ts';

const NOW = 1_000_000 as Instant;
const KEY = keyOf(ROOM, 'alice');

/** Somebody who must have these rights, as nobody has seen them yet. */
const must = (wants: Rights | null, over: Partial<Enforcement> = {}): Enforcement => ({
  ...enforcementOf(grant('alice', NONE), true),
  wants,
  ...over,
});
const desires = (alice: Enforcement | null, over: Partial<Desires> = {}): Desires => ({
  enforcements: new Map(alice === null ? [] : [[KEY, alice]]),
  denied: new Map(),
  rooms: new Map([[ROOM, true]]),
  stays: new Set(),
  leaving: new Set(),
  awaited: new Set(),
  letGo: 0,
  ...over,
});
const inRoom = (rights: Rights | null, ...tracks: readonly Publication[]): Participant => ({
  identity: 'alice',
  stay: 'stay',
  rights,
  tracks,
});
/** What is done, without what merely notes that something was seen or read. */
const done = (wanted: Desires, people: readonly Participant[], from = 0): readonly Action[] =>
  reconcile(wanted, { from, rooms: new Map([[ROOM, people]]) }, NOW).filter(
    ({ type }) => type !== 'see' && type !== 'read',
  );
const types = (actions: readonly Action[]): readonly string[] => actions.map(({ type }) => type);

const MICROPHONE: Publication = { kind: 'audio', source: 'microphone' };
const CAMERA: Publication = { kind: 'video', source: 'camera' };
const DISGUISED: Publication = { kind: 'audio', source: 'camera' };
const FOREIGN: Publication = { kind: 'audio', source: 'other' };

describe('what is to be done', () => {
  test.each<[string, Rights | null, Participant | null, readonly string[]]>([
    ['nothing but to know, where all is right', ALL, inRoom(ALL, MICROPHONE, CAMERA), ['confirm']],
    ['the same without any track', SILENT, inRoom(SILENT), ['confirm']],
    ['to know that nobody is there who could send', ALL, null, ['confirm']],
    ['to take a right away', SILENT, inRoom(ALL), ['settle']],
    ['to give a right', ALL, inRoom(SILENT), ['settle']],
    ['to give rights a form that we know', SILENT, inRoom(null), ['settle']],
    ['to let somebody go who has no place', null, inRoom(NONE), ['settle']],
    ['the same of somebody whose rights have a form that we never give', null, inRoom(null), ['settle']],
    ['to take the name away that was misused', ALL, inRoom(ALL, MICROPHONE, DISGUISED), ['deny', 'settle']],
    ['to put out who sends what nobody may', ALL, inRoom(ALL, FOREIGN), ['deny', 'putOut']],
    ['to wait for a track to go that is forbidden', SILENT, inRoom(SILENT, MICROPHONE), ['stuck']],
    ['to wait for a camera to go that is forbidden', NONE, inRoom(NONE, CAMERA), ['stuck']],
    ['to wait for the second of two to go', ALL, inRoom(ALL, MICROPHONE, MICROPHONE), ['stuck']],
    ['to wait for the second of two cameras to go', ALL, inRoom(ALL, CAMERA, CAMERA), ['stuck']],
  ])('[EN4, EN5, GW21] is %s', (_, wants, who, expected) => {
    const actions = done(desires(must(wants)), who === null ? [] : [who]);
    expect(types(actions)).toEqual(expected);
    for (const one of actions) if (one.type === 'confirm') expect(one.has).toEqual(who?.rights ?? NONE);
  });

  test.each([
    [TRACK_MUST_GO, ['stuck', 'putOut']],
    [TRACK_MUST_GO - 1, ['stuck']],
  ])('[GW21] a forbidden track that stays for %d ms', (ms, expected) => {
    const stuck = (NOW - ms) as Instant;
    expect(types(done(desires(must(SILENT, { stuck })), [inRoom(SILENT, MICROPHONE)]))).toEqual(expected);
  });

  test('[EN5] what was denied stays denied', () => {
    const denied = new Map([['alice', new Set<Publication['source']>(['camera'])]]);
    const [only] = done(desires(must(ALL), { denied }), [inRoom({ microphone: true, camera: false })]);
    expect(only).toMatchObject({ type: 'confirm', has: { microphone: true, camera: false } });
    expect(types(done(desires(must(ALL), { denied }), [inRoom(ALL)]))).toEqual(['settle']);
  });

  test('[EN1] while a call is under way nothing is known for certain', () => {
    expect(done(desires(must(ALL, { calls: 1 })), [inRoom(ALL)])).toEqual([]);
    expect(done(desires(must(ALL, { calls: 1 })), [])).toEqual([]);
    expect(types(done(desires(must(SILENT, { calls: 1 })), [inRoom(ALL)]))).toEqual(['settle']);
  });

  test('[EN30] a reading from before a change says nothing of it, and is done again', () => {
    const changed = { changed: 2 };
    expect(types(done(desires(must(SILENT, changed)), [inRoom(ALL)], 1))).toEqual(['again']);
    expect(done(desires(must(ALL, changed)), [inRoom(ALL)], 1)).toEqual([]);
    expect(done(desires(must(ALL, changed)), [], 1)).toEqual([]);
    expect(types(done(desires(must(SILENT, changed)), [inRoom(ALL)], 2))).toEqual(['settle']);
  });

  test('[EN30] nobody is put out twice at once', () => {
    const leaving = new Set([KEY]);
    expect(done(desires(must(SILENT), { leaving }), [inRoom(ALL)])).toEqual([]);
    expect(types(done(desires(must(SILENT), { leaving }), [inRoom(SILENT)]))).toEqual(['confirm']);
    expect(done(desires(null, { leaving }), [inRoom(ALL)])).toEqual([]);
  });

  test('[EN3] a stranger goes; who was let in once or was there before we looked is none to tell of', () => {
    const told = (over: Partial<Desires>) => done(desires(null, over), [inRoom(NONE)]);
    expect(told({})).toMatchObject([{ type: 'stranger', counts: true }]);
    expect(told({ stays: new Set(['stay']) })).toMatchObject([{ type: 'stranger', counts: false }]);
    expect(told({ rooms: new Map([[ROOM, false]]) })).toMatchObject([{ type: 'stranger', counts: false }]);
  });

  test('[EN3] whoever was let go just now is no stranger in a reading from before', () => {
    expect(types(done(desires(null, { letGo: 2 }), [inRoom(NONE)], 1))).toEqual(['again']);
    const bert = { ...must(null), identity: 'bert' };
    const letting = desires(null, { enforcements: new Map([[keyOf(ROOM, 'bert'), bert]]) });
    expect(types(done(letting, [inRoom(NONE)]))).toEqual(['confirm', 'again']);
  });

  test('[RC21] a room is left alone only when nobody is in it nor about to be', () => {
    const read = (over: Partial<Desires>, people: readonly Participant[] = []) =>
      reconcile(desires(must(ALL), over), { from: 0, rooms: new Map([[ROOM, people]]) }, NOW).filter(
        ({ type }) => type === 'read',
      );
    expect(read({})).toEqual([{ type: 'read', room: ROOM, empty: true }]);
    expect(read({ awaited: new Set([KEY]) })).toEqual([{ type: 'read', room: ROOM, empty: false }]);
    expect(read({ awaited: new Set([KEY]) }, [inRoom(ALL)])).toEqual([
      { type: 'read', room: ROOM, empty: false },
    ]);
    expect(read({ letGo: 1 })).toEqual([]);
    // Whoever is awaited may be here already, with a place or without.
    const two = (alice: Enforcement | null) =>
      reconcile(
        desires(alice, { awaited: new Set([KEY]) }),
        {
          from: 0,
          rooms: new Map([
            [ROOM, [inRoom(ALL)]],
            ['m.debrief', []],
          ]),
        },
        NOW,
      ).at(-1);
    expect(two(must(ALL))).toEqual({ type: 'read', room: 'm.debrief', empty: true });
    expect(two(null)).toEqual({ type: 'read', room: 'm.debrief', empty: false });
  });

  test('[EN6] everybody is seen or not seen, with the stay in which they are', () => {
    const seen = (people: readonly Participant[]) =>
      reconcile(desires(must(ALL)), { from: 0, rooms: new Map([[ROOM, people]]) }, NOW)[0];
    expect(seen([inRoom(ALL)])).toMatchObject({ type: 'see', stay: 'stay' });
    expect(seen([])).toMatchObject({ type: 'see', stay: null });
  });

  test('[EN6] a room that was not read says nothing of who is in it', () => {
    const unread = reconcile(desires(must(ALL)), { from: 0, rooms: new Map() }, NOW);
    expect(types(unread)).toEqual(['see']);
  });
});
