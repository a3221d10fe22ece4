// Giving a waiting line its place: a new seat at the end of the ring, or a kept seat taken over by a new line.

import { tellApart } from '../session/names.ts';
import type { Seat, Session, Waiting } from '../session/session.ts';
import type { SeatId } from '../vocabulary.ts';
import type { Context } from './command.ts';
import type { Happening } from './decision.ts';

/** Places in one session: twelve members, two leaders, two observers. */
export const MAX_SEATS = 16;

export const isFull = (session: Session): boolean =>
  session.seats.filter((seat) => seat.gone !== 'removed').length >= MAX_SEATS;

/** The seat that a link opened before; removed seats count, so that nobody comes back to one. */
export const seatOfInvitation = (session: Session, invitation: Seat['invitation']): Seat | undefined =>
  session.seats.find((seat) => seat.invitation === invitation);

/** What happens when this waiting person is let in. */
export const seatFor = (session: Session, waiting: Waiting, context: Context): Happening => {
  const kept =
    waiting.forSeat ??
    (session.invitations.find((one) => one.invitation === waiting.invitation)?.kind === 'personal'
      ? (seatOfInvitation(session, waiting.invitation)?.seat ?? null)
      : null);
  if (kept !== null) return { type: 'lineMoved', seat: kept, line: waiting.line, announced: true };
  const { line, invitation, name, profession, role } = waiting;
  return {
    type: 'seated',
    seat: {
      seat: context.fresh() as SeatId,
      line,
      invitation,
      name: tellApart(
        name,
        session.seats.map((seat) => seat.name),
      ),
      profession,
      role,
      gone: null,
    },
  };
};

/** People whom a leader answered "at the next phase" come in with a move, as long as there are places. */
export const seatedAtMove = (session: Session, context: Context): readonly Happening[] => {
  const free = MAX_SEATS - session.seats.filter((seat) => seat.gone !== 'removed').length;
  return session.waiting
    .filter((waiting) => waiting.nextPhase)
    .slice(0, Math.max(0, free))
    .map((waiting) => seatFor(session, waiting, context));
};
