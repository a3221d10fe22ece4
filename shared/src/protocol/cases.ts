// Cases are derived from the steps. One begins with the first step that needs a presenter, and ends before the next step
// at which a case ends, such as a call, a break or the closing.

import type { PhaseRow } from './phases.ts';
import { rowOf, type Step } from './steps.ts';

type CaseRow = Pick<PhaseRow, 'needsPresenter' | 'endsCase'>;

/** Of each row the number of its case, counted from 0; `null` between the cases. */
export const casesOf = (rows: readonly CaseRow[]): readonly (number | null)[] => {
  let last = -1;
  let running = false;
  return rows.map(({ needsPresenter, endsCase }) => {
    if (endsCase) running = false;
    else if (needsPresenter && !running) {
      running = true;
      last += 1;
    }
    return running ? last : null;
  });
};

/** The steps of a protocol with their rows as they hold and their cases. */
export type Plan = { readonly rows: readonly PhaseRow[]; readonly cases: readonly (number | null)[] };

/** Steps never change in place, so each list of them is worked out once. */
const plans = new WeakMap<readonly Step[], Plan>();

/** What follows from the steps of a protocol. */
export const planOf = (steps: readonly Step[]): Plan => {
  const known = plans.get(steps);
  if (known) return known;
  const rows = steps.map(rowOf);
  const plan = { rows, cases: casesOf(rows) };
  plans.set(steps, plan);
  return plan;
};

/** The case that a presenter is chosen for at a step: its own, or the next one ahead; `null` where none follows. */
export const caseAhead = ({ cases }: Plan, index: number): number | null =>
  cases.slice(index).find((one) => one !== null) ?? null;

/** Whether a step stands before a case or is the first one of it: until then its presenter can be chosen. */
export const beforeTelling = (plan: Plan, index: number): boolean => {
  const own = plan.cases[index] ?? null;
  return own === null ? caseAhead(plan, index) !== null : plan.cases[index - 1] !== own;
};

/**
 * The case that is told anew once a course goes back to this step, which stands before it: `null` where the step belongs to
 * a case or none of them has begun.
 */
export const caseToldAnew = (plan: Plan, index: number, begun: readonly number[]): number | null => {
  const ahead = (plan.cases[index] ?? null) === null ? caseAhead(plan, index) : null;
  return ahead !== null && begun.includes(ahead) ? ahead : null;
};

const comesBack = ({ presenterSeat, voice }: PhaseRow): boolean =>
  presenterSeat === 'circle' && voice.presenter === 'open';

/** The next step of the same case at which its presenter sits in the circle and may speak; `null` where there is none. */
export const wayBack = ({ rows, cases }: Plan, index: number): number | null => {
  const own = cases[index] ?? null;
  const found = rows.findIndex(
    (row, at) => at > index && own !== null && cases[at] === own && comesBack(row),
  );
  return found < 0 ? null : found;
};

/** The step at which the presenter of the running case is back for good, if it is still ahead; `null` where there is none. */
const backForGood = ({ rows, cases }: Plan, index: number): number | null => {
  const own = cases[index] ?? null;
  const lastBack = rows.findLastIndex((row, at) => cases[at] === own && row.presenterSeat === 'back');
  if (own === null || lastBack < 0) return null;
  const found = rows.findIndex(
    (row, at) => at > index && at > lastBack && cases[at] === own && comesBack(row),
  );
  return found < 0 ? null : found;
};

/** The next step outside the running case; `null` where it is the last thing of the course. */
const afterCase = ({ cases }: Plan, index: number): number | null => {
  const own = cases[index] ?? null;
  const found = cases.findIndex((one, at) => at > index && one !== own);
  return found < 0 ? null : found;
};

/** Where a case is closed gently: with its presenter at their return, without them after it; `null` where neither is. */
export const gentleEnd = (plan: Plan, index: number, withPresenter: boolean): number | null => {
  if ((plan.cases[index] ?? null) === null) return null;
  const [back, after] = [backForGood(plan, index), afterCase(plan, index)];
  return withPresenter ? (back ?? after) : (after ?? back);
};
