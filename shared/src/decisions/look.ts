// What a link opens, told before anybody asks to come in.

import { doorTime, eveningEnd, isTooEarly } from '../session/evening.ts';
import { isLed } from '../session/leadership.ts';
import { isPresent } from '../session/roster.ts';
import type { Invitation, Session } from '../session/session.ts';
import type { Instant, Role } from '../vocabulary.ts';
import { isOverFor, isShut, seatOfInvitation } from './door-seats.ts';

export type Look = {
  readonly group: string;
  readonly leaders: readonly string[];
  readonly kind: Invitation['kind'];
  readonly role: Role;
  readonly name: string | null;
  readonly people?: readonly string[];
  readonly door: 'open' | 'closed';
  readonly led: boolean;
  readonly taken: boolean;
  /** When the session begins and ends, as far as a date says so. */
  readonly startsAt: Instant | null;
  readonly endsAt: Instant | null;
  /** From when on the door works, while it does not. */
  readonly opensAt: Instant | null;
};

/** What a link opens, told before anything is bound; a refusal code where it opens nothing. */
export const look = (
  session: Session,
  hash: string,
  now: Instant,
): Look | 'unknown-link' | 'revoked-link' | 'over' | 'removed' | 'not-today' => {
  const invitation = session.invitations.find((one) => one.hash === hash);
  if (!invitation) return 'unknown-link';
  if (session.status === 'ended') return 'over';
  if (invitation.revoked) return 'revoked-link';
  const seat = invitation.kind === 'open' ? undefined : seatOfInvitation(session, invitation.invitation);
  if (seat?.gone === 'removed') return 'removed';
  if (isOverFor(session, invitation)) return 'over';
  if (isShut(session, invitation)) return 'not-today';
  const { kind, role, name, people } = invitation;
  const named = session.invitations.filter((one) => one.kind === 'leader' && !one.revoked);
  const leaders = named.flatMap((one) => {
    const sitting = seatOfInvitation(session, one.invitation);
    return sitting ? [sitting.name] : one.name ? [one.name] : [];
  });
  const { group, door, startsAt } = session;
  const taken = seat !== undefined && isPresent(session, seat);
  const opensAt = isTooEarly(session, now) ? doorTime(session) : null;
  const times = { startsAt, endsAt: eveningEnd(session, now), opensAt };
  const crowd = people === undefined ? {} : { people };
  return { group, leaders, kind, role, name, ...crowd, door, led: isLed(session, now), taken, ...times };
};
