// Giving a waiting line its place: a new seat at the end of the ring, or a kept seat taken over by a new line.

import { isTooEarly } from '../session/evening.ts';
import { isLed } from '../session/leadership.ts';
import { tellApart } from '../session/lookalikes.ts';
import { hasRoom, ringOfRole } from '../session/rings.ts';
import { isLeader, isOpen, isPresent, roleOf, waitingLines } from '../session/roster.ts';
import type { Invitation, Seat, Session, WaitingLine } from '../session/session.ts';
import type { InvitationId, Role, SeatId } from '../vocabulary.ts';
import type { Context } from './command.ts';
import { evolved, type EventBody } from './decision.ts';

/** Who comes to the door by a line: everybody who sits at it. */
export type Comer = Pick<WaitingLine, 'line' | 'invitation' | 'people' | 'forSeat'>;

/** Whether these find places: a leader's link has kept its own. */
const hasRoomFor = (session: Session, role: Role, people: number): boolean =>
  isLeader({ role }) || hasRoom(session, ringOfRole(role), people);

/** Whether a link is one person's own. */
export const isPersonal = (session: Session, invitation: InvitationId): boolean =>
  session.invitations.find((one) => one.invitation === invitation)?.kind === 'personal';

/** The seat that a link opened before; removed seats count, so that nobody comes back to one. */
export const seatOfInvitation = (session: Session, invitation: Seat['invitation']): Seat | undefined =>
  session.seats.find((seat) => seat.invitation === invitation);

/** Whether "not today" was the answer to the owner of a personal link: once it has a seat, others ask for that seat. */
export const isShut = (session: Session, { invitation, kind }: Invitation): boolean =>
  kind === 'personal' &&
  session.shut.includes(invitation) &&
  seatOfInvitation(session, invitation) === undefined;

/** The place that is kept for who waits: asked for from another browser, or opened by the same personal link. */
const keptFor = (session: Session, { forSeat, invitation }: Comer): Seat | undefined => {
  if (forSeat !== null) return session.seats.find((seat) => seat.seat === forSeat);
  return isPersonal(session, invitation) ? seatOfInvitation(session, invitation) : undefined;
};

const isOfOpenLink = (session: Session, invitation: InvitationId): boolean =>
  session.invitations.find((one) => one.invitation === invitation)?.kind === 'open';

/**
 * Places that somebody waiting by an open link may have had before, on another device: of the same role, came by an
 * open link too, and nobody is at their line. Only a leader can tell whose new device this is.
 */
export const mayBe = (session: Session, { invitation }: Comer): readonly Seat[] =>
  isOfOpenLink(session, invitation)
    ? session.seats.filter(
        (seat) =>
          seat.role === roleOf(session, invitation) &&
          seat.gone !== 'removed' &&
          isOfOpenLink(session, seat.invitation) &&
          !isPresent(session, seat),
      )
    : [];

/** The line takes a kept seat over, with all that it is in this session. */
export const moveTo = (seat: Seat, { line }: Comer): EventBody => ({
  type: 'lineMoved',
  seat: seat.seat,
  line,
  announced: seat.gone === null,
});

/** What happens when this line is let in, with everybody who sits at it; nothing where not all of them find a place. */
export const seatFor = (session: Session, comer: Comer, context: Context): readonly EventBody[] => {
  const kept = keptFor(session, comer);
  if (kept) return [moveTo(kept, comer)];
  const { line, invitation, people } = comer;
  const role = roleOf(session, invitation);
  if (!hasRoomFor(session, role, people.length)) return [];
  const taken = session.seats.map((seat) => seat.name);
  return people.map(({ name, profession }) => {
    const own = tellApart(name, taken);
    taken.push(own);
    return {
      type: 'seated',
      seat: context.fresh() as SeatId,
      ...{ line, invitation, name: own, profession, role },
    };
  });
};

/** Who waits by this personal link, in the order in which they asked: one person, at several browsers. */
const browsersAt = (session: Session, invitation: InvitationId): readonly WaitingLine[] =>
  isPersonal(session, invitation) ? waitingLines(session).filter((one) => one.invitation === invitation) : [];

/** Whether another browser of the same person is the one to let in: the newest, of those whose page is there if any is. */
export const givesWay = (session: Session, { line, invitation }: WaitingLine): boolean => {
  const browsers = browsersAt(session, invitation);
  const first = browsers.findLast(({ present }) => present) ?? browsers.at(-1);
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
  waitingLines(session)
    .filter(
      (one, index, all) =>
        isPersonal(session, one.invitation) &&
        !session.shut.includes(one.invitation) &&
        all.findIndex((other) => other.invitation === one.invitation) === index,
    )
    .filter((one) => !one.nextPhase && one.forSeat === null && !seatOfInvitation(session, one.invitation));

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

/** Of those whom a leader answered "at the next phase" one line each, the newest. */
const postponed = (session: Session): readonly WaitingLine[] =>
  waitingLines(session)
    .filter(({ nextPhase }) => nextPhase)
    .filter(
      ({ invitation }, index, all) =>
        !isPersonal(session, invitation) ||
        all.findLastIndex((other) => other.invitation === invitation) === index,
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
