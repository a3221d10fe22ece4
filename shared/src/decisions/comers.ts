// Who comes by one line: one person, or several at one camera.

import { MOST_AT_ONE } from '../session/names.ts';
import { isLeader, isLeading, roleOf, seatsOn } from '../session/roster.ts';
import type { Invitation, Person, Session } from '../session/session.ts';
import type { LineId, Role } from '../vocabulary.ts';
import type { DoorCommand } from './command.ts';
import type { Refusal } from './refusals.ts';

/** Everybody who comes by one line, and what several call their place. */
export type Company = { readonly people: readonly Person[]; readonly site: string };

type Enter = Extract<DoorCommand, { type: 'enter' }>;

const isNameless = ({ name }: Person): boolean => name === '';

/** Leaders and supervisors have a link of their own, which says who they are. */
const isOnePersons = (role: Role): boolean => isLeader({ role }) || role === 'supervisor';

/** Who comes by this link, or why they may not come so. */
export const companyOf = (
  { name, profession, beside }: Enter,
  { role }: Pick<Invitation, 'role'>,
): Company | Refusal => {
  const people = [{ name, profession }, ...(beside?.people ?? [])];
  if (people.some(isNameless)) return 'no-name';
  if (beside === undefined) return { people, site: '' };
  if (isOnePersons(role)) return 'one-person-link';
  if (people.length > MOST_AT_ONE) return 'site-full';
  return beside.site === '' ? 'no-site-name' : { people, site: beside.site };
};

/** Whether a line is for one person: by its link, or since whoever sits there leads or is named for it. */
export const isForOne = (session: Session, line: LineId): boolean => {
  const seats = seatsOn(session, line);
  const named = [session.backup?.seat, session.handing?.seat];
  return seats.some(
    (seat) => isOnePersons(roleOf(session, seat.invitation)) || isLeading(seat) || named.includes(seat.seat),
  );
};

/** Why one more person may not sit down at this line; `null` where they may. */
export const crowdedBy = (session: Session, line: LineId, asked: number): Refusal | null => {
  const seats = seatsOn(session, line);
  if (seats.length === 0) return 'not-in-room';
  if (isForOne(session, line)) return 'one-person-link';
  const here = seats.filter(({ gone }) => gone === null).length;
  return here + asked >= MOST_AT_ONE ? 'site-full' : null;
};
