// Who bears a leader's name without being one.

import type { Instant } from '../vocabulary.ts';
import { leads } from './leadership.ts';
import { imitating } from './lookalikes.ts';
import { isLeader, isLeading } from './roster.ts';
import type { Seat, Session } from './session.ts';

/** The names of leaders: of those who came, and on the links of those who may still come. */
const namesOfLeaders = ({ seats, invitations }: Session): readonly string[] => [
  ...seats.filter((seat) => isLeader(seat) || isLeading(seat)).map(({ name }) => name),
  ...invitations.flatMap(({ kind, revoked, name }) =>
    kind === 'leader' && !revoked && name !== null ? [name] : [],
  ),
];

/** How leaders' names look, and names that were held against them, of each state: every view of a state asks for the same ones. */
type Looked = { readonly imitates: (name: string) => boolean; readonly answers: Map<string, boolean> };
const looked = new WeakMap<Session, Looked>();

/** Whether this name would be taken for a leader's of this session. */
const isLeadersName = (session: Session, name: string): boolean => {
  const { imitates, answers } = looked.get(session) ?? {
    imitates: imitating(namesOfLeaders(session)),
    answers: new Map<string, boolean>(),
  };
  const answer = answers.get(name) ?? imitates(name);
  looked.set(session, { imitates, answers: answers.set(name, answer) });
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
