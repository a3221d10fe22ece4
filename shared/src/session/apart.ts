// "Sits apart": the presenter of a case listens away from the microphone of their site, so that the others there may speak.

import { comingCase, comingPresenter, seatsOn, sitsBack } from './roster.ts';
import type { Seat, Session } from './session.ts';

/** Whether somebody has their place and has not stepped out; whether their line is present plays no part. */
const sits = ({ out }: Session, { seat, gone }: Seat): boolean => gone === null && out[seat] === undefined;

/** Whether this seat asks no silence of those beside it: it sits back, apart from them, and they are there. */
export const sitsApart = (session: Session, seat: Seat): boolean =>
  session.course.apart === seat.seat &&
  sitsBack(session, seat.seat) &&
  seatsOn(session, seat.line).some((other) => other.seat !== seat.seat && sits(session, other));

/** What leaders confirmed, in the case or before it, holds for this presenter and this case only, and no undo brings it back. */
export const keptApart = (before: Session, after: Session, isUndone: boolean): Session => {
  const { apart } = after.course;
  if (apart === null) return after;
  const stands = !isUndone && comingCase(before) === comingCase(after) && comingPresenter(after) === apart;
  return stands ? after : { ...after, course: { ...after.course, apart: null } };
};
