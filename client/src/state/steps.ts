// What pages read off the course: the row of a step and its case; the kind is only for words.

import type { RoomView } from '@tele-balint/shared/view/view';
import type { StepView } from '@tele-balint/shared/view/course';
import { t } from '../text/text.ts';
import { youPresent } from './places.ts';

/** The running step. */
export const runningStep = ({ course }: RoomView): StepView | undefined => course.steps[course.index];

/** What a step is called: by its leaders, or by the name of its kind. */
export const nameOfStep = ({ title, kind }: Pick<StepView, 'title' | 'kind'>): string =>
  title ?? t(`phase.${kind}`);

/** What the running step is called. */
export const nameOfPhase = (view: RoomView): string =>
  nameOfStep(runningStep(view) ?? { title: null, kind: view.course.kind });

/** Where the presenter's chair stands in the running step, for a sentence. */
export const chairOf = (view: RoomView): 'circle' | 'back' =>
  runningStep(view)?.row.presenterSeat ?? 'circle';

/** Whether the running step is the first one of a case: its presenter can still be chosen anew. */
export const beginsCase = ({ course: { steps, index } }: RoomView): boolean => {
  const own = steps[index]?.case ?? null;
  return own !== null && steps[index - 1]?.case !== own;
};

/** Whether the running step belongs to a case. */
export const isInCase = (view: RoomView): boolean => (runningStep(view)?.case ?? null) !== null;

/** Whether the chair of the running case stands back, or has stood back before. */
export const chairWentBack = (view: RoomView): boolean => {
  const { steps, index } = view.course;
  const own = steps[index]?.case ?? null;
  return (
    own !== null &&
    steps.some((step, at) => at <= index && step.case === own && step.row.presenterSeat === 'back')
  );
};

/** Whether the chair of the running or the coming case has not stood back yet, and still will. */
export const chairGoesBack = (view: RoomView): boolean => {
  const { steps, index } = view.course;
  if (view.presenter === null || chairWentBack(view)) return false;
  const own = steps.slice(index).find((step) => step.case !== null)?.case ?? null;
  return (
    own !== null &&
    steps.some((step, at) => at >= index && step.case === own && step.row.presenterSeat === 'back')
  );
};

/** Whether you have been chosen to present a case that has not begun. */
export const isChosen = (view: RoomView): boolean => youPresent(view) && !isInCase(view);
