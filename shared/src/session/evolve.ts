// One event, one new state. Total and exhaustive: a forgotten event does not compile.

import type { End, LineId, SeatId } from '../vocabulary.ts';
import { withoutOldEnds } from './ended-lines.ts';
import { evolveCourse } from './evolve-course.ts';
import type { SessionEvent } from './events.ts';
import { presenterOf, seatsOn } from './roster.ts';
import { emptySession, type Line, type Seat, type Session } from './session.ts';
import { missedAt } from './missed.ts';
import { undoWithout } from './undo.ts';

type Of<T extends SessionEvent['type']> = Extract<SessionEvent, { type: T }>;

/** What every line has, whatever it stands for. */
const held = ({ line, invitation, page, identity, present, since, movedAt }: Line) => ({
  ...{ line, invitation, page, identity },
  ...{ present, since, movedAt },
});
type Held = ReturnType<typeof held>;

const withLine = (session: Session, line: LineId, change: (old: Line) => Line): Session['lines'] => {
  const old = session.lines[line];
  return old ? { ...session.lines, [line]: change(old) } : session.lines;
};

const freshLine = (line: LineId, invitation: Line['invitation'], at: Line['since']): Held => ({
  ...{ line, invitation, page: null, identity: null },
  ...{ present: false, since: at, movedAt: null },
});

const ended = (line: Line, why: End, at: Line['since']): Line => ({
  ...held(line),
  ...{ present: false, since: at },
  ...{ state: 'ended', why },
});

const withSeats = (
  session: Session,
  which: (seat: Seat) => boolean,
  change: Partial<Seat>,
): Session['seats'] => session.seats.map((one) => (which(one) ? { ...one, ...change } : one));

const asked = (session: Session, { line, invitation, people, forSeat, at }: Of<'asked'>): Session => ({
  ...session,
  lines: {
    ...session.lines,
    [line]: {
      ...freshLine(line, invitation, at),
      ...{ state: 'waiting', people, askedAt: at, nextPhase: false, forSeat },
    },
  },
});

/** The line as one that sits in the circle. */
const sitting = (session: Session, line: LineId, invitation: Line['invitation'], at: Line['since']): Line => {
  const known = session.lines[line];
  return { ...(known ? held(known) : freshLine(line, invitation, at)), state: 'seated' };
};

const seated = (session: Session, { type: _, at, ...person }: Of<'seated'>): Session => ({
  ...session,
  seats: [...session.seats, { ...person, gone: null }],
  lines: { ...session.lines, [person.line]: sitting(session, person.line, person.invitation, at) },
});

/** Everybody who sits at the line of this seat goes on at the new one. */
const lineMoved = (session: Session, event: Of<'lineMoved'>): Session => {
  const seat = session.seats.find((one) => one.seat === event.seat);
  if (!seat) return session;
  const { at } = event;
  const lines = withLine(session, seat.line, (old) => ended(old, 'moved', at));
  return {
    ...session,
    seats: withSeats(session, (one) => one.line === seat.line && one.gone !== 'removed', {
      line: event.line,
      gone: null,
    }),
    lines: {
      ...lines,
      [event.line]: { ...sitting(session, event.line, seat.invitation, at), movedAt: at },
    },
    tookOver: event.announced ? { seat: event.seat, at } : session.tookOver,
  };
};

const connected = (
  session: Session,
  { line, page, identity, moved, missed, at }: Of<'connected'>,
): Session => {
  // Coming back after everybody of the line had left: the places were kept.
  const empty = seatsOn(session, line).every((seat) => seat.gone === 'left');
  return {
    ...session,
    course: { ...session.course, missed: missedAt(session, line, missed) },
    seats: empty
      ? withSeats(session, (seat) => seat.line === line && seat.gone === 'left', { gone: null })
      : session.seats,
    lines: withLine(session, line, (old) => ({
      ...old,
      ...{ page, identity, present: true, since: at },
      ...(moved ? { movedAt: at } : {}),
    })),
  };
};

/** A line is over with its last seat; one from which everybody has only left is empty until they come back. */
const withoutSeat = (old: Line, rest: readonly Seat[], at: Line['since']): Line => {
  if (rest.some((seat) => seat.gone === null)) return old;
  const empty = { ...old, page: null, identity: null, present: false, since: at };
  return rest.length === 0 ? ended(empty, 'removed', at) : empty;
};

