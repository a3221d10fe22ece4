// Leaders ask somebody out into the outer ring and in again. Whoever sits at one camera sits in one ring.

import { leads, mayPresent } from '../session/leadership.ts';
import { hasRoom, ringOf, ringOfRole } from '../session/rings.ts';
import { casePresenter, isLeader, runningIndex, seatOf, seatsOn } from '../session/roster.ts';
import { caseAhead, planOf } from '../protocol/cases.ts';
import type { Seat, Session } from '../session/session.ts';
import type { Instant, Ring, SeatId } from '../vocabulary.ts';
import type { Context } from './command.ts';
import { accept, refuse, type Decision } from './decision.ts';

/** Whether somebody has to stay in the inner ring: who leads or is named for it, and who presents the running case or is chosen for the next. */
const staysInside = (session: Session, seat: Seat, now: Instant): boolean => {
  if (isLeader(seat) || leads(session, seat, now) || casePresenter(session) === seat.seat) return true;
  if (session.backup?.seat === seat.seat || session.handing?.seat === seat.seat) return true;
  const of = caseAhead(planOf(session.protocol.steps), runningIndex(session));
  return of !== null && session.course.presenters[of] === seat.seat && mayPresent(session, seat, now);
};

const askInto = (session: Session, seatId: SeatId, ring: Ring, context: Context): Decision => {
  const asked = seatOf(session, seatId);
  if (!asked || asked.gone !== null) return refuse('no-such-seat');
  if (ringOf(session, asked) === ring) return refuse('nothing-to-do');
  const seats = seatsOn(session, asked.line);
  // Back into one's own ring the way is always open.
  if (!session.protocol.outerRing && seats.some(({ role }) => ringOfRole(role) !== ring))
    return refuse('no-outer-ring');
  if (ring === 'outer' && seats.some((seat) => staysInside(session, seat, context.now)))
    return refuse('not-a-leaders-place');
  const moving = seats.filter((seat) => ringOf(session, seat) !== ring);
  if (!hasRoom(session, ring, moving.length)) return refuse('too-many');
  const type = ring === 'outer' ? 'askedOut' : 'askedIn';
  return accept(
    context,
    moving.map(({ seat }) => ({ type, seat })),
  );
};

/** Into the outer ring, where the course has one. */
export const askOut = (session: Session, seat: SeatId, context: Context): Decision =>
  askInto(session, seat, 'outer', context);

/** Into the inner ring, with one press. */
export const askIn = (session: Session, seat: SeatId, context: Context): Decision =>
  askInto(session, seat, 'inner', context);
