// What events do to the course of the session: steps, clocks, voices, hands, the presenter's signal.

import { later, MINUTE, type Instant, type StepId } from '../vocabulary.ts';
import { minutesOf } from '../protocol/presets.ts';
import type { SessionEvent } from './events.ts';
import { indexOf, presenterOf, runningCase, runningRow, sitsBack, stepOf } from './roster.ts';
import type { Course, Session } from './session.ts';
import { endOf } from './timer.ts';

type CourseEvent = Extract<
  SessionEvent,
  {
    type:
      | 'begun'
      | 'presenterChosen'
      | 'moved'
      | 'extended'
      | 'held'
      | 'resumed'
      | 'handRaised'
      | 'handLowered'
      | 'floorGiven'
      | 'floorTaken'
      | 'voiceSet'
      | 'comeInAsked'
      | 'comeInSeen'
      | 'comeInWithdrawn';
  }
>;

/** The session's clock after a step began at `at`: it starts with the first timed step, and a hold moved it. */
const clockFrom = (session: Session, step: StepId, endsAt: Instant | null, at: Instant): Session['clock'] => {
  const { clock, protocol, course } = session;
  if (clock) {
    const heldFor = course.heldSince === null ? 0 : at - course.heldSince;
    return { ...clock, endsAt: later(clock.endsAt, heldFor) };
  }
  if (endsAt === null) return null;
  return {
    startedAt: at,
    endsAt: later(at, minutesOf(protocol.steps.slice(indexOf(session, step))) * MINUTE),
  };
};

const begin = (session: Session, step: StepId, endsAt: Instant | null, at: Instant): Session => ({
  ...session,
  clock: clockFrom(session, step, endsAt, at),
  course: {
    ...session.course,
    turn: session.course.turn + 1,
    step,
    since: at,
    endsAt,
    heldSince: null,
    voices: {},
    floor: [],
    hands: [],
    ask: null,
  },
});

/** The presenter's signal after a move: it stays as long as the same person sits back in the same case. */
const askAfter = (before: Session, after: Session): Course['ask'] => {
  const presenter = presenterOf(before);
  const stays =
    presenter !== null &&
    sitsBack(before, presenter) &&
    sitsBack(after, presenter) &&
    runningCase(before) === runningCase(after);
  return stays ? before.course.ask : null;
};

/** The cases that have begun, with that of the running step if it belongs to one. */
const begunWith = (session: Session): Course['begun'] => {
  const { begun } = session.course;
  const one = runningCase(session);
  return one === null || !runningRow(session).needsPresenter || begun.includes(one) ? begun : [...begun, one];
};

const resumed = (session: Session, at: Instant): Session => {
  const { course, clock } = session;
  const heldFor = course.heldSince === null ? 0 : at - course.heldSince;
  return {
    ...session,
    clock: clock && { ...clock, endsAt: later(clock.endsAt, heldFor) },
    course: {
      ...course,
      heldSince: null,
      // The rim shows a share of the step: its beginning moves with its end.
      since: later(course.since, heldFor),
      endsAt: course.endsAt === null ? null : later(course.endsAt, heldFor),
    },
  };
};

const extended = (session: Session, endsAt: Instant): Session => {
  const { course, clock } = session;
  const more = course.endsAt === null ? 0 : endsAt - course.endsAt;
  return {
    ...session,
    clock: clock && { ...clock, endsAt: later(clock.endsAt, more) },
    course: { ...course, endsAt },
  };
};

const changedCourse = (course: Course, event: CourseEvent): Course => {
  switch (event.type) {
    case 'presenterChosen':
      return { ...course, presenters: { ...course.presenters, [event.case]: event.seat } };
    case 'held':
      return { ...course, heldSince: event.at };
    case 'handRaised':
      return { ...course, hands: [...course.hands, event.seat] };
    case 'handLowered':
      return { ...course, hands: course.hands.filter((one) => one !== event.seat) };
    case 'floorGiven':
      return {
        ...course,
        floor: [...course.floor, event.seat],
        hands: course.hands.filter((one) => one !== event.seat),
      };
    case 'floorTaken':
      return { ...course, floor: course.floor.filter((one) => one !== event.seat) };
    case 'voiceSet':
      return { ...course, voices: { ...course.voices, [event.part]: event.voice } };
    case 'comeInAsked':
      return { ...course, ask: { since: event.at, seen: false } };
    case 'comeInSeen':
      return { ...course, ask: course.ask && { ...course.ask, seen: true } };
    case 'comeInWithdrawn':
      return { ...course, ask: null };
    case 'begun':
    case 'moved':
    case 'extended':
    case 'resumed':
      return course;
  }
};

/** The state after an event of the course. */
export const evolveCourse = (session: Session, event: CourseEvent): Session => {
  switch (event.type) {
    case 'begun': {
      const { id, minutes } = stepOf(session);
      return { ...begin(session, id, endOf(minutes, undefined, event.at), event.at), status: 'running' };
    }
    case 'moved': {
      const { course } = session;
      const left = event.left === null ? course.left : { ...course.left, [course.step]: event.left };
      const next = begin(session, event.step, event.endsAt, event.at);
      return {
        ...next,
        course: {
          ...next.course,
          left,
          movedAt: event.at,
          ask: askAfter(session, next),
          begun: begunWith(next),
        },
      };
    }
    case 'extended':
      return extended(session, event.endsAt);
    case 'resumed':
      return resumed(session, event.at);
    default:
      return { ...session, course: changedCourse(session.course, event) };
  }
};
