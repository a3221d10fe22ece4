import { describe, expect, it } from 'vitest';
import { protocolOf } from '../protocol/presets.ts';
import { fullCircle } from '../testing/play.ts';
import type { LineId } from '../vocabulary.ts';

type Evening = ReturnType<typeof fullCircle>;
type Goes = (evening: Evening, line: LineId) => unknown;

/** How somebody comes to have no hand, no floor and no case any more. */
const WAYS: readonly (readonly [rule: string, what: string, goes: Goes])[] = [
  ['DR11', 'leaves', ({ play }, line) => play.says(line, { type: 'leave' })],
  ['DR8', 'is removed', ({ play }, line) => play.lead({ type: 'remove', seat: play.seat(line) })],
  ['OR2', 'goes to the outer ring', ({ play }, line) => play.lead({ type: 'askOut', seat: play.seat(line) })],
  [
    'LD7',
    'leads from now on',
    ({ play }, line) => {
      play.lead({ type: 'handOn', seat: play.seat(line) });
      play.says(line, { type: 'takeLead' });
    },
  ],
];

const STEPS_OUT: (typeof WAYS)[number] = [
  'SO1',
  'steps out',
  ({ play }, line) => play.says(line, { type: 'stepOut' }),
];

/** A presentation in which Samir and Mei have asked for the floor, or have it. */
const asking = (has: 'hands' | 'floor') => {
  const evening = fullCircle({ ...protocolOf('case45', true), outerRing: true });
  const { play, tomas, samir, mei } = evening;
  play.to('presentation');
  for (const line of [samir, mei]) {
    play.says(line, { type: 'raiseHand' });
    if (has === 'floor') play.lead({ type: 'giveFloor', seat: play.seat(line) });
  }
  const course = () => play.session.course;
  const undo = () => play.says(tomas, { type: 'undo', turn: course().turn });
  const next = () => play.rested().lead({ type: 'next', turn: course().turn });
  return { ...evening, course, next, undo, own: play.seat(samir), others: play.seat(mei) };
};

describe.each(['hands', 'floor'] as const)('of %s', (list) => {
  it.each([...WAYS, STEPS_OUT])('[%s] whoever %s loses their own, and nobody else', (_rule, _what, goes) => {
    const evening = asking(list);
    expect(evening.course()[list]).toEqual([evening.own, evening.others]);
    goes(evening, evening.samir);
    expect(evening.course()[list]).toEqual([evening.others]);
  });

  it.each([...WAYS, STEPS_OUT])(
    '[%s, CM30] undo gives none back to whoever %s meanwhile, and to the others theirs',
    (_rule, _what, goes) => {
      const evening = asking(list);
      expect(evening.next().ok).toBe(true);
      expect(evening.course()[list]).toEqual([]);
      goes(evening, evening.samir);
      expect(evening.undo().ok).toBe(true);
      expect(evening.course()[list]).toEqual([evening.others]);
    },
  );
});

describe('of those who have a case', () => {
  const offering = () => {
    const evening = fullCircle({ ...protocolOf('case45', true), outerRing: true });
    const { play, samir, mei } = evening;
    for (const line of [samir, mei]) play.says(line, { type: 'offerCase' });
    const offers = () => play.session.course.offers;
    expect(offers()).toEqual([play.seat(samir), play.seat(mei)]);
    return { ...evening, offers };
  };

  it.each([
    ...WAYS,
    ['PR24', 'takes it back', ({ play }, line) => play.says(line, { type: 'withdrawOffer' })],
    ['PR24', 'is chosen', ({ play }, line) => play.lead({ type: 'choosePresenter', seat: play.seat(line) })],
  ] satisfies typeof WAYS)(
    '[%s, PR24] whoever %s is none of them any more, and no undo makes them one',
    (_r, _w, goes) => {
      const now = offering();
      goes(now, now.samir);
      expect(now.offers()).toEqual([now.play.seat(now.mei)]);
      const then = offering();
      const turn = () => then.play.session.course.turn;
      then.play.lead({ type: 'next', turn: turn() });
      goes(then, then.samir);
      then.play.says(then.tomas, { type: 'undo', turn: turn() });
      expect(then.offers()).toEqual([then.play.seat(then.mei)]);
    },
  );

  it('[PR24, SO1] whoever steps out for a moment is still one of them', () => {
    const { play, samir, offers } = offering();
    play.says(samir, { type: 'stepOut' });
    expect(offers()).toContain(play.seat(samir));
  });
});

describe('of calls for help and of who is out', () => {
  it('[HP1, SO1] each is one’s own, and goes with whoever leaves', () => {
    const { play, ruth, samir, mei } = fullCircle();
    for (const line of [samir, mei]) {
      play.says(line, { type: 'askHelp' });
      play.says(line, { type: 'stepOut' });
    }
    const told = () => {
      const { leader, places } = play.room(ruth);
      return [leader?.helps.map(({ seat }) => seat), places.filter(({ out }) => out).map(({ seat }) => seat)];
    };
    const [own, others] = [play.seat(samir), play.seat(mei)];
    expect(told()).toEqual([
      [own, others],
      [own, others],
    ]);
    play.says(samir, { type: 'leave' });
    expect(told()).toEqual([[others], [others]]);
    play.says(mei, { type: 'stepIn' });
    expect(told()).toEqual([[others], []]);
  });
});
