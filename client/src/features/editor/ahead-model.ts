// The course as it stands in the room, for leaders who change what is to come.

import { protectsStory } from '@tele-balint/shared/protocol/presets';
import type { NamedCourse } from '@tele-balint/shared/protocol/course-file';
import type { Step } from '@tele-balint/shared/protocol/steps';
import type { PersonalCommand } from '@tele-balint/shared/decisions/commands-schema';
import type { RoomView } from '@tele-balint/shared/view/view';
import type { LeaderView } from '@tele-balint/shared/view/leader';
import { MINUTE } from '@tele-balint/shared/vocabulary';

type EditCourse = Extract<PersonalCommand, { readonly type: 'editCourse' }>;
type Edit = (course: NamedCourse) => NamedCourse;

/** The course of the room. */
export const courseOf = ({ course }: RoomView, { plan }: LeaderView): NamedCourse => ({
  name: '',
  protocol: {
    ...plan.evening,
    madeFrom: null,
    steps: course.steps.map(({ id, kind, minutes, title }): Step => {
      const over = plan.over[id];
      return { id, kind, minutes, ...(title !== null && { title }), ...(over && { over }) };
    }),
  },
});

/** How many steps are over or run; before Begin none. */
export const keptIn = ({ session, course }: RoomView): number => (session.begun ? course.index + 1 : 0);

const withSteps = (course: NamedCourse, steps: readonly Step[]): NamedCourse => ({
  ...course,
  protocol: { ...course.protocol, steps },
});

const isSame = (a: Step, b: Step | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A changed course beside the one of the room, which may have moved on meanwhile: what runs is not to come any more. */
export const onTopOf = (room: NamedCourse, kept: number, mine: NamedCourse): NamedCourse => {
  const before = room.protocol.steps.slice(0, kept);
  if (before.every((step, at) => isSame(step, mine.protocol.steps[at]))) return mine;
  const ahead = mine.protocol.steps.filter(({ id }) => before.every((step) => step.id !== id));
  return withSteps(mine, [...before, ...ahead]);
};

/** An edit that leaves the kept steps as they are; one that would move them changes nothing. */
export const keeping =
  (kept: number, edit: Edit): Edit =>
  (course) => {
    const next = edit(course);
    const [was, is] = [course.protocol.steps, next.protocol.steps];
    if (was.slice(0, kept).some(({ id }, at) => is[at]?.id !== id)) return course;
    return is.slice(0, kept).every((step, at) => step === was[at])
      ? next
      : withSteps(next, [...was.slice(0, kept), ...is.slice(kept)]);
  };

/** Whether the story is protected wherever a case is still to be told. */
export const protectsAhead = ({ protocol }: NamedCourse, kept: number): boolean =>
  protectsStory(protocol.steps.slice(kept));

/** The command that makes a changed course the course of the room; a step that stays is named by its id. */
export const editCommand = (view: RoomView, leader: LeaderView, changed: NamedCourse): EditCourse => {
  const kept = keptIn(view);
  const { reentry, outerRing, presenterWait, leavingMinutes, debrief, steps } = changed.protocol;
  const said = new Map(
    courseOf(view, leader)
      .protocol.steps.slice(kept)
      .map((step) => [step.id, JSON.stringify(step)]),
  );
  return {
    type: 'editCourse',
    turn: view.course.turn,
    edition: leader.plan.edition,
    ahead: steps
      .slice(kept)
      .map((step) => (said.get(step.id) === JSON.stringify(step) ? step.id : { ...step })),
    evening: { reentry, outerRing, presenterWait, leavingMinutes, debrief },
  };
};

/** Characters of a command that a frame surely has room for. */
const LONGEST = 12 * 1024;
/** More than can be sent at once: some of it has to be taken over first. */
export const isTooMuch = (command: EditCourse): boolean =>
  new TextEncoder().encode(JSON.stringify(command)).length > LONGEST;

/**
 * The instant from which the rows of what is to come count their minutes, in milliseconds.
 * @param minutes planned for the kept steps
 * @returns `null` where nothing says when the evening begins
 */
export const aheadFrom = (
  view: RoomView,
  leader: LeaderView,
  minutes: number,
  now: number,
): number | null => {
  if (!view.session.begun) return leader.session.startsAt;
  const { clock } = view.course;
  const ends = clock === null ? now : clock.endsAt + (clock.held === null ? 0 : now - clock.held);
  return Math.max(now, ends) - minutes * MINUTE;
};
