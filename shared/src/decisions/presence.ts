// Lines come and go; places stay. Rights never depend on presence.

import { doorTime } from '../session/evening.ts';
import { spaceOfLine } from '../session/leaving.ts';
import { isLeader, isLeading, seatOf, seatsOn, sitsBack, waitingLines } from '../session/roster.ts';
import type { Seat, Session } from '../session/session.ts';
import { dueEnd, emptyEnd, stayEnds } from '../session/timer.ts';
import { later, SECOND, type Instant, type MediaIdentity, type SeatId } from '../vocabulary.ts';
import type { Context, ServerCommand } from './command.ts';
import { accept, refuse, type Decision } from './decision.ts';
import { afterLeaving, atEnd, closing } from './leaving.ts';
import { isPersonal, seatedByDoor, withThoseWhoWaited } from './door-seats.ts';

/** A place changes windows at most once in this time, so that two windows cannot fight over it. */
export const MOVE_PAUSE = 10 * SECOND;

/** A page takes its line: the same one again, a new one, or one that takes over. */
export const connect = (
  session: Session,
  { line: id, page, sit }: Extract<ServerCommand, { type: 'connect' }>,
  context: Context,
): Decision => {
  const line = session.lines[id];
  if (!line) return refuse('not-in-room');
  if (session.status === 'ended') return refuse('over');
  if (line.state === 'ended') return refuse(line.why);
  if (session.leaving !== null && spaceOfLine(session, id) === null) return refuse('over');
  const same = line.page === page && line.identity !== null;
  const moved = !same && line.present;
  if (moved && !sit) return refuse('elsewhere');
  if (moved && line.movedAt !== null && context.now < later(line.movedAt, MOVE_PAUSE))
    return refuse('too-soon');
  const identity = same && line.identity ? line.identity : (context.fresh() as MediaIdentity);
  const absent = seatsOn(session, id).some(({ seat }) => sitsBack(session, seat)) && !line.present;
  const missed = absent ? Math.max(0, context.now - line.since) : null;
  const connected = { type: 'connected', line: id, page, identity, moved, missed } as const;
  return accept(context, withThoseWhoWaited(session, [connected], context), { line: id, identity });
};

/** The socket of a page has gone, since its last sign of life; rights stay. */
export const disconnect = (
  session: Session,
  { line: id, identity, seen }: Extract<ServerCommand, { type: 'disconnect' }>,
  context: Context,
): Decision => {
  const line = session.lines[id];
  // A page that was superseded, or whose place has ended, is news to nobody.
  if (!line || line.identity !== identity || !line.present) return accept(context, []);
  const now = Math.min(Math.max(seen, line.since), context.now) as Instant;
  return accept({ ...context, now }, [{ type: 'disconnected', line: id }]);
};

/** After a start of the server nobody is there yet. */
export const restart = (session: Session, context: Context): Decision =>
  accept(
    context,
    Object.values(session.lines)
      .filter((line) => line.present)
      .map((line) => ({ type: 'disconnected', line: line.line })),
  );

/** An alarm rang: ends what is due, and lets in by the door whoever waited for its time. */
export const tick = (session: Session, context: Context): Decision => {
  const { now } = context;
  const due = dueEnd(session);
  if (due !== null && now >= due) {
    const alone = emptyEnd(session);
    const announced = session.ending !== null && now >= session.ending && (alone === null || now < alone);
    return accept(context, announced ? atEnd(session, context) : [{ type: 'ended' }]);
  }
  const stays = stayEnds(session);
  if (stays !== null && now >= stays) return accept(context, closing(session, 'circle'));
  const door = doorTime(session);
  if (door === null || now < door || session.doorTimeCame) return accept(context, []);
  return accept(context, [{ type: 'doorTimeCame' }, ...seatedByDoor(session, context)]);
};

/** Somebody goes; the place is kept. */
export const leave = (session: Session, seat: Seat, context: Context): Decision =>
  accept(context, [{ type: 'left', seat: seat.seat }, ...afterLeaving(session, seat)]);

/** Ends a place for good, also for whoever waits for it. */
export const remove = (session: Session, seatId: SeatId, context: Context): Decision => {
  const seat = seatOf(session, seatId);
  if (!seat) return refuse('no-such-seat');
  if (isLeader(seat) || isLeading(seat)) return refuse('not-a-leaders-place');
  // Nor does anybody come back to this place who waits for it with the same link, unless others sit there.
  const others = seatsOn(session, seat.line).length > 1;
  const rivals = waitingLines(session).filter(
    ({ forSeat, invitation }) =>
      !others && (forSeat === seatId || (isPersonal(session, invitation) && invitation === seat.invitation)),
  );
  return accept(context, [
    { type: 'removed', seat: seatId },
    ...rivals.map(({ line }) => ({ type: 'turnedAway', line, why: 'removed' }) as const),
  ]);
};
