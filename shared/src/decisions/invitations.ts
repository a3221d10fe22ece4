// Links can be added, renewed and revoked at any time. The server only ever keeps their hashes.

import { hasRoom } from '../session/rings.ts';
import { isLeader, waitingLines } from '../session/roster.ts';
import type { Invitation, Seat, Session } from '../session/session.ts';
import type { InvitationId } from '../vocabulary.ts';
import type { Context } from './command.ts';
import type { PersonalCommand } from './commands-schema.ts';
import { accept, refuse, type Decision, type EventBody } from './decision.ts';
import { isOfOneKind, MAX_INVITATIONS } from './door.ts';
import type { Refusal } from './refusals.ts';

const find = (session: Session, invitation: InvitationId) =>
  session.invitations.find((one) => one.invitation === invitation);

/** The links of leaders are theirs alone: a backup who leads on must not outlive their return. */
const isForeign = (kind: Invitation['kind'], by: Seat): boolean => kind === 'leader' && !isLeader(by);

/** The link that this person may change, or why not. */
const changeable = (session: Session, invitation: InvitationId, by: Seat): Invitation | Refusal => {
  const found = find(session, invitation);
  if (!found) return 'no-such-invitation';
  return isForeign(found.kind, by) ? 'not-leader' : found;
};

/** A further link for this session. */
export const addInvitation = (
  session: Session,
  { invitation, hash, kind, role, name }: Extract<PersonalCommand, { type: 'addInvitation' }>,
  by: Seat,
  context: Context,
): Decision => {
  if (isForeign(kind, by)) return refuse('not-leader');
  if (session.invitations.length >= MAX_INVITATIONS) return refuse('too-many');
  if (find(session, invitation) || session.invitations.some((one) => one.hash === hash))
    return refuse('nothing-to-do');
  if (!isOfOneKind({ kind, role })) return refuse('not-allowed');
  if (kind === 'leader' && !hasRoom(session, 'inner', 1)) return refuse('too-many');
  return accept(context, [{ type: 'invitationAdded', invitation: { invitation, hash, kind, role, name } }]);
};

/** Whoever waits by a link that opens nothing any more is told so. */
const turnedAway = (session: Session, invitation: InvitationId): readonly EventBody[] =>
  waitingLines(session)
    .filter((one) => one.invitation === invitation)
    .map((one) => ({ type: 'turnedAway', line: one.line, why: 'revoked-link' }));

/** Whether a leader's link that was taken back before anybody sat by it finds its place taken. */
const lacksPlace = (session: Session, { kind, revoked, invitation }: Invitation): boolean =>
  kind === 'leader' &&
  revoked &&
  session.seats.every((seat) => seat.invitation !== invitation) &&
  !hasRoom(session, 'inner', 1);

/** A new secret for a link; the old one opens nothing any more, and who waits by it is turned away. */
export const renewInvitation = (
  session: Session,
  invitation: InvitationId,
  hash: string,
  by: Seat,
  context: Context,
): Decision => {
  const found = changeable(session, invitation, by);
  if (typeof found === 'string') return refuse(found);
  if (session.invitations.some((one) => one.hash === hash)) return refuse('nothing-to-do');
  if (lacksPlace(session, found)) return refuse('too-many');
  return accept(context, [
    { type: 'invitationRenewed', invitation, hash },
    ...turnedAway(session, invitation),
  ]);
};

/** Whoever waits with the link is turned away; whoever sits with it stays until a leader removes them. */
export const revokeInvitation = (
  session: Session,
  invitation: InvitationId,
  by: Seat,
  context: Context,
): Decision => {
  const found = changeable(session, invitation, by);
  if (typeof found === 'string') return refuse(found);
  if (found.revoked) return refuse('nothing-to-do');
  const others = session.invitations.filter(
    (one) => one.kind === 'leader' && !one.revoked && one.invitation !== invitation,
  );
  if (found.kind === 'leader' && others.length === 0) return refuse('not-a-leaders-place');
  return accept(context, [{ type: 'invitationRevoked', invitation }, ...turnedAway(session, invitation)]);
};
