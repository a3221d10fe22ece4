// The timer informs, leaders decide: deadlines as instants, and when the session itself must look again.

import { DAY, HOUR, later, MINUTE, SECOND, type Instant } from '../vocabulary.ts';
import { doorTime } from './evening.ts';
import { graceEnds } from './leadership.ts';
import { isSpaceOpen, spaceOfLine } from './leaving.ts';
import { lineOf } from './roster.ts';
import type { Course } from './course-state.ts';
import type { Help, Session } from './session.ts';

/** A leader announces the end this long before, and any leader can take it back. */
export const END_NOTICE = MINUTE;
/** What members get when somebody asks for more time to stay; once in all. */
export const MORE_TO_STAY = 5 * MINUTE;
/** An empty session ends this long after its last line left. */
export const EMPTY_FOR = 2 * HOUR;
/** A session that nobody has begun ends this long after its date, or its opening. */
export const UNOPENED_FOR = 14 * DAY;
/** What was kept is destroyed this long after the end. */
export const KEPT_FOR = 15 * MINUTE;
/**
 * The course rests this long after a move. The two presses of a double click come within half a second; whoever means
 * to go two steps has to see the first one, which takes longer than this.
 */
export const MOVE_REST = SECOND;

/** A move can be undone this long. */
export const UNDO_FOR = 10 * SECOND;
/** A call for help stands at least so long: the second tap of a hand that asked takes nothing back. */
const HELP_STANDS = 2 * SECOND;
/** Leaders who press "Wait" at an empty chair are asked again after the course's time of waiting, or this where it has none. */
export const WAIT_AGAIN = 30 * SECOND;

/** The instant at which the clocks stand: when they were held, else now. */
export const clockAt = (course: Course, now: Instant): Instant => course.heldSince ?? now;

/** Milliseconds that the running step has left (negative when over); `null` when untimed. */
export const leftOf = (course: Course, now: Instant): number | null =>
  course.endsAt === null ? null : course.endsAt - clockAt(course, now);

/** When a step begun now ends; `left` resumes what it had left, never less than nothing. */
export const endOf = (minutes: number | null, left: number | undefined, now: Instant): Instant | null =>
  minutes === null ? null : later(now, left === undefined ? minutes * MINUTE : Math.max(0, left));

/** Extending starts from the end of the step, or from now when that has passed. */
export const extendedEnd = (course: Course, endsAt: Instant, minutes: number, now: Instant): Instant =>
  later(Math.max(endsAt, clockAt(course, now)) as Instant, minutes * MINUTE);

/** When a session without anybody in it ends by itself; `null` while somebody is there. */
export const emptyEnd = (session: Session): Instant | null => {
  if (session.status !== 'running') return null;
  // Whoever only waits at the door keeps nothing alive.
  const lines = session.seats
    .map((seat) => lineOf(session, seat))
    .filter((line) => line !== undefined)
    .filter(({ line }) => spaceOfLine(session, line) !== null);
  if (lines.some((line) => line.present)) return null;
  const since = session.leaving?.since ?? session.madeAt;
  return later(Math.max(since, ...lines.map((line) => line.since)) as Instant, EMPTY_FOR);
};

/** When the members' time to stay is over; `null` where nobody stays. */
export const stayEnds = ({ status, leaving }: Session): Instant | null =>
  status === 'running' && leaving !== null && isSpaceOpen(leaving, 'circle') ? leaving.endsAt : null;

/** When the session ends by itself if nothing happens. */
export const dueEnd = (session: Session): Instant | null => {
  const { status, ending, startsAt, madeAt } = session;
  if (status !== 'made' && status !== 'running') return null;
  const alone = status === 'made' ? later(startsAt ?? madeAt, UNOPENED_FOR) : emptyEnd(session);
  const due = [ending, alone].filter((at) => at !== null);
  return due.length > 0 ? (Math.min(...due) as Instant) : null;
};

/** Until when the course rests after it began or moved; `null` while it does not. */
export const restEnds = ({ status, course, evening }: Session, now: Instant): Instant | null => {
  const movedAt = course.movedAt ?? evening?.begunAt ?? null;
  // A move in the future was made by a clock that has been set back since: nobody waits for that.
  if (status !== 'running' || movedAt === null || movedAt > now) return null;
  const ends = later(movedAt, MOVE_REST);
  return now < ends ? ends : null;
};

/** Until when the latest move can be undone; `null` where it cannot. */
export const undoEnds = ({ status, course }: Session, now: Instant): Instant | null => {
  const { undo, movedAt } = course;
  if (status !== 'running' || undo === null || movedAt === null || movedAt > now) return null;
  const ends = later(movedAt, UNDO_FOR);
  return now < ends ? ends : null;
};

/** Until when a call for help cannot be taken back; `null` once it can. */
export const helpRests = ({ since }: Help, now: Instant): Instant | null => {
  const ends = later(since, HELP_STANDS);
  // A call in the future was made by a clock that has been set back since.
  return since <= now && now < ends ? ends : null;
};

const known = (instants: readonly (Instant | null)[]): readonly Instant[] =>
  instants.filter((at) => at !== null);

/** When time alone changes something for somebody who does not lead: an end that is due, the door's time, a call for help. */
const dueForOthers = (session: Session, now: Instant): readonly Instant[] => {
  const grace = graceEnds(session);
  return known([
    dueEnd(session),
    stayEnds(session),
    session.doorTimeCame ? null : doorTime(session),
    grace !== null && grace > now ? grace : null,
    ...Object.values(session.help).map((call) => (call ? helpRests(call, now) : null)),
  ]);
};

/** When the host must submit `tick`: what is due for others, or what leaders may do that changes with time. */
export const nextAlarm = (session: Session, now: Instant): Instant | null => {
  const due = [...dueForOthers(session, now), ...known([restEnds(session, now), undoEnds(session, now)])];
  return due.length > 0 ? (Math.min(...due) as Instant) : null;
};

/** Whether all that time alone changes from `since` to `now` is what leaders may do, and no right does. */
export const isForLeadersAlone = (session: Session, since: Instant, now: Instant): boolean =>
  dueForOthers(session, since).every((at) => at > now);

/** When the session's key is destroyed and its rows deleted; `null` before the end. */
export const forgottenAt = (session: Session): Instant | null =>
  session.endedAt === null ? null : later(session.endedAt, KEPT_FOR);
