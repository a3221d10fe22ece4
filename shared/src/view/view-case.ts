// The presenter of the running case as leaders see them, and as all others do.

import { absentSince, casePresenter, isPresent, isThere, runningCase, sitsBack } from '../session/roster.ts';
import { WAIT_AGAIN } from '../session/timer.ts';
import type { Seat, Session } from '../session/session.ts';
import type { LeaderView } from './leader.ts';
import type { PlaceView } from './place.ts';
import { later, SECOND, type SeatId } from '../vocabulary.ts';

/** At every step of the case: also in a quiet minute or a round of it. */
const chosen = (session: Session): Seat | undefined => {
  const seat = casePresenter(session);
  return session.seats.find((one) => one.seat === seat);
};

/** Where the presenter of the running case is, if they are not there. */
export const chairView = (session: Session): LeaderView['chair'] => {
  const seat = chosen(session);
  if (!seat || isThere(session, seat)) return null;
  const since = absentSince(session, seat);
  const how = seat.gone ?? (isPresent(session, seat) ? 'out' : 'away');
  // Whoever has left, or was removed, does not come back by itself.
  const wait = session.protocol.presenterWait * SECOND;
  const decideAt = seat.gone === null ? later(since, wait) : since;
  return { seat: seat.seat, how, since, decideAt, again: Math.max(wait, WAIT_AGAIN) };
};

/** How long the presenter sitting back was away, once they are back. */
export const missedView = (session: Session): LeaderView['missed'] => {
  const { missed } = session.course;
  const seat = chosen(session);
  return missed !== null &&
    seat?.seat === missed.seat &&
    isPresent(session, seat) &&
    sitsBack(session, seat.seat)
    ? missed
    : null;
};

/** Who presents the running case, as all but leaders see it: whichever way they went, they stay until it is over. */
export const calmPresenter = (session: Session): SeatId | null => chosen(session)?.seat ?? null;

/**
 * The place of a presenter who is gone, as all but leaders see it: somebody whose line is away. So is that of one who has
 * stepped out of the running case.
 */
export const calmly = (session: Session, place: PlaceView): PlaceView => {
  if (!place.presenter) return place;
  const gone = place.presence === 'left' || place.presence === 'removed';
  const media = gone ? { identity: null, microphone: false, camera: false } : place.media;
  const out = place.out && runningCase(session) !== null;
  return gone || out ? { ...place, presence: 'away', out: false, media } : place;
};
