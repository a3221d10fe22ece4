// What events do to lines and the seats that sit at them.

import type { End, LineId, SeatId } from '../vocabulary.ts';
import type { SessionEvent } from './events.ts';
import { withoutSeatIn } from './evolve-stepping.ts';
import { missedAt } from './missed.ts';
import { MOST_AT_ONE } from './names.ts';
import { presenterOf, seatsOn } from './roster.ts';
import type { Line, Seat, Session } from './session.ts';
import { undoWithout } from './undo.ts';

type Of<T extends SessionEvent['type']> = Extract<SessionEvent, { type: T }>;

/** What every line has, whatever it stands for. */
export const held = ({ line, invitation, page, identity, present, since, movedAt }: Line) => ({
  ...{ line, invitation, page, identity },
  ...{ present, since, movedAt },
});
type Held = ReturnType<typeof held>;

/** The lines, with one of them changed; an unknown one changes nothing. */
export const withLine = (session: Session, line: LineId, change: (old: Line) => Line): Session['lines'] => {
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

/** Stands at the door. */
export const asked = (
  session: Session,
  { line, invitation, people, site, forSeat, at }: Of<'asked'>,
): Session => ({
  ...session,
  lines: {
    ...session.lines,
    [line]: {
      ...freshLine(line, invitation, at),
      ...{ state: 'waiting', people, site, askedAt: at, nextPhase: false, forSeat },
    },
  },
});

/** The line as one that sits in the circle. */
export const sitting = (
  session: Session,
  line: LineId,
  invitation: Line['invitation'],
  at: Line['since'],
): Line => {
  const known = session.lines[line];
  return { ...(known ? held(known) : freshLine(line, invitation, at)), state: 'seated' };
};

/** Whoever sits at one camera sits in one ring. */
export const besideOthers = (session: Session, seat: SeatId, line: LineId): Session['rings'] => {
  const other = seatsOn(session, line).find((one) => one.seat !== seat);
  const ring = other && session.rings[other.seat];
  return ring === undefined ? session.rings : { ...session.rings, [seat]: ring };
};

/** Has a place, at a line that was let in. */
export const seated = (session: Session, { type: _, at, ...person }: Of<'seated'>): Session => ({
  ...session,
  // Whoever sat there alone shares it from now on.
  seats: [
    ...withSeats(session, ({ line }) => line === person.line, { site: person.site }),
    { ...person, acts: null, gone: null, goneAt: null },
  ],
  rings: besideOthers(session, person.seat, person.line),
  lines: { ...session.lines, [person.line]: sitting(session, person.line, person.invitation, at) },
});

/**
 * Whoever is back once a page of this line is there: where all had left and the places were kept, those who left last, as
 * many as fit before one camera.
 */
const isBack = (session: Session, line: LineId): ((seat: Seat) => boolean) => {
  const seats = seatsOn(session, line);
  if (seats.some(({ gone }) => gone === null)) return () => false;
  const back = new Set(seats.toSorted((a, b) => (b.goneAt ?? 0) - (a.goneAt ?? 0)).slice(0, MOST_AT_ONE));
  return (seat) => back.has(seat);
};

/** Who sits apart from their microphone, without those of this line: where its new one stands nobody has made sure of. */
const apartWithout = ({ course, seats }: Session, line: LineId): SeatId | null =>
  seats.some((one) => one.seat === course.apart && one.line === line) ? null : course.apart;

/** Everybody who sits at the line of this seat goes on at the new one; who has left those who stay there does not. */
export const lineMoved = (session: Session, event: Of<'lineMoved'>): Session => {
  const seat = session.seats.find((one) => one.seat === event.seat);
  if (!seat) return session;
  const { at } = event;
  const lines = withLine(session, seat.line, (old) => ended(old, 'moved', at));
  const seats = withSeats(session, isBack(session, seat.line), { gone: null, goneAt: null });
  return {
    ...session,
    seats: seats.map((one) =>
      one.line === seat.line && one.gone !== 'removed' ? { ...one, line: event.line } : one,
    ),
    lines: {
      ...lines,
      [event.line]: { ...sitting(session, event.line, seat.invitation, at), movedAt: at },
    },
    beside: session.beside.map((one) => (one.line === seat.line ? { ...one, line: event.line } : one)),
    tookOver: event.announced ? { seat: event.seat, at } : session.tookOver,
    course: { ...session.course, apart: apartWithout(session, seat.line) },
  };
};

/** A page of the line is there. */
export const connected = (
  session: Session,
  { line, page, identity, moved, missed, at }: Of<'connected'>,
): Session => ({
  ...session,
  course: { ...session.course, missed: missedAt(session, line, missed) },
  seats: withSeats(session, isBack(session, line), { gone: null, goneAt: null }),
  lines: withLine(session, line, (old) => ({
    ...old,
    ...{ page, identity, present: true, since: at },
    ...(moved ? { movedAt: at } : {}),
  })),
});

/** A line is over with its last seat; one from which everybody has only left is empty until they come back. */
export const withoutSeat = (old: Line, rest: readonly Seat[], why: End, at: Line['since']): Line => {
  if (rest.some((seat) => seat.gone === null)) return old;
  const empty = { ...old, page: null, identity: null, present: false, since: at };
  return rest.length === 0 ? ended(empty, why, at) : empty;
};

/** Has left, or was removed: with everything of the course that was theirs. */
export const seatGone = (
  session: Session,
  seatId: SeatId,
  gone: 'left' | 'removed',
  at: Line['since'],
): Session => {
  const seat = session.seats.find((one) => one.seat === seatId);
  if (!seat) return session;
  const { course } = session;
  const seats = withSeats(session, (one) => one.seat === seatId, { gone, goneAt: at });
  const rest = seats.filter((one) => one.line === seat.line && one.gone !== 'removed');
  return {
    ...session,
    seats,
    lines: withLine(session, seat.line, (old) => withoutSeat(old, rest, 'removed', at)),
    beside: rest.length === 0 ? session.beside.filter(({ line }) => line !== seat.line) : session.beside,
    backup: session.backup?.seat === seatId ? null : session.backup,
    handing: session.handing?.seat === seatId ? null : session.handing,
    out: withoutSeatIn(session.out, seatId),
    help: withoutSeatIn(session.help, seatId),
    course: {
      ...course,
      hands: course.hands.filter((one) => one !== seatId),
      floor: course.floor.filter((one) => one !== seatId),
      offers: course.offers.filter((one) => one !== seatId),
      ask: presenterOf(session) === seatId ? null : course.ask,
      apart: course.apart === seatId ? null : course.apart,
      undo: undoWithout(session, seatId),
    },
  };
};

/** A line at the door ends there. */
export const turnedAway = (session: Session, { line, why, at }: Of<'turnedAway'>): Session => {
  const link = session.lines[line]?.invitation;
  return {
    ...session,
    shut: why === 'not-today' && link !== undefined ? [...new Set([...session.shut, link])] : session.shut,
    lines: withLine(session, line, (old) => ({ ...held(old), since: at, state: 'ended', why })),
  };
};
