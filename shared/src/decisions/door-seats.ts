// Giving a waiting line its place: a new seat at the end of the ring, or a kept seat taken over by a new line.

import { isTooEarly } from '../session/evening.ts';
import { isLed } from '../session/leadership.ts';
import { spaceOfLine } from '../session/leaving.ts';
import { tellApart } from '../session/lookalikes.ts';
import { lacking, ringOfRole } from '../session/rings.ts';
import { isLeader, isOpen, isPresent, roleOf, seatsOn, waitingLines } from '../session/roster.ts';
import type { Invitation, Seat, Session, WaitingLine } from '../session/session.ts';
import type { InvitationId, Role, SeatId } from '../vocabulary.ts';
import type { Context } from './command.ts';
import { isForOne } from './comers.ts';
import { evolved, type EventBody } from './decision.ts';
import { goOnAt } from './joining.ts';

/** Who comes to the door by a line: everybody who sits at it. */
export type Comer = Pick<WaitingLine, 'line' | 'invitation' | 'people' | 'site' | 'forSeat'>;

/** How many places too few there are for so many more of a role: 0 where they all find one. A leader's link has kept its own. */
export const lackOf = (session: Session, role: Role, people: number): number =>
  isLeader({ role }) ? 0 : lacking(session, ringOfRole(role), people);

/** Whether a link is one person's own. */
export const isPersonal = (session: Session, invitation: InvitationId): boolean =>
  session.invitations.find((one) => one.invitation === invitation)?.kind === 'personal';

/**
 * The seat that a link opened before, of several at one camera the first; a removed one where it is the last, so that
 * nobody comes back to it.
 */
export const seatOfInvitation = (session: Session, invitation: Seat['invitation']): Seat | undefined => {
  const own = session.seats.filter((seat) => seat.invitation === invitation);
  return own.find(({ gone }) => gone !== 'removed') ?? own[0];
};

/** Whether "not today" was the answer to the owner of a personal link: once it has a seat, others ask for that seat. */
export const isShut = (session: Session, { invitation, kind }: Invitation): boolean =>
  kind === 'personal' &&
  session.shut.includes(invitation) &&
  seatOfInvitation(session, invitation) === undefined;

/**
 * Whether a link opens nothing more once the evening has ended: nobody new comes in. Whoever has a place comes back to it by
 * their own browser; a leader, of whom nobody would have to ask it, by another one too.
 */
export const isOverFor = (session: Session, { invitation, kind }: Invitation): boolean => {
  if (session.leaving === null) return false;
  const seat = kind === 'leader' ? seatOfInvitation(session, invitation) : undefined;
  return seat === undefined || spaceOfLine(session, seat.line) === null;
};

/** The place that is kept for who waits: the same personal link opened it. */
const keptFor = (session: Session, { invitation }: Comer): Seat | undefined =>
  isPersonal(session, invitation) ? seatOfInvitation(session, invitation) : undefined;

/** Whose place somebody waits for: they asked for it, or their link has got it since. */
export const awaitedSeat = (session: Session, waiting: WaitingLine): SeatId | null => {
  const kept = keptFor(session, waiting);
  return waiting.forSeat ?? (kept === undefined || kept.gone === 'removed' ? null : kept.seat);
};

const isOfOpenLink = (session: Session, invitation: InvitationId): boolean =>
  session.invitations.find((one) => one.invitation === invitation)?.kind === 'open';

/** Whether somebody else sits at the same camera. */
const sharesCamera = (session: Session, seat: Seat): boolean => seatsOn(session, seat.line).length > 1;

/** Whether one person waits, who may have sat at a camera with others: by the open link, or one of their own that is unused. */
const mayBeOfSite = (session: Session, { invitation, people }: Comer): boolean =>
  people.length === 1 &&
  (isOfOpenLink(session, invitation) || seatOfInvitation(session, invitation) === undefined);

/**
 * Places that somebody who waits may have: of the same role, and either they sit at a camera with others, and the one who
 * waits is alone; or they came by an open link, as this one, and nobody is at their line. Only a leader can tell.
 */
export const mayBe = (session: Session, comer: Comer): readonly Seat[] => {
  const { invitation } = comer;
  const role = roleOf(session, invitation);
  const ofSite = mayBeOfSite(session, comer);
  const byOpen = isOfOpenLink(session, invitation);
  return session.seats.filter(
    (seat) =>
      seat.role === role &&
      seat.gone !== 'removed' &&
      (sharesCamera(session, seat) && comer.people.length === 1
        ? ofSite
        : byOpen &&
          isOfOpenLink(session, seat.invitation) &&
          !isPresent(session, seat) &&
          (comer.people.length === 1 || !isForOne(session, seat.line))),
  );
};

