// The door: who waits, and whom leaders let in.

import { isDateOfASession, isTooEarly } from '../session/evening.ts';
import { isLed } from '../session/leadership.ts';
import { PLACES } from '../session/rings.ts';
import { waitingLines } from '../session/roster.ts';
import type { Invitation, Seat, Session, WaitingLine } from '../session/session.ts';
import { later, MINUTE, type LineId } from '../vocabulary.ts';
import type { Context, DoorCommand } from './command.ts';
import type { PersonalCommand } from './commands-schema.ts';
import { companyOf, isForOne, type Company } from './comers.ts';
import { accept, refuse, type Decision, type EventBody } from './decision.ts';
import {
  type Comer,
  isOverFor,
  isPersonal,
  isShut,
  letIn,
  letInAs,
  mayBe,
  seatFor,
  seatOfInvitation,
  withThoseWhoWaited,
} from './door-seats.ts';
import { MOVE_PAUSE } from './presence.ts';

/** At most this many people wait by the open links; personal links have a bound of their own. */
export const MAX_WAITING = 50;
/** At most this many browsers wait by one personal link: one person, or one camera, and a few devices. */
export const MAX_BY_LINK = 4;
/** Links of one session, so that a list of them stays a list. */
export const MAX_INVITATIONS = 60;
/** A waiting person whose page is gone this long gives way where there is no room for another. */
const GONE_FROM_DOOR = 2 * MINUTE;

type Enter = Extract<DoorCommand, { type: 'enter' }>;

/** A leader's link and a leader's role belong together, and a supervisor is somebody with a link of their own. */
export const isOfOneKind = ({ kind, role }: Pick<Invitation, 'kind' | 'role'>): boolean =>
  (kind === 'leader') === (role === 'leader' || role === 'coLeader') &&
  (role !== 'supervisor' || kind === 'personal');

/** Whoever comes together comes by one link of a member or an observer. */
const mayBeForSeveral = ({ kind, role, people }: Pick<Invitation, 'kind' | 'role' | 'people'>): boolean =>
  people === undefined || (kind === 'personal' && role !== 'supervisor');

const areLinksOfASession = (links: readonly Omit<Invitation, 'revoked'>[]): boolean =>
  links.some((one) => one.kind === 'leader') &&
  links.filter((one) => one.kind === 'leader').length <= PLACES.inner &&
  links.every(isOfOneKind) &&
  links.every(mayBeForSeveral) &&
  new Set(links.map((one) => one.invitation)).size === links.length &&
  new Set(links.map((one) => one.hash)).size === links.length;

/** Makes a session with its links; only a whole set of them. */
export const open = (
  session: Session,
  command: Extract<DoorCommand, { type: 'open' }>,
  context: Context,
): Decision => {
  if (session.status !== 'none') return refuse('nothing-to-do');
  const { id, group, protocol, invitations, startsAt = null, closingLine = null } = command;
  if (!areLinksOfASession(invitations)) return refuse('not-allowed');
  if (startsAt !== null && !isDateOfASession(startsAt, context.now)) return refuse('bad-date');
  return accept(context, [
    {
      type: 'opened',
      id,
      group,
      protocol,
      media: context.fresh(),
      invitations,
      startsAt,
      closingLine,
    },
  ]);
};

const newcomer = (
  { invitation }: Invitation,
  company: Company,
  forSeat: Seat | null,
  context: Context,
): Comer => ({
  line: context.fresh() as LineId,
  invitation,
  ...company,
  forSeat: forSeat?.seat ?? null,
});

/** Who is counted with this comer, and how many they may be: people by the open links, browsers by a personal one. */
const crowdOf = (session: Session, { invitation, people }: Comer) => {
  const personal = isPersonal(session, invitation);
  // Whoever fills the open link must not keep out the owners of the others.
  const crowd = waitingLines(session).filter((one) =>
    personal ? one.invitation === invitation : !isPersonal(session, one.invitation),
  );
  const countOf = (one: Pick<WaitingLine, 'people'>): number => (personal ? 1 : one.people.length);
  return { crowd, countOf, own: countOf({ people }), most: personal ? MAX_BY_LINK : MAX_WAITING };
};

/** Those at the door who must give way before this comer can wait: nobody while there is room; `null` where too few may. */
const whoGivesWay = (session: Session, comer: Comer, { now }: Context): readonly WaitingLine[] | null => {
  const { crowd, countOf, own, most } = crowdOf(session, comer);
  const gone = crowd.filter(({ present, since }) => !present && now >= later(since, GONE_FROM_DOOR));
  const giving: WaitingLine[] = [];
  let count = crowd.reduce((sum, one) => sum + countOf(one), own);
  for (const one of gone) {
    if (count <= most) break;
    giving.push(one);
    count -= countOf(one);
  }
  return count <= most ? giving : null;
};

const wait = (session: Session, comer: Comer, context: Context): Decision => {
  const giving = whoGivesWay(session, comer, context);
  if (giving === null) return refuse('door-full');
  const gone = giving.map(({ line }) => ({ type: 'turnedAway', line, why: 'left' }) as const);
  return accept(context, [...gone, { type: 'asked', ...comer }], { line: comer.line });
};

