import { expect, it } from 'vitest';
import type { LineId, MediaIdentity, SeatId } from '../vocabulary.ts';
import type { SessionEvent } from './events.ts';
import { mayBeNeedless, needlessEvents } from './needless.ts';
import { emptySession } from './session.ts';

const [A, B] = ['line-a' as LineId, 'line-b' as LineId];
const [ann, ben] = ['ann' as SeatId, 'ben' as SeatId];
const at = 0 as SessionEvent['at'];
const of = (event: object): SessionEvent => ({ at, ...event }) as SessionEvent;

const asked = (line: LineId) => of({ type: 'asked', line });
const went = (line: LineId, why = 'left') => of({ type: 'turnedAway', line, why });
const seated = (seat: SeatId, line: LineId) => of({ type: 'seated', seat, line });
const comes = (line: LineId, more: object = {}) =>
  of({
    type: 'connected',
    line,
    page: 'p',
    identity: 'i' as MediaIdentity,
    moved: false,
    missed: null,
    ...more,
  });
const goes = (line: LineId) => of({ type: 'disconnected', line });
const left = (seat: SeatId) => of({ type: 'left', seat });
const lineMoved = (seat: SeatId, line: LineId) => of({ type: 'lineMoved', seat, line });
const seatMoved = (seat: SeatId, line: LineId) => of({ type: 'seatMoved', seat, line });
const held = of({ type: 'held' });

it.each<readonly [string, readonly SessionEvent[], gone: readonly number[]]>([
  ['who came to the door and went, with all of it', [asked(A), comes(A), goes(A), went(A)], [0, 1, 2, 3]],
  ['nothing of whom a leader turned away', [asked(A), comes(A), went(A, 'not-today')], []],
  ['nothing of whoever waits on', [asked(A), comes(A)], []],
  ['a coming and a going that a coming follows', [comes(A), goes(A), comes(A), goes(A)], [0, 1]],
  ['not the last going', [comes(A), goes(A)], []],
  ['no coming of another line', [comes(A), goes(A), comes(B)], []],
  ['whatever happens in the course between', [comes(A), held, goes(A), held, comes(A)], [0, 2]],
  ['no take-over that the next coming does not tell', [comes(A, { moved: true }), comes(A)], []],
  ['a take-over that the next one tells again', [comes(A, { moved: true }), comes(A, { moved: true })], [0]],
  ['no time away that the next coming does not tell', [comes(A, { missed: 5 }), comes(A)], []],
  ['a time away that another one follows', [comes(A, { missed: 5 }), comes(A, { missed: 7 })], [0]],
  ['a coming before one with a time away', [comes(A), comes(A, { missed: 7 })], [0]],
  ['nothing before a place was given', [comes(A), seated(ann, A), comes(A)], []],
  ['nothing before somebody of the line left it', [seated(ann, A), comes(A), left(ann), comes(A)], []],
  ['nothing where somebody sat', [asked(A), seated(ann, A), went(A)], []],
  [
    'a coming before which somebody of another line left',
    [seated(ann, A), seated(ben, B), comes(A), left(ben), comes(A)],
    [2],
  ],
  [
    'nothing before the line moved, at the old one and the new',
    [...[seated(ann, A), comes(A), comes(B), lineMoved(ann, B), comes(A), comes(B)]],
    [],
  ],
  [
    'nothing before one of them moved, at the old line and the new',
    [...[seated(ann, A), seated(ben, A), comes(A), comes(B), seatMoved(ben, B), comes(A), comes(B)]],
    [],
  ],
  [
    'nothing before somebody left who had moved with the others of the line',
    [...[seated(ann, A), seated(ben, A), lineMoved(ann, B), comes(B), left(ben), comes(B)]],
    [],
  ],
  [
    'a coming to a line that somebody had moved from before they left',
    [...[seated(ann, A), seated(ben, A), seatMoved(ben, B), comes(A), left(ben), comes(A)]],
    [3],
  ],
])('[DR24] leaves out %s', (_what, events, gone) => {
  const needless = needlessEvents(events, emptySession);
  expect(events.flatMap((event, index) => (needless.has(event) ? [index] : []))).toEqual(gone);
  for (const event of needless) expect(mayBeNeedless(event)).toBe(true);
});

it('[DR24] keeps what is still told to whoever went', () => {
  const events = [asked(A), comes(A), goes(A), comes(A), went(A)];
  const lines = { [A]: { line: A } } as unknown as typeof emptySession.lines;
  const needless = needlessEvents(events, { ...emptySession, lines });
  expect(events.map((event) => needless.has(event))).toEqual([false, true, true, false, false]);
});

it('[DR24] counts what is given, taken or moved among what stays', () => {
  expect([held, left(ann), seated(ann, A), lineMoved(ann, B), seatMoved(ann, B)].some(mayBeNeedless)).toBe(
    false,
  );
  expect([asked(A), of({ type: 'postponed', line: A })].every(mayBeNeedless)).toBe(true);
});
