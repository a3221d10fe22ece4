// What events do to the two rings.

import type { Ring, SeatId } from '../vocabulary.ts';
import { ringOfRole } from './rings.ts';
import type { Session } from './session.ts';
import { undoWithout } from './undo.ts';

/** Sits in this ring from now on. What hangs on the inner one, a hand, the floor and an offer, ends with going out of it. */
export const ringChanged = (session: Session, seatId: SeatId, ring: Ring): Session => {
  const role = session.seats.find(({ seat }) => seat === seatId)?.role;
  if (role === undefined) return session;
  const { [seatId]: _, ...others } = session.rings;
  const rings = ringOfRole(role) === ring ? others : { ...others, [seatId]: ring };
  const { course } = session;
  const without = (list: readonly SeatId[]) => list.filter((one) => one !== seatId);
  // Whoever presents sits inside, where there may be no place any more: no undo makes them a presenter again.
  const presented = Object.values(course.undo?.course.presenters ?? {}).includes(seatId);
  return {
    ...session,
    rings,
    course: {
      ...course,
      hands: without(course.hands),
      floor: without(course.floor),
      offers: without(course.offers),
      undo: presented ? null : undoWithout(session, seatId),
    },
  };
};
