import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protocols } from '../testing/protocols.ts';
import type { StepId } from '../vocabulary.ts';
import { planOf, wayBack } from './cases.ts';
import { COURSES, numbered } from './courses.ts';
import { faultsOf } from './faults.ts';
import { protocolShape } from './read.ts';
import { USUAL_EVENING, type Over, type Protocol, type Step, type WholeEvening } from './steps.ts';
import type { PhaseKind } from './phases.ts';

const step = (id: string, kind: PhaseKind, over?: Over, more: Partial<Step> = {}): Step => ({
  id: id as StepId,
  kind,
  minutes: null,
  ...(over && { over }),
  ...more,
});

const course = (steps: readonly Step[], evening: Partial<WholeEvening> = {}): Protocol => ({
  ...USUAL_EVENING,
  ...evening,
  madeFrom: null,
  steps,
});

/** The faults of these steps, each with the step that it stands at. */
const faults = (...steps: readonly Step[]) =>
  faultsOf(course(steps)).map(({ step: at, fault }) => [at, fault]);

const a = step('a', 'presentation');
const back = step('b', 'discussion');
const end = step('c', 'closing');

describe('what is wrong with a course', () => {
  it.each(COURSES)('[PH8] is nothing with $id', ({ steps }) => {
    expect(faultsOf(course(steps))).toEqual([]);
  });

  it('[PH8] is said at the step that leaves its presenter outside, once a case', () => {
    expect(faults(a, back, end)).toEqual([['b', 'no-way-back']]);
    expect(faults(a, step('p', 'pushBack'), back, end)).toEqual([['b', 'no-way-back']]);
    expect(faults(back, step('k', 'call'), step('r', 'return'))).toEqual([['b', 'no-way-back']]);
    expect(faults(back, step('q', 'quiet'), step('o', 'round'))).toEqual([['b', 'no-way-back']]);
    expect(faults(back, step('k', 'call'), step('d', 'discussion'), end)).toEqual([
      ['b', 'no-way-back'],
      ['d', 'no-way-back'],
    ]);
  });

  it('[PH8] is a presenter who comes back and may not speak', () => {
    for (const presenter of ['none', 'floor'] as const) {
      const silent = step('r', 'return', { voice: { presenter } });
      expect(faults(a, back, silent, end)).toEqual([['r', 'silent-return']]);
      expect(faults(a, back, silent, step('q', 'questions'))).toEqual([['r', 'silent-return']]);
    }
    expect(
      faults(a, back, step('r', 'return'), step('q', 'questions', { voice: { presenter: 'none' } })),
    ).toEqual([]);
  });

  it('[PH8] is a voice for whoever sits back, and a chair moved back where nobody presents', () => {
    expect(faults(step('b', 'discussion', { voice: { presenter: 'open' } }), step('r', 'return'))).toEqual([
      ['b', 'heard-outside'],
    ]);
    expect(faults(step('c', 'closing', { presenterSeat: 'back' }))).toEqual([['c', 'back-outside-case']]);
    expect(faults(a, step('q', 'quiet', { presenterSeat: 'back' }))).toEqual([['q', 'back-outside-case']]);
  });

  it('[PH8] is a step with a part of nobody, and one in which leaders or members have no place', () => {
    expect(faults(step('k', 'call', { voice: { presenter: 'open' } }))).toEqual([['k', 'no-such-part']]);
    expect(faults(step('d', 'debrief'), step('l', 'leaving'))).toEqual([
      ['d', 'nobody-there'],
      ['l', 'nobody-there'],
    ]);
  });

  it.each([-1, 0, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 1e300])(
    '[PH8] is a step of %d minutes',
    (minutes) => {
      expect(faults(step('a', 'arrive', undefined, { minutes }), end)).toEqual([
        ['a', minutes > 1e9 && Number.isFinite(minutes) ? 'long-step' : 'minutes'],
      ]);
    },
  );

  it('[PH8] is a step of more than four hours, and the one with which the evening grows longer than twelve', () => {
    const hours = (id: string, minutes: number) => step(id, 'talk', undefined, { minutes });
    expect(faults(hours('a', 240))).toEqual([]);
    expect(faults(hours('a', 241))).toEqual([['a', 'long-step']]);
    expect(faults(hours('a', 240), hours('b', 240), hours('c', 240))).toEqual([]);
    expect(faults(hours('a', 240), hours('b', 240), hours('c', 240), hours('d', 1), hours('e', 60))).toEqual([
      ['d', 'long-evening'],
    ]);
    // Thirteen hours in one step.
    expect(faults(hours('a', 780))).toEqual([['a', 'long-step']]);
  });

  it('[PH8] is no step at all, and the first one too many: what comes after it is not looked at', () => {
    expect(faultsOf(course([]))).toEqual([{ at: null, step: null, fault: 'no-steps' }]);
    const many = (count: number) => course(numbered(Array.from({ length: count }, () => ['call', null])));
    expect(faultsOf(many(40))).toEqual([]);
    expect(faultsOf(many(1_000))).toEqual([{ at: 40, step: 's41', fault: 'many-steps' }]);
  });

  it('[PH8] is an id that is none or stands twice, told at the second of the two', () => {
    expect(faultsOf(course([step('a', 'call'), step('a', 'closing')]))).toEqual([
      { at: 1, step: 'a', fault: 'twice' },
    ]);
    // Names that every object has would be found where no step has left anything.
    for (const id of ['', 'a b', '<b>', 'ä', 'x'.repeat(25), '__proto__', 'constructor', 'toString'])
      expect(faults(step(id, 'call'))).toEqual([[id, 'id']]);
  });

  it('[PH8] is a title that is too long, empty, or hides something', () => {
    const titled = (title: string) => faults(step('a', 'call', undefined, { title }));
    expect(titled('Who has a case?')).toEqual([]);
    expect(titled('x'.repeat(60))).toEqual([]);
    for (const title of ['', ' ', 'x'.repeat(61), 'a\u202eb', ' a', 'a\nb'])
      expect(titled(title)).toEqual([['a', 'title']]);
  });

  it('[PH8] is a wait for the presenter or a time to stay that is none, at no step', () => {
    const whole = (evening: Partial<WholeEvening>) => faultsOf(course([end], evening));
    expect(whole({ presenterWait: 0, leavingMinutes: null })).toEqual([]);
    expect(whole({ presenterWait: 600, leavingMinutes: 60 })).toEqual([]);
    for (const presenterWait of [-1, 0.5, 601, Number.NaN])
      expect(whole({ presenterWait })).toEqual([{ at: null, step: null, fault: 'wait' }]);
    for (const leavingMinutes of [-1, 0, 0.5, 61])
      expect(whole({ leavingMinutes })).toEqual([{ at: null, step: null, fault: 'stay' }]);
  });

  it('[PH8] leads whoever sits back in a course without faults to where they may speak, in the same case', () => {
    fc.assert(
      fc.property(protocols(), ({ steps }) => {
        const plan = planOf(steps);
        plan.rows.forEach((row, at) => {
          if (row.presenterSeat === 'back') expect(wayBack(plan, at)).not.toBeNull();
        });
      }),
    );
  });

  it('[PH8] is what the server refuses, and nothing else', () => {
    expect(protocolShape.safeParse(course([a, back, end])).success).toBe(false);
    expect(protocolShape.safeParse(course([a, back, step('r', 'return'), end])).success).toBe(true);
    expect(protocolShape.safeParse(course([end], { presenterWait: 601 })).success).toBe(false);
    expect(
      protocolShape.safeParse(course([step('a', 'call', undefined, { title: 'a\u202eb' })])).success,
    ).toBe(false);
  });
});
