// What events do to the course of the session: steps, clocks, voices, hands, the presenter's signal.

import { later, type Instant, type StepId } from '../vocabulary.ts';
import { keptApart } from './apart.ts';
import { edited } from './edited.ts';
import { floated, floatedFrom } from './evening.ts';
import type { SessionEvent } from './events.ts';
import { runningCase, stepOf } from './roster.ts';
import { BARE_STEP, type Course } from './course-state.ts';
import type { Session } from './session.ts';
import { endOf } from './timer.ts';
import { beforeMove, staysBack, undone, without } from './undo.ts';

type CourseEvent = Extract<
  SessionEvent,
  {
    type:
      | 'begun'
      | 'endMoved'
      | 'presenterChosen'
      | 'presenterCleared'
      | 'moved'
      | 'undone'
      | 'courseEdited'
      | 'caseStopped'
      | 'caseClosed'
      | 'caseOffered'
      | 'caseOfferWithdrawn'
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

/** Milliseconds for which the running step has been held by now. */
const heldFor = ({ heldSince }: Course, at: Instant): number => (heldSince === null ? 0 : at - heldSince);

const begin = (session: Session, step: StepId, endsAt: Instant | null, at: Instant): Session => ({
  ...session,
  evening: floatedFrom(
    { ...session, evening: floated(session.evening, heldFor(session.course, at)) },
    ...([step, endsAt, at] as const),
  ),
  course: {
    ...session.course,
    turn: session.course.turn + 1,
    step,
    since: at,
    endsAt,
    heldSince: null,
    ...BARE_STEP,
    stopped: null,
    gently: false,
  },
});

/** The cases that have begun, with that of the running step if it belongs to one. */
const begunWith = (session: Session): Course['begun'] => {
  const { begun } = session.course;
  const one = runningCase(session);
  return one === null || begun.includes(one) ? begun : [...begun, one];
};

const resumed = (session: Session, at: Instant): Session => {
  const { course } = session;
  const held = heldFor(course, at);
  return {
    ...session,
    evening: floated(session.evening, held),
    course: {
      ...course,
      heldSince: null,
      stopped: null,
      // The rim shows a share of the step: its beginning moves with its end.
      since: later(course.since, held),
      endsAt: course.endsAt === null ? null : later(course.endsAt, held),
    },
  };
};

const extended = (session: Session, endsAt: Instant): Session => {
  const { course, evening } = session;
  const more = course.endsAt === null ? 0 : endsAt - course.endsAt;
  return { ...session, evening: floated(evening, more), course: { ...course, endsAt } };
};

/** The first step's clock starts; who has the floor, or a hand up, keeps it. */
const begun = (session: Session, { endsAt, at }: Extract<CourseEvent, { type: 'begun' }>): Session => {
  const { id, minutes } = stepOf(session);
  const ends = endOf(minutes, undefined, at);
  const floats = endsAt === 'floats';
  const running: Session = {
    ...session,
    status: 'running',
    evening: { begunAt: at, endsAt: floats ? null : endsAt, floats },
    course: { ...session.course, since: at, endsAt: ends },
  };
  // To a program of then it was a move, and entered no case.
  if (floats) return begin(running, id, ends, at);
  return { ...running, course: { ...running.course, begun: begunWith(running) } };
};

/** These change more of the session than its course. */
type Whole = 'begun' | 'endMoved' | 'moved' | 'undone' | 'courseEdited' | 'extended' | 'resumed';

const changedCourse = (course: Course, event: Exclude<CourseEvent, { type: Whole }>): Course => {
  switch (event.type) {
    case 'presenterChosen':
      return {
        ...course,
        presenters: { ...course.presenters, [event.case]: event.seat },
        offers: course.offers.filter((one) => one !== event.seat),
      };
    case 'presenterCleared': {
      const { [event.case]: _, ...presenters } = course.presenters;
      return { ...course, presenters, begun: course.begun.filter((one) => one !== event.case) };
    }
    case 'caseStopped':
      return {
        ...course,
        stopped: event.at,
        heldSince: course.endsAt === null ? null : (course.heldSince ?? event.at),
      };
    case 'caseClosed':
      return { ...course, gently: true };
    case 'caseOffered':
      return { ...course, offers: [...course.offers, event.seat] };
    case 'caseOfferWithdrawn':
      return {
        ...course,
        offers: course.offers.filter((one) => one !== event.seat),
        undo: without(course, 'offers', event.seat),
      };
    case 'held':
      return { ...course, heldSince: event.at };
    case 'handRaised':
      return { ...course, hands: [...course.hands, event.seat] };
    case 'handLowered':
      return {
        ...course,
        hands: course.hands.filter((one) => one !== event.seat),
        undo: without(course, 'hands', event.seat),
      };
    case 'floorGiven':
      return {
        ...course,
        floor: [...course.floor, event.seat],
        hands: course.hands.filter((one) => one !== event.seat),
      };
    case 'floorTaken':
      return {
        ...course,
        floor: course.floor.filter((one) => one !== event.seat),
        undo: without(course, 'floor', event.seat),
      };
    case 'voiceSet':
      return { ...course, voices: { ...course.voices, [event.part]: event.voice } };
    case 'comeInAsked':
      return { ...course, ask: { since: event.at, seen: false } };
    case 'comeInSeen':
      return { ...course, ask: course.ask && { ...course.ask, seen: true } };
    case 'comeInWithdrawn':
      return { ...course, ask: null };
  }
};

/** After these the latest move is not undone any more. */
const ENDS_UNDO: ReadonlySet<CourseEvent['type']> = new Set([
  'begun',
  'endMoved',
  'presenterChosen',
  'extended',
  'held',
  'resumed',
  'caseStopped',
  'courseEdited',
]);

const changed = (session: Session, event: CourseEvent): Session => {
  switch (event.type) {
    case 'begun':
      return begun(session, event);
    case 'endMoved':
      return { ...session, evening: session.evening && { ...session.evening, endsAt: event.endsAt } };
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
          movedBy: event.by,
          undo: beforeMove(session, event.by),
          ask: staysBack(session, next) ? course.ask : null,
          offers: runningCase(next) === null ? course.offers : [],
          missed: runningCase(session) === runningCase(next) ? course.missed : null,
          begun: begunWith(next),
        },
      };
    }
    case 'undone':
      return undone(session);
    case 'courseEdited':
      return edited(session, event);
    case 'extended':
      return extended(session, event.endsAt);
    case 'resumed':
      return resumed(session, event.at);
    default:
      return { ...session, course: changedCourse(session.course, event) };
  }
};

/** The state after an event of the course. */
export const evolveCourse = (session: Session, event: CourseEvent): Session => {
  const next = keptApart(session, changed(session, event), event.type === 'undone');
  return ENDS_UNDO.has(event.type) ? { ...next, course: { ...next.course, undo: null } } : next;
};
