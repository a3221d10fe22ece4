// One noisy line: leaders close its microphone for the running step and give the step's voice back. They open none.

import { lineMaySpeak } from '../session/grants.ts';
import { leads } from '../session/leadership.ts';
import { seatOf, seatsOn } from '../session/roster.ts';
import type { Seat, Session } from '../session/session.ts';
import { later, SECOND, type Instant, type SeatId } from '../vocabulary.ts';
import type { Context } from './command.ts';
import { accept, refuse, type Decision } from './decision.ts';

/** Whoever was asked to open their microphone is not asked again within this time. */
const ASK_REST = 20 * SECOND;

const thereOn = (session: Session, { line }: Seat): readonly Seat[] =>
  seatsOn(session, line).filter(({ gone }) => gone === null);

const hasVoice = (session: Session, seat: Seat, now: Instant): boolean =>
  lineMaySpeak(session, thereOn(session, seat), now);

const isClosedFor =
  ({ course }: Session) =>
  ({ seat }: Seat): boolean =>
    course.closed.includes(seat);

/** Closes the microphone of somebody's line until the next move, for everybody who sits at it; never a leader's. */
export const closeLine = (session: Session, seatId: SeatId, context: Context): Decision => {
  const seat = seatOf(session, seatId);
  if (!seat || seat.gone !== null) return refuse('no-such-seat');
  const people = thereOn(session, seat);
  if (people.some((one) => leads(session, one, context.now))) return refuse('not-a-leaders-place');
  if (!hasVoice(session, seat, context.now)) return refuse('nothing-to-do');
  return accept(
    context,
    people.map((one) => ({ type: 'lineClosed', seat: one.seat })),
  );
};

/** The line has the voice of the step again; its microphone stays with its owner. */
export const freeLine = (session: Session, seatId: SeatId, context: Context): Decision => {
  const seat = seatOf(session, seatId);
  if (!seat) return refuse('no-such-seat');
  const closed = seatsOn(session, seat.line).filter(isClosedFor(session));
  return closed.length === 0
    ? refuse('nothing-to-do')
    : accept(
        context,
        closed.map((one) => ({ type: 'lineFreed', seat: one.seat })),
      );
};

/** A quiet word on somebody's page: they may open their microphone. */
export const askToOpen = (session: Session, seatId: SeatId, by: Seat, context: Context): Decision => {
  const seat = seatOf(session, seatId);
  if (!seat || seat.gone !== null) return refuse('no-such-seat');
  if (seat.line === by.line) return refuse('nothing-to-do');
  if (!hasVoice(session, seat, context.now)) return refuse('not-allowed');
  const asked = session.course.prompted.find((one) => one.seat === seatId);
  if (asked && context.now < later(asked.at, ASK_REST)) return refuse('nothing-to-do');
  return accept(context, [{ type: 'openingAsked', seat: seatId }]);
};
