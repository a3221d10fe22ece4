// A move can be taken back for a moment: what stood before it is kept, and what has happened since to people stands.

import { caseAt, indexOf, presenterOf, runningCase, sitsBack } from './roster.ts';
import type { Before, Course } from './course-state.ts';
import type { Session } from './session.ts';
import type { SeatId } from '../vocabulary.ts';

/** What a move by this seat is about to change; `null` where it cannot be undone: the presenter's own coming in. */
export const beforeMove = (session: Session, by: SeatId | null): Before | null => {
  if (by === null || by === presenterOf(session)) return null;
  const { turn: _turn, undo: _undo, missed: _missed, ...course } = session.course;
  return { course, evening: session.evening };
};

/** The presenter's signal from one state to the next: it stays as long as the same person sits back in the same case. */
export const staysBack = (before: Session, after: Session): boolean => {
  const presenter = presenterOf(before);
  return (
    presenter !== null &&
    sitsBack(before, presenter) &&
    sitsBack(after, presenter) &&
    runningCase(before) === runningCase(after)
  );
};

/** What an undo would restore, after somebody has gone: their hand, floor, offer and signal do not come back. */
export const undoWithout = (session: Session, seat: SeatId): Before | null => {
  const { undo } = session.course;
  if (undo === null) return null;
  const { hands, floor, offers, presenters, ask, step } = undo.course;
  const others = (one: SeatId) => one !== seat;
  const of = caseAt(session, indexOf(session, step));
  return {
    ...undo,
    course: {
      ...undo.course,
      hands: hands.filter(others),
      floor: floor.filter(others),
      offers: offers.filter(others),
      ask: of !== null && presenters[of] === seat ? null : ask,
    },
  };
};

/** What an undo would restore, after its hand, floor or offer was taken back. */
export const without = (course: Course, list: 'hands' | 'floor' | 'offers', seat: SeatId): Before | null =>
  course.undo && {
    ...course.undo,
    course: { ...course.undo.course, [list]: course.undo.course[list].filter((one) => one !== seat) },
  };

/** The state as if the latest move had not been made, but for whatever has happened to people since. */
export const undone = (session: Session): Session => {
  const { course, evening } = session;
  const { undo } = course;
  if (undo === null) return session;
  const before: Session = {
    ...session,
    evening: evening?.floats ? undo.evening : evening,
    course: { ...undo.course, turn: course.turn + 1, undo: null, missed: course.missed },
  };
  // A signal that was given, seen or taken back since is as it is now.
  return staysBack(session, before) ? { ...before, course: { ...before.course, ask: course.ask } } : before;
};
