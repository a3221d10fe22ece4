// Events that the state after them does not show any more: who came to the door and went, and comings that others followed.

import type { LineId, SeatId } from '../vocabulary.ts';
import type { SessionEvent } from './events.ts';
import type { Session } from './session.ts';

type OwnEvents = Map<LineId, SessionEvent[]>;

/** The lines that an event is about; a seat stands for the line that held it then. */
const linesOf = (event: SessionEvent, holders: Map<SeatId, LineId>): readonly LineId[] => {
  switch (event.type) {
    case 'asked':
    case 'postponed':
    case 'turnedAway':
    case 'connected':
    case 'disconnected':
      return [event.line];
    case 'seated':
      holders.set(event.seat, event.line);
      return [event.line];
    case 'lineMoved': {
      const before = holders.get(event.seat);
      if (before === undefined) return [event.line];
      // Everybody at the line goes with it.
      for (const [seat, line] of holders) if (line === before) holders.set(seat, event.line);
      return [before, event.line];
    }
    case 'seatMoved': {
      const before = holders.get(event.seat);
      holders.set(event.seat, event.line);
      return before === undefined ? [event.line] : [before, event.line];
    }
    case 'left':
    case 'removed': {
      const line = holders.get(event.seat);
      return line === undefined ? [] : [line];
    }
    default:
      return [];
  }
};

const sorted = (events: readonly SessionEvent[]): OwnEvents => {
  const holders = new Map<SeatId, LineId>();
  const own: OwnEvents = new Map();
  for (const event of events)
    for (const line of linesOf(event, holders)) {
      const list = own.get(line);
      if (list) list.push(event);
      else own.set(line, [event]);
    }
  return own;
};

/** Never sat, and went by themselves. */
const onlyWent = (own: readonly SessionEvent[]): boolean =>
  own.some((event) => event.type === 'turnedAway' && event.why === 'left') &&
  own.every(({ type }) => type !== 'seated' && type !== 'lineMoved' && type !== 'seatMoved');

type Coming = Extract<SessionEvent, { type: 'connected' }>;

/** Whether what a coming says besides is said by the next one, too: a take-over, and a presenter's time away. */
const saysAsMuch = (next: Coming, one: Coming): boolean =>
  (next.moved || !one.moved) && (next.missed !== null || one.missed === null);

/** Comings and goings of one line that the next coming writes over. */
const writtenOver = (own: readonly SessionEvent[]): readonly SessionEvent[] => {
  const gone: SessionEvent[] = [];
  let next: SessionEvent | undefined;
  for (const event of own.toReversed()) {
    const over =
      next?.type === 'connected' &&
      (event.type === 'disconnected' || (event.type === 'connected' && saysAsMuch(next, event)));
    if (over) gone.push(event);
    else next = event;
  }
  return gone;
};

const OF_COMING: ReadonlySet<SessionEvent['type']> = new Set([
  'asked',
  'postponed',
  'turnedAway',
  'connected',
  'disconnected',
]);

/** Whether an event is of a sort that may become needless. */
export const mayBeNeedless = ({ type }: SessionEvent): boolean => OF_COMING.has(type);

/** Events without which replay gives the same state, but for its version. */
export const needlessEvents = (
  events: readonly SessionEvent[],
  { lines }: Session,
): ReadonlySet<SessionEvent> => {
  const needless = new Set<SessionEvent>();
  for (const [line, own] of sorted(events)) {
    const all = lines[line] === undefined && onlyWent(own);
    for (const event of all ? own : writtenOver(own)) needless.add(event);
  }
  return needless;
};