/** What happens when this line is let in, with everybody who sits at it; nothing where not all of them find a place. */
export const seatFor = (session: Session, comer: Comer, context: Context): readonly EventBody[] => {
  const kept = keptFor(session, comer);
  if (kept) return goOnAt(session, kept, comer, context);
  const { line, invitation, people, site } = comer;
  const role = roleOf(session, invitation);
  if (lackOf(session, role, people.length) > 0) return [];
  const taken = session.seats.map((seat) => seat.name);
  return people.map(({ name, profession }) => {
    const own = tellApart(name, taken);
    taken.push(own);
    return {
      type: 'seated',
      seat: context.fresh() as SeatId,
      ...{ line, invitation, name: own, profession, role, site },
    };
  });
};

/** Who waits by this personal link, in the order in which they asked: one person, at several browsers. */
const browsersAt = (session: Session, invitation: InvitationId): readonly WaitingLine[] =>
  isPersonal(session, invitation) ? waitingLines(session).filter((one) => one.invitation === invitation) : [];

/** Of one person's browsers the one to let in: the newest, of those whose page is there if any is. */
const theirBrowser = (browsers: readonly WaitingLine[]): WaitingLine | undefined =>
  browsers.findLast(({ present }) => present) ?? browsers.at(-1);

/** Whether another browser of the same person is the one to let in. */
export const givesWay = (session: Session, { line, invitation }: WaitingLine): boolean => {
  const first = theirBrowser(browsersAt(session, invitation));
  return first !== undefined && first.line !== line;
};

/** As `seatFor`, for who waits; their browsers that asked before are told that the place is there. */
export const letIn = (session: Session, comer: Comer, context: Context): readonly EventBody[] => {
  const seating = seatFor(session, comer, context);
  if (seating.length === 0) return [];
  const browsers = browsersAt(session, comer.invitation);
  const own = browsers.findIndex(({ line }) => line === comer.line);
  const older = browsers.filter((_, index) => index < own);
  return [...older.map(({ line }) => ({ type: 'turnedAway', line, why: 'moved' }) as const), ...seating];
};

/** As whom a leader says that it is: alone from a camera with others, or with the whole line. */
export const letInAs = (
  session: Session,
  seat: Seat,
  waiting: WaitingLine,
  context: Context,
): readonly EventBody[] => {
  const { line, people, invitation } = waiting;
  if (people.length > 1 || !sharesCamera(session, seat)) return goOnAt(session, seat, waiting, context);
  const others = browsersAt(session, invitation).filter((one) => one.line !== line);
  return [
    { type: 'seatMoved', seat: seat.seat, line },
    ...others.map((one) => ({ type: 'turnedAway', line: one.line, why: 'moved' }) as const),
  ];
};

/** Seats these lines one after the other, each beside those before, as long as there are places. */
const seatEach = (session: Session, comers: readonly Comer[], context: Context): readonly EventBody[] => {
  const events: EventBody[] = [];
  let now = session;
  for (const comer of comers) {
    const seating = letIn(now, comer, context);
    events.push(...seating);
    now = evolved(now, seating, context);
  }
  return events;
};

/** Who waits by a personal link and has neither an answer nor a place, one line a link. */
const unanswered = (session: Session): readonly WaitingLine[] =>
  waitingLines(session).filter(
    (one) =>
      isPersonal(session, one.invitation) &&
      !session.shut.includes(one.invitation) &&
      !givesWay(session, one) &&
      !one.nextPhase &&
      one.forSeat === null &&
      !seatOfInvitation(session, one.invitation),
  );

/** Whoever came to the door too early, or while nobody led, comes in through it where it is open and somebody leads. */
export const seatedByDoor = (session: Session, context: Context): readonly EventBody[] =>
  session.door === 'open' && isLed(session, context.now)
    ? seatEach(session, unanswered(session), context)
    : [];

/** Where these events bring leaders back to a session that nobody led, who waited for that comes in by the open door. */
export const withThoseWhoWaited = (
  session: Session,
  events: readonly EventBody[],
  context: Context,
): readonly EventBody[] => {
  const waits = isOpen(session) && !isTooEarly(session, context.now);
  return waits && !isLed(session, context.now)
    ? [...events, ...seatedByDoor(evolved(session, events, context), context)]
    : events;
};

/** Of those whom a leader answered "at the next phase" one line each. */
const postponed = (session: Session): readonly WaitingLine[] =>
  waitingLines(session)
    .filter(({ nextPhase }) => nextPhase)
    .filter(
      (one, _index, all) =>
        !isPersonal(session, one.invitation) ||
        theirBrowser(all.filter(({ invitation }) => invitation === one.invitation)) === one,
    );

/**
 * Who comes in when the session begins or moves: whom a leader answered "at the next phase", and whoever waited for the
 * door's time where that has not come yet.
 */
export const seatedAtMove = (session: Session, context: Context): readonly EventBody[] => {
  const seated = seatEach(session, postponed(session), context);
  if (!isTooEarly(session, context.now)) return seated;
  return [...seated, ...seatedByDoor(evolved(session, seated, context), context)];
};