/** Gives the place at once; with the first leader come those who waited for one. Without a place they wait, and leaders read why. */
const seatNow = (session: Session, comer: Comer, context: Context): Decision => {
  const bodies = seatFor(session, comer, context);
  if (bodies.length === 0) return wait(session, comer, context);
  return accept(context, withThoseWhoWaited(session, bodies, context), { line: comer.line });
};

const enterAsLeader = (
  session: Session,
  invitation: Invitation,
  { takeOver, company }: Enter & { readonly company: Company },
  context: Context,
): Decision => {
  const seat = seatOfInvitation(session, invitation.invitation);
  const waiting = newcomer(invitation, company, seat ?? null, context);
  if (!seat) return seatNow(session, waiting, context);
  if (seat.gone === null) {
    if (!takeOver) return refuse('place-taken');
    const moved = session.lines[seat.line]?.movedAt ?? null;
    if (moved !== null && context.now < later(moved, MOVE_PAUSE)) return refuse('too-soon');
  }
  const announced = seat.gone === null;
  const moved = { type: 'lineMoved', seat: seat.seat, line: waiting.line, announced } as const;
  return accept(context, withThoseWhoWaited(session, [moved], context), { line: waiting.line });
};

const enterPersonally = (
  session: Session,
  invitation: Invitation,
  company: Company,
  context: Context,
): Decision => {
  const seat = seatOfInvitation(session, invitation.invitation);
  if (seat?.gone === 'removed') return refuse('removed');
  if (isShut(session, invitation)) return refuse('not-today');
  if (seat && company.people.length > 1 && isForOne(session, seat.line)) return refuse('one-person-link');
  const waiting = newcomer(invitation, company, seat ?? null, context);
  // A seat comes back by itself only in its own browser, which needs no link for that.
  const opens = session.door === 'open' && isLed(session, context.now) && !isTooEarly(session, context.now);
  if (!opens || seat) return wait(session, waiting, context);
  return seatNow(session, waiting, context);
};

/** "Ask to come in": gives the place, lets wait, or says why not. */
export const enter = (session: Session, command: Enter, context: Context): Decision => {
  if (session.status === 'none') return refuse('unknown-link');
  const invitation = session.invitations.find((one) => one.hash === command.hash);
  if (!invitation) return refuse('unknown-link');
  if (session.status === 'ended') return refuse('over');
  if (invitation.revoked) return refuse('revoked-link');
  if (isOverFor(session, invitation)) return refuse('over');
  const company = companyOf(command, invitation);
  if (typeof company === 'string') return refuse(company);
  if (!command.rulesAccepted) return refuse('rules-not-accepted');
  switch (invitation.kind) {
    case 'leader':
      return enterAsLeader(session, invitation, { ...command, company }, context);
    case 'personal':
      return enterPersonally(session, invitation, company, context);
    case 'open':
      return wait(session, newcomer(invitation, company, null, context), context);
  }
};

/** Somebody at the door goes by themselves. */
export const goAway = (line: LineId, context: Context): Decision =>
  accept(context, [{ type: 'turnedAway', line, why: 'left' }]);

/** "Not today" is for a person: all who wait by the same personal link are one. */
const turnedAwayWith = (session: Session, waiting: WaitingLine): readonly EventBody[] => {
  const { invitation } = waiting;
  const all = isPersonal(session, invitation)
    ? waitingLines(session).filter((one) => one.invitation === invitation)
    : [waiting];
  return all.map(({ line }) => ({ type: 'turnedAway', line, why: 'not-today' }));
};

/** A leader answers somebody at the door; with `seat` they say that this is that person's new device. */
export const admit = (
  session: Session,
  { line, answer, seat }: Extract<PersonalCommand, { type: 'admit' }>,
  context: Context,
): Decision => {
  const waiting = waitingLines(session).find((one) => one.line === line);
  if (!waiting) return refuse('no-such-person');
  if (seat !== undefined) {
    const kept = mayBe(session, waiting).find((one) => one.seat === seat);
    if (answer !== 'letIn' || !kept) return refuse('no-such-seat');
    const moving = letInAs(session, kept, waiting, context);
    return moving.length === 0 ? refuse('too-many') : accept(context, moving);
  }
  if (answer === 'notToday') return accept(context, turnedAwayWith(session, waiting));
  if (answer === 'letIn') {
    const seating = letIn(session, waiting, context);
    return seating.length === 0 ? refuse('too-many') : accept(context, seating);
  }
  return waiting.nextPhase ? refuse('nothing-to-do') : accept(context, [{ type: 'postponed', line }]);
};

/** Personal links come in at once again. */
export const openDoor = (session: Session, context: Context): Decision =>
  session.door === 'open' ? refuse('nothing-to-do') : accept(context, [{ type: 'doorOpened' }]);

/** Everybody waits from now on. */
export const closeDoor = (session: Session, context: Context): Decision =>
  session.door === 'closed' ? refuse('nothing-to-do') : accept(context, [{ type: 'doorClosed' }]);
