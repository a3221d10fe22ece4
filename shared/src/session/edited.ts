// A course that leaders changed by hand: what is over or runs stays, and what was said of a case goes with its steps.

import { planOf } from '../protocol/cases.ts';
import type { Protocol, Step, WholeEvening } from '../protocol/steps.ts';
import type { StepId } from '../vocabulary.ts';
import type { SessionEvent } from './events.ts';
import { runningIndex } from './roster.ts';
import { BARE_STEP, type Course } from './course-state.ts';
import type { Session } from './session.ts';

/** A step that stays is named by its id. */
export type Ahead = readonly (StepId | Step)[];

/** How many steps are over or run; before Begin none. */
export const keptSteps = (session: Session): number =>
  session.evening === null ? 0 : runningIndex(session) + 1;

/** The course with these steps to come; `null` where one of them is not still to come. */
export const protocolWith = (session: Session, ahead: Ahead, evening: WholeEvening): Protocol | null => {
  const { steps } = session.protocol;
  const kept = steps.slice(0, keptSteps(session));
  const toCome = steps.slice(kept.length);
  const found = ahead.map((one) => (typeof one === 'string' ? toCome.find(({ id }) => id === one) : one));
  const known = found.filter((step) => step !== undefined && kept.every(({ id }) => id !== step.id));
  if (known.length < ahead.length) return null;
  const { reentry, outerRing, presenterWait, leavingMinutes, debrief } = evening;
  return {
    ...{ reentry, outerRing, presenterWait, leavingMinutes, debrief },
    madeFrom: null,
    steps: [...kept, ...(known as readonly Step[])],
  };
};

/** Of each case its number in the changed course: that of the first of its steps which belongs to a case there. */
const casesMoved = (before: readonly Step[], after: readonly Step[]): ReadonlyMap<number, number> => {
  const [was, is] = [planOf(before).cases, planOf(after).cases];
  const moved = new Map<number, number>();
  before.forEach(({ id }, at) => {
    const own = was[at] ?? null;
    const now = is[after.findIndex((step) => step.id === id)] ?? null;
    if (own === null || now === null || moved.has(own) || [...moved.values()].includes(now)) return;
    moved.set(own, now);
  });
  return moved;
};

/** What the course says of cases and steps, under their numbers and ids of now. */
const carriedOver = (session: Session, { steps }: Protocol): Course => {
  const { course, protocol } = session;
  const moved = casesMoved(protocol.steps, steps);
  const keptIds = protocol.steps.slice(0, keptSteps(session)).map(({ id }) => id);
  const presenters = Object.entries(course.presenters).flatMap(([of, seat]) => {
    const now = moved.get(Number(of));
    return now === undefined ? [] : [[now, seat] as const];
  });
  return {
    ...course,
    presenters: Object.fromEntries(presenters),
    begun: course.begun.flatMap((of) => moved.get(of) ?? []),
    // A step still to come has its whole time.
    left: Object.fromEntries(Object.entries(course.left).filter(([id]) => keptIds.some((one) => one === id))),
  };
};

/** The state after leaders have changed the course. */
export const edited = (
  session: Session,
  event: Extract<SessionEvent, { readonly type: 'courseEdited' }>,
): Session => {
  const protocol = protocolWith(session, event.ahead, event);
  const first = protocol?.steps[0];
  if (!protocol || !first) return session;
  const course = carriedOver(session, protocol);
  const anotherFirst = first !== session.protocol.steps[0];
  return {
    ...session,
    protocol,
    edited: { edition: (session.edited?.edition ?? 0) + 1, by: event.by, at: event.at },
    // Before Begin the first step is the one whose rights hold: what was given or taken in another one is over.
    course: anotherFirst ? { ...course, ...BARE_STEP, step: first.id } : course,
  };
};
