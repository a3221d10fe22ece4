// The evening: its date, the time of its door, its end as a time of day, and what its steps still need.

import { minutesOf } from '../protocol/presets.ts';
import { DAY, later, MINUTE, type Instant, type StepId } from '../vocabulary.ts';
import { indexOf, runningIndex } from './roster.ts';
import type { Evening } from './course-state.ts';
import type { Session } from './session.ts';

/** The door of a session with a date works from this long before it on. */
export const DOOR_BEFORE = 15 * MINUTE;
/** How far a date may lie back when a session is opened: whoever opens one for now takes a moment to write. */
const DATE_BACK = 10 * MINUTE;
const DATE_AHEAD = 366 * DAY;

/** Whether a session may be opened for this date. */
export const isDateOfASession = (startsAt: Instant, now: Instant): boolean =>
  startsAt >= later(now, -DATE_BACK) && startsAt <= later(now, DATE_AHEAD);

/** When the door begins to work; `null` where it does not wait for a time, or no more. */
export const doorTime = ({ status, startsAt }: Session): Instant | null =>
  status === 'made' && startsAt !== null ? later(startsAt, -DOOR_BEFORE) : null;

/** Whether it is too early for the door to let anybody in by itself. */
export const isTooEarly = (session: Session, now: Instant): boolean => {
  const time = doorTime(session);
  return time !== null && now < time;
};

/** By its date; `null` where there is none, or no step has a time. */
const plannedEnd = ({ startsAt, protocol }: Session): Instant | null => {
  const minutes = minutesOf(protocol.steps);
  return startsAt === null || minutes === 0 ? null : later(startsAt, minutes * MINUTE);
};

/** When an evening ends that begins now; `null` where no step has a time. */
export const endIfBegunAt = (session: Session, now: Instant): Instant | null => {
  const planned = plannedEnd(session);
  if (planned !== null && planned > now) return planned;
  const minutes = minutesOf(session.protocol.steps);
  return minutes === 0 ? null : later(now, minutes * MINUTE);
};

/** When the evening ends, as far as that is known before it begins. */
export const eveningEnd = (session: Session, now: Instant): Instant | null => {
  if (session.evening !== null) return session.evening.endsAt;
  const planned = plannedEnd(session);
  return planned !== null && planned > now ? planned : null;
};

/** Minutes of the steps that are still to begin. */
export const stillNeeded = (session: Session): number =>
  minutesOf(session.protocol.steps.slice(session.evening === null ? 0 : runningIndex(session) + 1));

/** The evening of an earlier program after a hold, or when a step took longer; any other stays as it is. */
export const floated = (evening: Evening | null, by: number): Evening | null =>
  evening === null || !evening.floats || evening.endsAt === null
    ? evening
    : { ...evening, endsAt: later(evening.endsAt, by) };

/** The evening of an earlier program once a step runs that has a time: its end counts from the first such step. */
export const floatedFrom = (
  session: Session,
  step: StepId,
  endsAt: Instant | null,
  at: Instant,
): Evening | null => {
  const { evening, protocol } = session;
  if (evening === null || !evening.floats || evening.endsAt !== null || endsAt === null) return evening;
  const rest = minutesOf(protocol.steps.slice(indexOf(session, step)));
  return { ...evening, endsAt: later(at, rest * MINUTE) };
};
