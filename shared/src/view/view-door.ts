// Outside the room: at the door, and when it is over.

import { awaitedSeat } from '../decisions/door-seats.ts';
import { doorTime, eveningEnd, isTooEarly } from '../session/evening.ts';
import { isLed } from '../session/leadership.ts';
import type { Line, Session, WaitingLine } from '../session/session.ts';
import { isLeader, seatsOn } from '../session/roster.ts';
import { forgottenAt } from '../session/timer.ts';
import type { MediaReport } from '../media-report.ts';
import type { End, Instant } from '../vocabulary.ts';
import type { DoorView, OverView, Shown } from './view.ts';

/** At the door: what it waits for. */
export const doorView = (
  session: Session,
  waiting: WaitingLine,
  now: Instant,
  { sealed }: MediaReport,
): Extract<Shown, { kind: 'door' }> => {
  const tooEarly = isTooEarly(session, now);
  const forSeat = awaitedSeat(session, waiting);
  const reason = (): DoorView['reason'] => {
    if (tooEarly && !waiting.nextPhase && forSeat === null) return 'too-early';
    if (!isLed(session, now)) return 'no-leader-yet';
    if (waiting.nextPhase) return 'next-phase';
    if (forSeat !== null) return 'other-browser';
    return session.door === 'closed' ? 'door-closed' : 'by-name';
  };
  const { group, door, startsAt } = session;
  const names = waiting.people.map(({ name }) => name);
  const times = { startsAt, endsAt: eveningEnd(session, now), opensAt: tooEarly ? doorTime(session) : null };
  const { line, site } = waiting;
  return { kind: 'door', now, line, group, door, names, site, reason: reason(), ...times, sealed };
};

/** Thanks are for who sat in an evening that has ended: who led it, and the leaders' own line. */
const farewellOf = (session: Session, line: Line, reason: End): OverView['farewell'] => {
  const sat = seatsOn(session, line.line).length > 0;
  const over = session.status === 'ended' || session.leaving !== null;
  if (!sat || !over || session.evening === null || (reason !== 'over' && reason !== 'left')) return null;
  const led = session.seats.filter((seat) => isLeader(seat) && seat.gone !== 'removed');
  return { leaders: led.map(({ name }) => name), line: session.closingLine };
};

/** Nothing more to see, and why. */
export const overView = (
  session: Session,
  line: Line,
  reason: End,
  now: Instant,
): Extract<Shown, { kind: 'over' }> => ({
  kind: 'over',
  now,
  reason,
  group: session.group,
  forgottenAt: forgottenAt(session),
  farewell: farewellOf(session, line, reason),
  receipt: null,
});
