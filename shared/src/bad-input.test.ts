import { describe, expect, it } from 'vitest';
import { enterBody, openBody } from './http.ts';
import { readCourse, writeCourse } from './protocol/course-file.ts';
import { protocolOf } from './protocol/presets.ts';
import type { Protocol } from './protocol/steps.ts';
import { fullCircle } from './testing/play.ts';
import { commandFrame } from './wire.ts';

const many = <T>(count: number, one: (n: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, n) => one(n));
const course = protocolOf('case45', true);
const withStep = (step: object): object => ({ ...course, steps: [...course.steps, step] });
const talk = { id: 'more', kind: 'talk', minutes: 5 };

const opens = (protocol: object): boolean =>
  openBody.safeParse({
    protocol,
    group: '',
    invitations: [
      { invitation: 'inv-ruth', hash: 'h'.repeat(43), kind: 'leader', role: 'leader', name: 'Ruth' },
    ],
  }).success;

const enters = (people: readonly string[], site = 'York'): boolean => {
  const [name, ...others] = people;
  return enterBody.safeParse({
    ...{
      id: 'command-1',
      secret: 's'.repeat(43),
      name,
      profession: '',
      rulesAccepted: true,
      takeOver: false,
    },
    beside: { site, people: others.map((one) => ({ name: one, profession: '' })) },
  }).success;
};

const sends = (command: object): boolean => commandFrame.safeParse({ id: 'command-1', command }).success;

/** What may never be, each with the word for it. */
describe('input that no page of ours sends', () => {
  it('[HT10, PH8] a course that could not be, is not opened', () => {
    expect(opens(course)).toBe(true);
    expect(opens(withStep(talk))).toBe(true);
    const refused: Readonly<Record<string, object>> = {
      'a thousand steps': { ...course, steps: many(1_000, (n) => ({ ...talk, id: `n${n}` })) },
      'no steps': { ...course, steps: [] },
      'an unknown kind': withStep({ ...talk, kind: 'dance' }),
      'a kind of the end': withStep({ ...talk, kind: 'debrief' }),
      'an unknown field': withStep({ ...talk, by: 'me' }),
      'an unknown course': { ...course, madeFrom: 'mine' },
      'a wait that is none': { ...course, presenterWait: -1 },
      'a stay of no time': { ...course, leavingMinutes: 0 },
      ...Object.fromEntries(
        [-5, 0, 1.5, 241, Number.NaN, Number.POSITIVE_INFINITY, '5'].map((minutes) => [
          `${String(minutes)} minutes`,
          withStep({ ...talk, minutes }),
        ]),
      ),
      ...Object.fromEntries(
        ['', 's1', 'a b', 'x'.repeat(25), '__proto__', 'constructor', '../s1'].map((id) => [
          `the id "${id}"`,
          withStep({ ...talk, id }),
        ]),
      ),
    };
    expect(Object.keys(refused).filter((what) => opens(refused[what] ?? course))).toEqual([]);
  });

  it('[CF2] nor read from a file', () => {
    const reasons = (protocol: Protocol) => {
      const read = readCourse(writeCourse({ name: '', protocol }));
      return read.ok ? [] : read.refusals.map(({ row, reason }) => [row, reason]);
    };
    const more = (step: object) => withStep(step) as Protocol;
    const long = (count: number) =>
      ({ ...course, steps: many(count, (n) => ({ ...talk, id: `n${n}` })) }) as unknown as Protocol;
    expect(reasons(more(talk))).toEqual([]);
    expect(reasons(long(41))).toEqual([[41, 'many-steps']]);
    expect(reasons(long(1_000))).toEqual([[null, 'too-large']]);
    expect(reasons(more({ ...talk, minutes: -5 }))).toEqual([[course.steps.length + 1, 'minutes']]);
    expect(reasons(more({ ...talk, id: 'toString' }))).toEqual([[course.steps.length + 1, 'id']]);
  });

  it('[SI1, DR12] six names of sixty letters come in, and no longer or further one', () => {
    const names = (people: number, letters: number) => many(people, (n) => `${n}`.padEnd(letters, 'w'));
    expect(enters(names(6, 60), 'y'.repeat(60))).toBe(true);
    expect(enters(names(6, 61))).toBe(false);
    expect(enters(names(6, 60), 'y'.repeat(61))).toBe(false);
    expect(enters(names(14, 5))).toBe(false);
    const { play } = fullCircle();
    const before = play.session;
    expect(play.askTogether('open', 'York', names(7, 60))).toEqual({ ok: false, refusal: 'site-full' });
    expect(play.session).toBe(before);
    expect(play.askTogether('open', 'York', names(6, 60)).ok).toBe(true);
  });

  it.each<object>([
    { type: 'extend', minutes: -1, turn: 1 },
    { type: 'moveEnd', minutes: 61 },
    { type: 'next', turn: -1 },
    { type: 'goTo', step: '../s1', turn: 1 },
    { type: 'endSession', stay: false },
    { type: 'undo' },
    { type: 'raiseHand', as: 'me' },
    { type: 'choosePresenter', seat: 'a b c d e' },
    { type: 'enter', hash: 'h'.repeat(43) },
    { type: 'tick' },
    { type: 'toString' },
    { type: 'hold', as: 'id-000001' },
  ])('[SK12] %j is nothing of ours', (command) => {
    expect(sends(command)).toBe(false);
  });
});
