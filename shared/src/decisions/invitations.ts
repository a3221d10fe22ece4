// Links can be added, renewed and revoked at any time. The server only ever keeps their hashes.

import { cleanName } from '../session/names.ts';
import type { Session } from '../session/session.ts';
import type { InvitationId } from '../vocabulary.ts';
import type { Context } from './command.ts';
import type { PersonalCommand } from './commands-schema.ts';
import { accept, refuse, type Decision } from './decision.ts';
import { MAX_INVITATIONS } from './door.ts';

const find = (session: Session, invitation: InvitationId) =>
  session.invitations.find((one) => one.invitation === invitation);

export const addInvitation = (
  session: Session,
  { invitation, hash, kind, role, name }: Extract<PersonalCommand, { type: 'addInvitation' }>,
  context: Context,
): Decision => {
  if (session.invitations.length >= MAX_INVITATIONS) return refuse('too-many');
  if (find(session, invitation) || session.invitations.some((one) => one.hash === hash))
    return refuse('nothing-to-do');
  // A leader's link and a leader's role belong together.
  if ((kind === 'leader') !== (role === 'leader' || role === 'coLeader')) return refuse('not-allowed');
  const shown = name === null ? null : cleanName(name) || null;
  return accept(context, [
    { type: 'invitationAdded', invitation: { invitation, hash, kind, role, name: shown, revoked: false } },
  ]);
};

export const renewInvitation = (
  session: Session,
  invitation: InvitationId,
  hash: string,
  context: Context,
): Decision => {
  if (!find(session, invitation)) return refuse('no-such-invitation');
  if (session.invitations.some((one) => one.hash === hash)) return refuse('nothing-to-do');
  return accept(context, [{ type: 'invitationRenewed', invitation, hash }]);
};

/** Who waits with the link is turned away; who sits with it stays until a leader removes them. */
export const revokeInvitation = (session: Session, invitation: InvitationId, context: Context): Decision => {
  const found = find(session, invitation);
  if (!found) return refuse('no-such-invitation');
  if (found.revoked) return refuse('nothing-to-do');
  const others = session.invitations.filter(
    (one) => one.kind === 'leader' && !one.revoked && one.invitation !== invitation,
  );
  if (found.kind === 'leader' && others.length === 0) return refuse('not-a-leaders-place');
  return accept(context, [
    { type: 'invitationRevoked', invitation },
    ...session.waiting
      .filter((one) => one.invitation === invitation)
      .map((one) => ({ type: 'turnedAway', line: one.line, why: 'revoked-link' }) as const),
  ]);
};
