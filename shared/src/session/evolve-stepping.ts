// What events do to whoever has stepped out for a moment, and to calls for help.

import type { SeatId } from '../vocabulary.ts';
import type { SessionEvent } from './events.ts';
import type { Session } from './session.ts';
import { without } from './undo.ts';

type Stepping = Extract<
  SessionEvent,
  { type: 'steppedOut' | 'steppedIn' | 'helpAsked' | 'helpSeen' | 'helpWithdrawn' }
>;

/** A record of seats without one of them. */
export const withoutSeatIn = <V>(record: Readonly<Partial<Record<SeatId, V>>>, seat: SeatId) => {
  const { [seat]: _, ...others } = record;
  return others as Readonly<Partial<Record<SeatId, V>>>;
};

/** Steps out with hand and floor: both are for somebody who is there. */
const steppedOut = (session: Session, { seat, at }: Stepping): Session => {
  const { course } = session;
  const hands = course.hands.filter((one) => one !== seat);
  const floor = course.floor.filter((one) => one !== seat);
  const undo = without({ ...course, undo: without(course, 'hands', seat) }, 'floor', seat);
  return { ...session, out: { ...session.out, [seat]: at }, course: { ...course, hands, floor, undo } };
};

/** The state after somebody has stepped out or in, or a call for help. */
export const stepping = (session: Session, event: Stepping): Session => {
  const { seat, at } = event;
  switch (event.type) {
    case 'steppedOut':
      return steppedOut(session, event);
    case 'steppedIn':
      return { ...session, out: withoutSeatIn(session.out, seat) };
    case 'helpAsked':
      return { ...session, help: { ...session.help, [seat]: { since: at, seen: false } } };
    case 'helpSeen': {
      const call = session.help[seat];
      return call ? { ...session, help: { ...session.help, [seat]: { ...call, seen: true } } } : session;
    }
    case 'helpWithdrawn':
      return { ...session, help: withoutSeatIn(session.help, seat) };
  }
};
