// One event, one new state. Total and exhaustive: a forgotten event does not compile.

import type { LineId, SeatId } from '../vocabulary.ts';
import { withoutOldEnds } from './ended-lines.ts';
import { coursed } from './evolve-course.ts';
import type { SessionEvent } from './events.ts';
import { presenterOf } from './roster.ts';
import { emptySession, type Line, type Seat, type Session } from './session.ts';

type Of<T extends SessionEvent['type']> = Extract<SessionEvent, { type: T }>;

const withLine = (session: Session, line: LineId, change: Partial<Line>): Session['lines'] => {
  const old = session.lines[line];
  return old ? { ...session.lines, [line]: { ...old, ...change } } : session.lines;
};

const freshLine = (line: LineId, invitation: Line['invitation'], at: Line['since']): Line => ({
  line,
  invitation,
  page: null,
  identity: null,
  present: false,
  since: at,
  movedAt: null,
  end: null,
});

const withSeat = (session: Session, seat: SeatId, change: Partial<Seat>): Session['seats'] =>
  session.seats.map((one) => (one.seat === seat ? { ...one, ...change } : one));

const withoutWaiting = (session: Session, line: LineId): Session['waiting'] =>
  session.waiting.filter((one) => one.line !== line);

const asked = (session: Session, { type: _, at, ...person }: Of<'asked'>): Session => ({
  ...session,
  waiting: [...session.waiting, { ...person, since: at, nextPhase: false }],
  lines: { ...session.lines, [person.line]: freshLine(person.line, person.invitation, at) },
});

const seated = (session: Session, { type: _, at, ...person }: Of<'seated'>): Session => ({
  ...session,
  waiting: withoutWaiting(session, person.line),
  seats: [...session.seats, { ...person, gone: null }],
  lines: {
    ...session.lines,
    [person.line]: session.lines[person.line] ?? freshLine(person.line, person.invitation, at),
  },
});

const lineMoved = (session: Session, event: Of<'lineMoved'>): Session => {
  const seat = session.seats.find((one) => one.seat === event.seat);
  if (!seat) return session;
  const ended = withLine(session, seat.line, { end: 'elsewhere', present: false, since: event.at });
  const line = session.lines[event.line] ?? freshLine(event.line, seat.invitation, event.at);
  return {
    ...session,
    waiting: withoutWaiting(session, event.line),
    seats: withSeat(session, event.seat, { line: event.line, gone: null }),
    lines: { ...ended, [event.line]: { ...line, movedAt: event.at } },
    tookOver: event.announced ? { seat: event.seat, at: event.at } : session.tookOver,
  };
};

const connected = (session: Session, { line, page, identity, moved, at }: Of<'connected'>): Session => ({
  ...session,
  // Coming back after leaving: the place was kept.
  seats: session.seats.map((seat) =>
    seat.line === line && seat.gone === 'left' ? { ...seat, gone: null } : seat,
  ),
  lines: withLine(session, line, {
    page,
    identity,
    present: true,
    since: at,
    ...(moved ? { movedAt: at } : {}),
  }),
});

const seatGone = (session: Session, seatId: SeatId, gone: 'left' | 'removed', at: Line['since']): Session => {
  const seat = session.seats.find((one) => one.seat === seatId);
  if (!seat) return session;
  const { course } = session;
  return {
    ...session,
    seats: withSeat(session, seatId, { gone }),
    lines: withLine(session, seat.line, {
      present: false,
      page: null,
      identity: null,
      since: at,
      end: gone === 'removed' ? 'removed' : null,
    }),
    backup: session.backup === seatId ? null : session.backup,
    course: {
      ...course,
      hands: course.hands.filter((one) => one !== seatId),
      floor: course.floor.filter((one) => one !== seatId),
      ask: presenterOf(session) === seatId ? null : course.ask,
    },
  };
};

const turnedAway = (session: Session, { line, why, at }: Of<'turnedAway'>): Session => {
  const link = session.lines[line]?.invitation;
  return {
    ...session,
    waiting: withoutWaiting(session, line),
    shut: why === 'not-today' && link !== undefined ? [...new Set([...session.shut, link])] : session.shut,
    lines: withLine(session, line, { end: why, since: at }),
  };
};

const changed = (session: Session, event: SessionEvent): Session => {
  switch (event.type) {
    case 'opened': {
      const { id, group, protocol, media, at } = event;
      const invitations = event.invitations.map((link) => ({ ...link, revoked: false }));
      const step = protocol.steps[0]?.id ?? emptySession.course.step;
      const course = { ...emptySession.course, step };
      return { ...emptySession, id, group, protocol, media, invitations, course, madeAt: at, status: 'made' };
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
        waiting: session.waiting.map((one) => (one.line === event.line ? { ...one, nextPhase: true } : one)),
      };
    case 'turnedAway':
      return withoutOldEnds(turnedAway(session, event));
    case 'seated':
      return seated(session, event);
    case 'lineMoved':
      return withoutOldEnds(lineMoved(session, event));
    case 'doorOpened':
      return { ...session, door: 'open' };
    case 'doorClosed':
      return { ...session, door: 'closed' };
    case 'connected':
      return connected(session, event);
    case 'disconnected':
      return { ...session, lines: withLine(session, event.line, { present: false, since: event.at }) };
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
      return { ...session, status: 'ended', endedAt: event.at, ending: null, waiting: [] };
    case 'begun':
    case 'presenterChosen':
    case 'moved':
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
      return coursed(session, event);
  }
};

/** The state after one more event. */
export const evolve = (session: Session, event: SessionEvent): Session => ({
  ...changed(session, event),
  version: session.version + 1,
});
