// What events do to the people at one camera: who is to join them, who goes on with a device of their own, who sits apart.

import type { SessionEvent } from './events.ts';
import { besideOthers, sitting, withLine, withoutSeat } from './evolve-lines.ts';
import { seatsOn } from './roster.ts';
import type { Session } from './session.ts';

type Of<T extends SessionEvent['type']> = Extract<SessionEvent, { type: T }>;

/** One more person is to sit down at a line; leaders have not answered yet. */
export const besideAsked = (session: Session, { type: _, at, ...person }: Of<'besideAsked'>): Session => ({
  ...session,
  beside: [...session.beside, { ...person, since: at }],
});

/** Leaders have answered, or nobody is asked for any more. */
export const besideAnswered = (
  session: Session,
  { ask }: Of<'besideAnswered' | 'besideWithdrawn'>,
): Session => ({
  ...session,
  beside: session.beside.filter((one) => one.ask !== ask),
});

/** One person goes on at another line, with all that is theirs; those whom they leave stay where they are. */
export const seatMoved = (session: Session, event: Of<'seatMoved'>): Session => {
  const seat = session.seats.find((one) => one.seat === event.seat);
  const known = session.lines[event.line];
  if (!seat || !known) return session;
  const { course } = session;
  const site = seatsOn(session, event.line)[0]?.site ?? '';
  const moved = { ...seat, line: event.line, invitation: known.invitation, site, gone: null, goneAt: null };
  const seats = session.seats.map((one) => (one === seat ? moved : one));
  const rest = seats.filter(({ line, gone }) => line === seat.line && gone !== 'removed');
  const lines = withLine(session, seat.line, (old) => withoutSeat(old, rest, 'moved', event.at));
  return {
    ...session,
    seats,
    rings: besideOthers(session, event.seat, event.line),
    lines: { ...lines, [event.line]: sitting({ ...session, lines }, event.line, known.invitation, event.at) },
    course: { ...course, apart: course.apart === event.seat ? null : course.apart },
  };
};

/** The presenter sits apart from the microphone of their site, or does so no longer. */
export const apartSet = (session: Session, { seat }: Of<'apartSet'>): Session => ({
  ...session,
  course: { ...session.course, apart: seat },
});
