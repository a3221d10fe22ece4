// Who bears a leader's name without being one.

import type { Instant } from '../vocabulary.ts';
import { leads } from './leadership.ts';
import { imitates } from './lookalikes.ts';
import { isLeader, isLeading } from './roster.ts';
import type { Seat, Session } from './session.ts';

/** The names of leaders: of those who came, and on the links of those who may still come. */
const namesOfLeaders = ({ seats, invitations }: Session): readonly string[] => [
  ...seats.filter((seat) => isLeader(seat) || isLeading(seat)).map(({ name }) => name),
  ...invitations.flatMap(({ kind, revoked, name }) =>
    kind === 'leader' && !revoked && name !== null ? [name] : [],
  ),
];

/** Names that were looked at, of each state: every view of a state asks for the same ones. */
const looked = new WeakMap<Session, Map<string, boolean>>();

/** Whether this name would be taken for a leader's of this session. */
const isLeadersName = (session: Session, name: string): boolean => {
  const known = looked.get(session) ?? new Map<string, boolean>();
  looked.set(session, known);
  const answer = known.get(name) ?? imitates(name, namesOfLeaders(session));
  known.set(name, answer);
  return answer;
};

/** Whether somebody's own name, or that of the camera they share, would be. */
export const isTakenForLeader = (
  session: Session,
  { name, site }: { readonly name: string; readonly site: string },
): boolean => isLeadersName(session, name) || (site !== '' && isLeadersName(session, site));

/** Whether a seat bears a leader's name and holds no leader's rights. */
export const isNotLeader = (session: Session, seat: Seat, now: Instant): boolean =>
  !leads(session, seat, now) && !isLeader(seat) && isTakenForLeader(session, seat);
