// How long a presenter sitting back was away.

import type { LineId } from '../vocabulary.ts';
import { presenterOf, seatsOn } from './roster.ts';
import type { Course } from './course-state.ts';
import type { Session } from './session.ts';

/** How long the presenter of this line was away; a coming without that says that it is over. */
export const missedAt = (session: Session, line: LineId, ms: number | null): Course['missed'] => {
  const known = session.course.missed;
  const own = seatsOn(session, line).find(({ seat }) => seat === presenterOf(session));
  if (ms !== null && own) return { seat: own.seat, ms };
  return known !== null && seatsOn(session, line).some(({ seat }) => seat === known.seat) ? null : known;
};
