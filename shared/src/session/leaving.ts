// After the end, while people stay: members in the circle, leaders in the debrief. Neither knows anything of the other.

import { belongsToDebrief } from './leadership.ts';
import { seatsOn } from './roster.ts';
import type { Leaving, Seat, Session } from './session.ts';
import type { LineId, Space } from '../vocabulary.ts';

/** Whether a space is still open once the evening has ended. */
export const isSpaceOpen = ({ closed }: Leaving, space: Space): boolean => !closed.includes(space);

/** The space that a line belongs to, open or closed. */
const ownSpace = (session: Session, line: LineId): Space => {
  const seats = seatsOn(session, line);
  return session.leaving !== null && seats.length > 0 && seats.every(belongsToDebrief) ? 'debrief' : 'circle';
};

/** The space in which a line is now; `null` once that has been closed. */
export const spaceOfLine = (session: Session, line: LineId): Space | null => {
  const space = ownSpace(session, line);
  return session.leaving === null || isSpaceOpen(session.leaving, space) ? space : null;
};

/** Whether somebody has a place in this space that they have not left, but for one seat. */
export const isPeopled = (session: Session, space: Space, but: Seat['seat'] | null = null): boolean =>
  session.seats.some(
    ({ seat, line, gone }) => seat !== but && gone === null && ownSpace(session, line) === space,
  );
