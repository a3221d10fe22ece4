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
