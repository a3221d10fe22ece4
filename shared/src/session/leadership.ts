// Who holds the leaders' rights, derived from state and time. Nobody unnamed is ever promoted.

import { later, SECOND, type Instant, type LineId } from '../vocabulary.ts';
import { caseAhead, planOf } from '../protocol/cases.ts';
import { ringOf } from './rings.ts';
import {
  absentSince,
  casePresenter,
  seatsOn,
  isLeader,
  isLeading,
  isOpen,
  isThere,
  roleNow,
  seatOf,
} from './roster.ts';
import type { Seat, Session } from './session.ts';

/** How long no leader's line must be there before the named backup leads on. */
export const LEADER_GRACE = 30 * SECOND;

/** Since when no leader is there; `null` while one is, or before the first came. */
export const leaderlessSince = (session: Session): Instant | null => {
  const leaders = session.seats.filter(isLeading);
  if (!isOpen(session) || leaders.length === 0) return null;
  if (leaders.some((seat) => isThere(session, seat))) return null;
  return Math.max(...leaders.map((seat) => absentSince(session, seat))) as Instant;
};

/** When the grace for absent leaders is over; `null` while a leader is there. */
export const graceEnds = (session: Session): Instant | null => {
  const since = leaderlessSince(session);
  return since === null ? null : later(since, LEADER_GRACE);
};

const graceIsOver = (session: Session, now: Instant): boolean => {
  const ends = graceEnds(session);
  return ends !== null && now >= ends;
};

/** The backup while they hold the leaders' rights: who has agreed to it, and never the presenter of the running case. */
export const actingBackup = (session: Session, now: Instant): Seat | null => {
  const { backup } = session;
  if (backup === null || !backup.agreed || session.leaving !== null || !graceIsOver(session, now))
    return null;
  const seat = seatOf(session, backup.seat);
  return seat && isThere(session, seat) && casePresenter(session) !== seat.seat ? seat : null;
};

/** Whether this seat holds the leaders' rights now. Once the evening has ended nobody does. */
export const leads = (session: Session, seat: Seat, now: Instant): boolean =>
  session.leaving === null &&
  seat.gone === null &&
  (isLeading(seat) || actingBackup(session, now)?.seat === seat.seat);

/** Whether somebody leads at this line. */
export const leadsAt = (session: Session, line: LineId, now: Instant): boolean =>
  seatsOn(session, line).some((seat) => leads(session, seat, now));

/** Whether somebody has a place in the leaders' debrief: leaders, whatever they do now, and supervisors. */
export const belongsToDebrief = (seat: Seat): boolean =>
  isLeader(seat) || isLeading(seat) || seat.role === 'supervisor';

/** Who may present a case: a member of the inner ring who is there and does not lead. */
export const mayPresent = (session: Session, seat: Seat, now: Instant): boolean =>
  seat.gone === null &&
  roleNow(seat) === 'member' &&
  ringOf(session, seat) === 'inner' &&
  !leads(session, seat, now);

/** The presenter chosen for the case of a step, or for the next one, if it may begin with them. */
export const readyPresenter = (session: Session, index: number, now: Instant): Seat | null => {
  const of = caseAhead(planOf(session.protocol.steps), index);
  const chosen = of === null ? undefined : session.course.presenters[of];
  const seat = chosen === undefined ? undefined : seatOf(session, chosen);
  return seat && mayPresent(session, seat, now) ? seat : null;
};

/** Nobody at all holds the leaders' rights: a presenter may come in alone, and a floor counts as open. */
export const nobodyLeads = (session: Session, now: Instant): boolean =>
  graceIsOver(session, now) && actingBackup(session, now) === null;

/** Whether a presenter who sits back comes in by their own choice now. */
export const comesInAlone = (session: Session, now: Instant): boolean =>
  session.protocol.reentry === 'presenter' || nobodyLeads(session, now);

/** Whether somebody leads the session, or a leader's line has broken just now. */
export const isLed = (session: Session, now: Instant): boolean =>
  isOpen(session) && session.seats.some(isLeading) && !nobodyLeads(session, now);
