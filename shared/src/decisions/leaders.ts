// Who leads: a backup agrees, leaders step down and up and hand leadership on. Nobody is promoted who was not named.

import { ringOf } from '../session/rings.ts';
import { casePresenter, isLeader, isLeading, isThere, roleNow, seatOf, seatsOn } from '../session/roster.ts';
import type { Seat, Session } from '../session/session.ts';
import type { SeatId } from '../vocabulary.ts';
import type { Context } from './command.ts';
import type { PersonalCommand } from './commands-schema.ts';
import { accept, refuse, type Decision } from './decision.ts';
import { withThoseWhoWaited } from './door-seats.ts';
import type { Refusal } from './refusals.ts';

type Leaders = Extract<
  PersonalCommand,
  {
    type:
      | 'nameBackup'
      | 'agreeBackup'
      | 'declineBackup'
      | 'stepDown'
      | 'stepUp'
      | 'handOn'
      | 'takeLead'
      | 'declineLead';
  }
>;

/**
 * A member of the inner ring with a camera of their own, or why they cannot be named: all at one page would lead with them,
 * also whoever has left it and may be back with it.
 */
const nameable = (session: Session, seatId: SeatId): Seat | Refusal => {
  const seat = seatOf(session, seatId);
  if (!seat || seat.gone !== null) return 'no-such-seat';
  if (roleNow(seat) !== 'member') return 'not-a-leaders-place';
  const alone = seatsOn(session, seat.line).length === 1;
  return alone && ringOf(session, seat) === 'inner' ? seat : 'cannot-lead';
};

/** Names who leads on when no leader is there, or nobody. It counts once they agree. */
const nameBackup = (session: Session, seatId: SeatId | null, context: Context): Decision => {
  if ((session.backup?.seat ?? null) === seatId) return refuse('nothing-to-do');
  if (seatId !== null) {
    const seat = nameable(session, seatId);
    if (typeof seat === 'string') return refuse(seat);
  }
  return accept(context, [{ type: 'backupNamed', seat: seatId, agreed: false }]);
};

/** With somebody who leads come those who waited for that. */
const agreeBackup = (session: Session, { seat }: Seat, context: Context): Decision =>
  session.backup?.seat === seat && !session.backup.agreed
    ? accept(context, withThoseWhoWaited(session, [{ type: 'backupAgreed' }], context))
    : refuse('nothing-to-do');

/** Also of somebody who had agreed before. */
const declineBackup = ({ backup }: Session, { seat }: Seat, context: Context): Decision =>
  backup?.seat === seat ? accept(context, [{ type: 'backupDeclined' }]) : refuse('nothing-to-do');

/** A leader is a member for now, while another one is there who leads. */
const stepDown = (session: Session, seat: Seat, context: Context): Decision => {
  if (!isLeading(seat)) return refuse('nothing-to-do');
  const another = session.seats.some(
    (one) => one.seat !== seat.seat && isLeading(one) && isThere(session, one),
  );
  if (!another) return refuse('nobody-else-leads');
  // Whom they had asked to lead in their place has nothing to agree to any more.
  const offers = session.handing?.by === seat.seat;
  const withdrawn = { type: 'leadershipOffered', by: seat.seat, seat: null } as const;
  return accept(context, [{ type: 'steppedDown', seat: seat.seat }, ...(offers ? [withdrawn] : [])]);
};

/** A leader by their link leads again, unless they present the running case. */
const stepUp = (session: Session, seat: Seat, context: Context): Decision => {
  if (!isLeader(seat) || isLeading(seat)) return refuse('nothing-to-do');
  if (casePresenter(session) === seat.seat) return refuse('not-a-leaders-place');
  return accept(context, withThoseWhoWaited(session, [{ type: 'steppedUp', seat: seat.seat }], context));
};

/** Asks somebody to lead in one's place, or nobody any more. A backup has agreed already, and leads at once. */
const handOn = (session: Session, seatId: SeatId | null, by: Seat, context: Context): Decision => {
  // Whoever only stands in has nothing to hand on.
  if (!isLeading(by)) return refuse('not-leader');
  if ((session.handing?.seat ?? null) === seatId) return refuse('nothing-to-do');
  const offered = { type: 'leadershipOffered', by: by.seat, seat: seatId } as const;
  if (seatId === null) return accept(context, [offered]);
  const seat = nameable(session, seatId);
  if (typeof seat === 'string') return refuse(seat);
  if (casePresenter(session) === seatId) return refuse('not-a-leaders-place');
  const agreed = session.backup?.seat === seatId && session.backup.agreed && isThere(session, seat);
  return accept(context, agreed ? [offered, { type: 'leadershipTaken' }] : [offered]);
};

const takeLead = (session: Session, seat: Seat, context: Context): Decision => {
  const { handing } = session;
  if (handing?.seat !== seat.seat) return refuse('nothing-to-do');
  return casePresenter(session) === seat.seat
    ? refuse('not-a-leaders-place')
    : accept(context, withThoseWhoWaited(session, [{ type: 'leadershipTaken' }], context));
};

const declineLead = ({ handing }: Session, { seat }: Seat, context: Context): Decision =>
  handing?.seat === seat ? accept(context, [{ type: 'leadershipDeclined' }]) : refuse('nothing-to-do');

/** Every command of who leads. */
export const decideLeaders = (session: Session, command: Leaders, seat: Seat, context: Context): Decision => {
  switch (command.type) {
    case 'nameBackup':
      return nameBackup(session, command.seat, context);
    case 'agreeBackup':
      return agreeBackup(session, seat, context);
    case 'declineBackup':
      return declineBackup(session, seat, context);
    case 'stepDown':
      return stepDown(session, seat, context);
    case 'stepUp':
      return stepUp(session, seat, context);
    case 'handOn':
      return handOn(session, command.seat, seat, context);
    case 'takeLead':
      return takeLead(session, seat, context);
    case 'declineLead':
      return declineLead(session, seat, context);
  }
};
