// The steps of the course as every page sees them.

import { planOf } from '../protocol/cases.ts';
import { rowOf, type Step } from '../protocol/steps.ts';
import type { StepView } from './course.ts';

/** Each step with its row as it holds and its case. */
export const stepViews = (steps: readonly Step[]): readonly StepView[] => {
  const { rows, cases } = planOf(steps);
  return steps.map((step, index) => {
    const { voice, presenterSeat, needsPresenter } = rows[index] ?? rowOf(step);
    return {
      id: step.id,
      kind: step.kind,
      minutes: step.minutes,
      title: step.title ?? null,
      case: cases[index] ?? null,
      row: { voice, presenterSeat, needsPresenter },
    };
  });
};
