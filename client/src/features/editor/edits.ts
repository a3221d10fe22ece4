// Every way of changing a course by hand. An edit that changes nothing gives back the very course that it was given.

import { cleanName } from '@tele-balint/shared/session/names';
import type { NamedCourse } from '@tele-balint/shared/protocol/course-file';
import { laidOver } from '@tele-balint/shared/protocol/over';
import { presentsIn, usualMinutes } from '@tele-balint/shared/protocol/kinds';
import { withStory } from '@tele-balint/shared/protocol/presets';
import type { Over, PhaseKind, Step, WholeEvening } from '@tele-balint/shared/protocol/steps';
import type { StepId, Voice } from '@tele-balint/shared/vocabulary';

type Edit = (course: NamedCourse) => NamedCourse;

const withSteps = (course: NamedCourse, steps: readonly Step[]): NamedCourse => ({
  ...course,
  protocol: { ...course.protocol, steps },
});

/** What a step says, however it is written down. */
const saidBy = (step: Step): string =>
  JSON.stringify([step.id, step.kind, step.minutes, step.title, laidOver(step, {}).over]);

/** Changes each step; whatever says the same afterwards stays the same. */
const eachChanged = (course: NamedCourse, change: (step: Step) => Step): NamedCourse => {
  const { steps } = course.protocol;
  const after = steps.map((step) => {
    const next = change(step);
    return saidBy(next) === saidBy(step) ? step : next;
  });
  return after.every((step, at) => step === steps[at]) ? course : withSteps(course, after);
};

/** Changes one step; nothing where there is none of this id. */
const changed =
  (id: StepId, change: (step: Step) => Step): Edit =>
  (course) =>
    eachChanged(course, (step) => (step.id === id ? change(step) : step));

const NUMBERED = /^s(\d{1,6})$/;

/** Ids that no step of the course has yet. */
const freshIds = (steps: readonly Step[], count: number): readonly StepId[] => {
  const last = Math.max(0, ...steps.map(({ id }) => Number(NUMBERED.exec(id)?.[1] ?? 0)));
  return Array.from({ length: count }, (_, index) => `s${last + 1 + index}` as StepId);
};

/** Puts steps in at a place, each under an id of its own. */
const putIn = (course: NamedCourse, at: number, more: readonly Omit<Step, 'id'>[]): NamedCourse => {
  const { steps } = course.protocol;
  const ids = freshIds(steps, more.length);
  const named = more.map((step, index): Step => ({ ...step, id: ids[index] ?? ('' as StepId) }));
  return withSteps(course, [...steps.slice(0, at), ...named, ...steps.slice(at)]);
};

const placeOf = ({ protocol }: NamedCourse, id: StepId): number =>
  protocol.steps.findIndex((step) => step.id === id);

/** A new step of a kind, with the minutes that it usually takes; after that step, or at the end. */
export const added =
  (kind: PhaseKind, after: StepId | null): Edit =>
  (course) => {
    const at = after === null ? course.protocol.steps.length : placeOf(course, after) + 1;
    return putIn(course, at, [{ kind, minutes: usualMinutes(kind) }]);
  };

export const removed =
  (id: StepId): Edit =>
  (course) => {
    const steps = course.protocol.steps.filter((step) => step.id !== id);
    return steps.length === course.protocol.steps.length ? course : withSteps(course, steps);
  };

/** The same step once more, after itself. */
export const repeated =
  (id: StepId): Edit =>
  (course) => {
    const at = placeOf(course, id);
    const step = course.protocol.steps[at];
    return step === undefined ? course : putIn(course, at + 1, [step]);
  };

/** Puts steps in at a place. */
export const inserted =
  (at: number, steps: readonly Omit<Step, 'id'>[]): Edit =>
  (course) =>
    putIn(course, at, steps);

/** To a place, counted from 0; beyond the ends it stays at the end. */
export const movedTo =
  (id: StepId, to: number): Edit =>
  (course) => {
    const { steps } = course.protocol;
    const at = placeOf(course, id);
    const step = steps[at];
    const place = Math.min(steps.length - 1, Math.max(0, to));
    if (step === undefined || place === at) return course;
    const others = steps.filter((one) => one !== step);
    return withSteps(course, [...others.slice(0, place), step, ...others.slice(place)]);
  };

/** Up or down by places. */
export const movedBy =
  (id: StepId, places: -1 | 1): Edit =>
  (course) =>
    movedTo(id, placeOf(course, id) + places)(course);

/** `null` = it takes as long as it takes. */
export const withMinutes = (id: StepId, minutes: number | null): Edit =>
  changed(id, (step) => ({ ...step, minutes }));

/** The leaders' own name for a step; nothing that can be seen = the name of its kind. */
export const withTitle = (id: StepId, text: string): Edit =>
  changed(id, ({ title: _, ...step }) => {
    const title = cleanName(text);
    return title === '' ? step : { ...step, title };
  });

const saying = (id: StepId, over: Over): Edit => changed(id, (step) => laidOver(step, over));

export const withVoice = (id: StepId, part: 'member' | 'outer', voice: Voice): Edit =>
  saying(id, { voice: { [part]: voice } });

/** What the presenter may do in a step: their voice in the circle, or sitting back. */
export type PresenterSaid = Voice | 'back';

/** Nothing in a step in which nobody presents. */
export const withPresenter = (id: StepId, said: PresenterSaid): Edit =>
  changed(id, (step) => {
    if (!presentsIn(step.kind)) return step;
    const voice = { presenter: said === 'back' ? 'none' : said } as const;
    return laidOver(step, { presenterSeat: said === 'back' ? 'back' : 'circle', voice });
  });

/** `open` = the presenter's camera is as they like. */
export const withCamera = (id: StepId, camera: 'open' | 'none'): Edit =>
  saying(id, { camera: { presenter: camera } });

export const withClock = (id: StepId, memberClock: 'none' | 'soft'): Edit => saying(id, { memberClock });

/** What holds for the whole evening. */
export const withEvening =
  (change: Partial<WholeEvening>): Edit =>
  (course) => {
    const before: WholeEvening = course.protocol;
    const differs = Object.entries(change).some(
      ([field, value]) => before[field as keyof WholeEvening] !== value,
    );
    return differs ? { ...course, protocol: { ...course.protocol, ...change } } : course;
  };

export const withStoryProtected =
  (protect: boolean): Edit =>
  (course) =>
    eachChanged(course, (step) => withStory([step], protect)[0] ?? step);

export const renamed =
  (text: string): Edit =>
  (course) => {
    const name = cleanName(text);
    return name === course.name ? course : { ...course, name };
  };
