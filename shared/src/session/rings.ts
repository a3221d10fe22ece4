// The two rings: who sits in the inner and who in the outer one, and how many of them. Every person has a place of their own.

import type { Ring, Role } from '../vocabulary.ts';
import { casePresenter } from './roster.ts';
import type { Invitation, Seat, Session } from './session.ts';

/** Places in each ring, leaders included. */
export const PLACES: Readonly<Record<Ring, number>> = { inner: 14, outer: 12 };

/** The ring of whoever comes by a link of this role, as long as no leader has asked them into the other one. */
export const ringOfRole = (role: Role): Ring =>
  role === 'observer' || role === 'supervisor' ? 'outer' : 'inner';

/** The ring in which somebody sits now: whoever presents the running case sits in the inner one. */
export const ringOf = (session: Session, seat: Seat): Ring =>
  casePresenter(session) === seat.seat ? 'inner' : (session.rings[seat.seat] ?? ringOfRole(seat.role));

/** Whether a link will lead somebody to a leader's place that nobody has yet. */
const keepsPlace = (session: Session, { invitation, kind, revoked }: Invitation): boolean =>
  kind === 'leader' && !revoked && session.seats.every((seat) => seat.invitation !== invitation);

/** How many places too few there are for so many more people; no leader's link is ever without one. */
export const lacking = (session: Session, ring: Ring, people: number): number => {
  const taken = session.seats.filter((seat) => seat.gone !== 'removed' && ringOf(session, seat) === ring);
  const kept = ring === 'inner' ? session.invitations.filter((one) => keepsPlace(session, one)) : [];
  return Math.max(0, taken.length + kept.length + people - PLACES[ring]);
};

/** Whether so many more people find a place. */
export const hasRoom = (session: Session, ring: Ring, people: number): boolean =>
  lacking(session, ring, people) === 0;
