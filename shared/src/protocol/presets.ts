// What is made of the courses to choose from.

import { COURSES } from './courses.ts';
import { laidOver } from './over.ts';
import { PHASES } from './phases.ts';
import { rowOf, USUAL_EVENING, type CourseId, type Protocol, type Step } from './steps.ts';

/** The steps of every course, by its id. */
export const PRESETS = Object.fromEntries(COURSES.map(({ id, steps }) => [id, steps])) as Readonly<
  Record<CourseId, readonly Step[]>
>;

/** Minutes that steps take in all; those without minutes count for nothing. */
export const minutesOf = (steps: readonly Step[]): number =>
  steps.reduce((sum, step) => sum + (step.minutes ?? 0), 0);

const tellsStory = ({ kind }: Step): boolean => PHASES[kind].voice.member === 'floor';

/** Whether members ask for the floor by a hand wherever a case is told. */
export const protectsStory = (steps: readonly Step[]): boolean =>
  steps.every((step) => !tellsStory(step) || rowOf(step).voice.member === 'floor');

/** The same steps, in which members ask for the floor by a hand where a case is told, or speak as they like. */
export const withStory = (steps: readonly Step[], protect: boolean): readonly Step[] =>
  steps.map((step) =>
    tellsStory(step) ? laidOver(step, { voice: { member: protect ? 'floor' : 'open' } }) : step,
  );

/**
 * The protocol that a leader opens a session with.
 * @param protectStory in the presentation members ask for the floor by a hand; else they speak as they like
 */
export const protocolOf = (id: CourseId, protectStory: boolean): Protocol => ({
  ...(COURSES.find((course) => course.id === id)?.evening ?? USUAL_EVENING),
  madeFrom: id,
  steps: withStory(PRESETS[id], protectStory),
});
