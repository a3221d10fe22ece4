// What makes a course impossible to run, each fault at the step that it concerns. The server refuses such a course, the
// editor shows the same words under the same row.

import { cleanName } from '../session/names.ts';
import { PARTS, type StepId } from '../vocabulary.ts';
import { planOf, wayBack, type Plan } from './cases.ts';
import { ADDABLE } from './kinds.ts';
import { PHASES } from './phases.ts';
import type { Protocol, Step, WholeEvening } from './steps.ts';

/** More steps than any evening has. */
export const MOST_STEPS = 40;
/** Minutes. */
export const LONGEST_STEP = 240;
/** Minutes of all steps. */
export const LONGEST_EVENING = 12 * 60;
/** Seconds for which the group waits for a presenter whose line broke. */
export const LONGEST_WAIT = 600;
/** Minutes for which members stay after the end. */
export const LONGEST_STAY = 60;

const STEP_ID = /^[A-Za-z0-9_-]{1,24}$/;

/**
 * `many-steps` = the first step too many · `id` = none that can be one · `twice` = an earlier step has its id ·
 * `minutes` = not a whole number from 1 on · `long-step`, `long-evening` = longer than that may be · `title` = too long,
 * or hides something · `nobody-there` = leaders or members have no place in it · `no-such-part` = speaks for a part that
 * is not there · `heard-outside` = a voice for whoever sits back · `back-outside-case` = a chair moved back where nobody
 * presents · `no-way-back` = its presenter would sit back to the end of the case · `silent-return` = whoever comes back
 * may not speak · `wait`, `stay` = of the whole evening: no such wait for a presenter, no such time after the end.
 */
export const FAULTS = [
  'no-steps',
  'many-steps',
  'id',
  'twice',
  'minutes',
  'long-step',
  'long-evening',
  'title',
  'nobody-there',
  'no-such-part',
  'heard-outside',
  'back-outside-case',
  'no-way-back',
  'silent-return',
  'wait',
  'stay',
] as const;
export type Fault = (typeof FAULTS)[number];

export type FaultAt = {
  /** Where the step stands, counted from 0; `null` = it concerns the whole evening. */
  readonly at: number | null;
  readonly step: StepId | null;
  readonly fault: Fault;
};

const whole = (value: number, from: number, to: number): boolean =>
  Number.isInteger(value) && value >= from && value <= to;

/** Nobody of a part without a voice in the row of the kind is there. */
const speaksForNobody = ({ kind, over }: Step): boolean =>
  PARTS.some((part) => over?.voice?.[part] !== undefined && PHASES[kind].voice[part] === null);

/** What a step says for itself. */
const ownFaults = (step: Step): readonly Fault[] => {
  const { id, minutes, title } = step;
  const faults: Fault[] = [];
  // State is looked up by it, where a name that every object has would be found.
  if (!STEP_ID.test(id) || id in Object.prototype) faults.push('id');
  if (minutes !== null && !whole(minutes, 1, Number.MAX_VALUE)) faults.push('minutes');
  else if (minutes !== null && minutes > LONGEST_STEP) faults.push('long-step');
  if (title !== undefined && (title === '' || cleanName(title) !== title)) faults.push('title');
  if (!ADDABLE.includes(step.kind)) faults.push('nobody-there');
  if (speaksForNobody(step)) faults.push('no-such-part');
  return faults;
};

/** The next step of the same case at which the presenter sits in the circle as such; -1 where there is none. */
const comesIn = ({ rows, cases }: Plan, at: number): number =>
  rows.findIndex(
    (row, index) =>
      index > at && cases[index] === cases[at] && row.needsPresenter && row.presenterSeat === 'circle',
  );

/** What a step says of the chair, beside the others. */
const chairFaults = (plan: Plan, at: number): readonly Fault[] => {
  const row = plan.rows[at];
  if (!row) return [];
  if (row.presenterSeat === 'circle') {
    const comesBack = plan.rows.some(
      ({ presenterSeat }, before) => presenterSeat === 'back' && before < at && comesIn(plan, before) === at,
    );
    return comesBack && row.voice.presenter !== 'open' ? ['silent-return'] : [];
  }
  if (row.voice.presenter === null) return ['back-outside-case'];
  // Whoever sits back is told that nobody hears them.
  if (row.voice.presenter !== 'none') return ['heard-outside'];
  const lastOfCase = !plan.rows.some(
    (other, index) => index > at && plan.cases[index] === plan.cases[at] && other.presenterSeat === 'back',
  );
  return lastOfCase && wayBack(plan, at) === null && comesIn(plan, at) < 0 ? ['no-way-back'] : [];
};

/** The first step with which the evening grows too long; -1 where it does not. */
const tooLongFrom = (steps: readonly Step[]): number => {
  let sum = 0;
  return steps.findIndex(({ minutes }) => {
    const own = minutes !== null && whole(minutes, 1, LONGEST_STEP) ? minutes : 0;
    sum += own;
    return sum > LONGEST_EVENING;
  });
};

const eveningFaults = ({ presenterWait, leavingMinutes }: WholeEvening): readonly Fault[] => [
  ...(whole(presenterWait, 0, LONGEST_WAIT) ? [] : (['wait'] as const)),
  ...(leavingMinutes === null || whole(leavingMinutes, 1, LONGEST_STAY) ? [] : (['stay'] as const)),
];

/** Why a course cannot be run, in the order of its steps; what concerns the whole evening comes last. */
export const faultsOf = (protocol: Omit<Protocol, 'madeFrom'>): readonly FaultAt[] => {
  const { steps } = protocol;
  const ofEvening = eveningFaults(protocol).map((fault) => ({ at: null, step: null, fault }));
  if (steps.length === 0) return [{ at: null, step: null, fault: 'no-steps' }, ...ofEvening];
  if (steps.length > MOST_STEPS)
    return [{ at: MOST_STEPS, step: steps[MOST_STEPS]?.id ?? null, fault: 'many-steps' }, ...ofEvening];
  const plan = planOf(steps);
  const tooLong = tooLongFrom(steps);
  const ofSteps = steps.flatMap((step, at) => {
    const faults: Fault[] = [...ownFaults(step), ...chairFaults(plan, at)];
    if (steps.findIndex(({ id }) => id === step.id) < at) faults.push('twice');
    if (at === tooLong) faults.push('long-evening');
    return faults.map((fault) => ({ at, step: step.id, fault }));
  });
  return [...ofSteps, ...ofEvening];
};