const seatGone = (session: Session, seatId: SeatId, gone: 'left' | 'removed', at: Line['since']): Session => {
  const seat = session.seats.find((one) => one.seat === seatId);
  if (!seat) return session;
  const { course } = session;
  const seats = withSeats(session, (one) => one.seat === seatId, { gone });
  const rest = seats.filter((one) => one.line === seat.line && one.gone !== 'removed');
  return {
    ...session,
    seats,
    lines: withLine(session, seat.line, (old) => withoutSeat(old, rest, at)),
    backup: session.backup === seatId ? null : session.backup,
    course: {
      ...course,
      hands: course.hands.filter((one) => one !== seatId),
      floor: course.floor.filter((one) => one !== seatId),
      offers: course.offers.filter((one) => one !== seatId),
      ask: presenterOf(session) === seatId ? null : course.ask,
      undo: undoWithout(session, seatId),
    },
  };
};

const turnedAway = (session: Session, { line, why, at }: Of<'turnedAway'>): Session => {
  const link = session.lines[line]?.invitation;
  return {
    ...session,
    shut: why === 'not-today' && link !== undefined ? [...new Set([...session.shut, link])] : session.shut,
    lines: withLine(session, line, (old) => ({ ...held(old), since: at, state: 'ended', why })),
  };
};

const over = (session: Session, at: Line['since']): Session => ({
  ...session,
  ...{ status: 'ended', endedAt: at, ending: null },
  lines: Object.fromEntries(
    Object.entries(session.lines).map(([id, line]) => [
      id,
      line.state === 'waiting' ? { ...held(line), state: 'ended', why: 'over' } : line,
    ]),
  ),
});

const changed = (session: Session, event: SessionEvent): Session => {
  switch (event.type) {
    case 'opened': {
      const { id, group, protocol, media, startsAt, at } = event;
      const invitations = event.invitations.map((link) => ({ ...link, revoked: false }));
      const step = protocol.steps[0]?.id ?? emptySession.course.step;
      const course = { ...emptySession.course, step };
      return {
        ...emptySession,
        ...{ id, group, protocol, media, invitations, course, startsAt },
        ...{ madeAt: at, status: 'made' },
      };
    }
    case 'invitationAdded':
      return { ...session, invitations: [...session.invitations, { ...event.invitation, revoked: false }] };
    case 'invitationRenewed':
    case 'invitationRevoked': {
      const change =
        event.type === 'invitationRenewed' ? { hash: event.hash, revoked: false } : { revoked: true };
      return {
        ...session,
        shut: session.shut.filter((one) => one !== event.invitation),
        invitations: session.invitations.map((one) =>
          one.invitation === event.invitation ? { ...one, ...change } : one,
        ),
      };
    }
    case 'asked':
      return asked(session, event);
    case 'postponed':
      return {
        ...session,
        lines: withLine(session, event.line, (old) =>
          old.state === 'waiting' ? { ...old, nextPhase: true } : old,
        ),
      };
    case 'turnedAway':
      return withoutOldEnds(turnedAway(session, event));
    case 'seated':
      return seated(session, event);
    case 'lineMoved':
      return withoutOldEnds(lineMoved(session, event));
    case 'doorTimeCame':
      return { ...session, doorTimeCame: true };
    case 'doorOpened':
      return { ...session, door: 'open' };
    case 'doorClosed':
      return { ...session, door: 'closed' };
    case 'connected':
      return connected(session, event);
    case 'disconnected':
      return {
        ...session,
        lines: withLine(session, event.line, (old) => ({ ...old, present: false, since: event.at })),
      };
    case 'left':
    case 'removed':
      return seatGone(session, event.seat, event.type, event.at);
    case 'backupNamed':
      return { ...session, backup: event.seat };
    case 'endAnnounced':
      return { ...session, ending: event.endsAt };
    case 'endTakenBack':
      return { ...session, ending: null };
    case 'ended':
      return over(session, event.at);
    case 'begun':
    case 'endMoved':
    case 'presenterChosen':
    case 'presenterCleared':
    case 'moved':
    case 'undone':
    case 'caseStopped':
    case 'caseClosed':
    case 'caseOffered':
    case 'caseOfferWithdrawn':
    case 'extended':
    case 'held':
    case 'resumed':
    case 'handRaised':
    case 'handLowered':
    case 'floorGiven':
    case 'floorTaken':
    case 'voiceSet':
    case 'comeInAsked':
    case 'comeInSeen':
    case 'comeInWithdrawn':
      return evolveCourse(session, event);
  }
};

/** The state after one more event. */
export const evolve = (session: Session, event: SessionEvent): Session => ({
  ...changed(session, event),
  version: session.version + 1,
});
