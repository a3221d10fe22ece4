// The end of an evening: announced, taken back, with time to stay or without; and how each space comes to its own end.

import { isPeopled, isSpaceOpen, spaceOfLine } from '../session/leaving.ts';
import type { Seat, Session } from '../session/session.ts';
import { END_NOTICE, MORE_TO_STAY } from '../session/timer.ts';
import { later, MINUTE, type Space } from '../vocabulary.ts';
import type { Context } from './command.ts';
import { accept, refuse, type Decision, type EventBody } from './decision.ts';

/** Whether the course offers time to stay, or a debrief. */
const offersStay = ({ protocol }: Session): boolean => protocol.leavingMinutes !== null || protocol.debrief;

/**
 * Announces the end to all; with `stay`, members may stay for a while then and leaders have their debrief. That is what
 * comes where an end of all was announced before it.
 */
export const endSession = (session: Session, stay: boolean, context: Context): Decision => {
  if (session.ending !== null && (session.stays || !stay)) return refuse('nothing-to-do');
  if (stay && session.evening === null) return refuse('not-begun');
  if (stay && !offersStay(session)) return refuse('not-allowed');
  return accept(context, [{ type: 'endAnnounced', endsAt: later(context.now, END_NOTICE), stays: stay }]);
};

/** Takes an announced end back. */
export const keepSession = (session: Session, context: Context): Decision =>
  session.ending === null ? refuse('nothing-to-do') : accept(context, [{ type: 'endTakenBack' }]);

/** What the announced end leads to: the time to stay, as far as somebody is there for it, or the end of all. */
export const atEnd = (session: Session, { now }: Context): readonly EventBody[] => {
  const { leavingMinutes } = session.protocol;
  // Where they will be once the evening has ended.
  const after: Session = { ...session, leaving: { since: now, endsAt: now, more: false, closed: [] } };
  const circle = leavingMinutes !== null && isPeopled(after, 'circle');
  const debrief = session.protocol.debrief && isPeopled(after, 'debrief');
  if (!session.stays || (!circle && !debrief)) return [{ type: 'ended' }];
  const endsAt = circle ? later(now, leavingMinutes * MINUTE) : null;
  return [{ type: 'leavingBegun', endsAt, debrief }];
};

/** A space comes to its end, and with the last one all does. */
export const closing = ({ leaving }: Session, space: Space): readonly EventBody[] => {
  const other = space === 'circle' ? 'debrief' : 'circle';
  const last = leaving === null || !isSpaceOpen(leaving, other);
  return [{ type: 'spaceClosed', space }, ...(last ? [{ type: 'ended' } as const] : [])];
};

/** Leaders end their debrief; members are not disturbed by that. */
export const endDebrief = (session: Session, context: Context): Decision =>
  accept(context, closing(session, 'debrief'));

/** Five minutes more for all members, once. */
export const stayLonger = ({ leaving }: Session, context: Context): Decision =>
  leaving === null || leaving.more
    ? refuse('nothing-to-do')
    : accept(context, [{ type: 'stayedLonger', endsAt: later(leaving.endsAt, MORE_TO_STAY) }]);

/** What follows from somebody's leaving: a space from which all have gone is over. */
export const afterLeaving = (session: Session, { seat, line }: Seat): readonly EventBody[] => {
  const space = session.leaving === null ? null : spaceOfLine(session, line);
  return space === null || isPeopled(session, space, seat) ? [] : closing(session, space);
};
