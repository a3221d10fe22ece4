// The evening drawn to scale: a stretch for each timed step, in the shape of whose time it is.

import { rowOf, type Step } from '@tele-balint/shared/protocol/steps';
import type { Mark } from '@tele-balint/shared/protocol/kinds';

/**
 * settle = a thin line · tell = a lamp outline, the presenter tells · all = a pine outline, all talk · back = a pine block,
 * the presenter sits back · pause = dots.
 */
export type StripMark = Mark | 'back';

export type Stretch = { readonly id: Step['id']; readonly mark: StripMark; readonly minutes: number };

/** The shape of a step, timed or not. */
export const markOf = (step: Pick<Step, 'kind' | 'over'>): StripMark => {
  const { presenterSeat, mark } = rowOf(step);
  return presenterSeat === 'back' ? 'back' : mark;
};

/** The timed steps; one that takes no time has no length. */
export const stripOf = (steps: readonly Step[]): readonly Stretch[] =>
  steps.flatMap((step) =>
    step.minutes !== null && step.minutes > 0
      ? [{ id: step.id, mark: markOf(step), minutes: step.minutes }]
      : [],
  );
