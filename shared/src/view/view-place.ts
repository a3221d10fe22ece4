// One place of the ring, and who is shown as its presenter.

import { isNotLeader } from '../session/not-leader.ts';
import { leads, readyPresenter } from '../session/leadership.ts';
import type { Grant } from '../session/grants.ts';
import { ringOf } from '../session/rings.ts';
import {
  casePresenter,
  isPresent,
  roleNow,
  runningCase,
  runningIndex,
  seatOf,
  sitsBack,
} from '../session/roster.ts';
import type { Seat, Session } from '../session/session.ts';
import type { Instant, LineId, SeatId } from '../vocabulary.ts';
import type { PlaceView, Presence } from './place.ts';

const presenceOf = (session: Session, seat: Seat): Presence =>
  seat.gone ?? (isPresent(session, seat) ? 'here' : 'away');

const sitsAt = (session: Session, seat: Seat): PlaceView['sits'] => {
  if (sitsBack(session, seat.seat)) return 'back';
  return ringOf(session, seat) === 'outer' ? 'row' : 'circle';
};

const handAt = (session: Session, seat: SeatId): number | null => {
  const index = session.course.hands.indexOf(seat);
  return index < 0 ? null : index + 1;
};

/** Who presents, shown from the moment they are chosen until the case is over or their place has ended. */
export const shownPresenter = (session: Session, now: Instant): SeatId | null => {
  if (session.leaving !== null) return null;
  if (runningCase(session) === null) return readyPresenter(session, runningIndex(session), now)?.seat ?? null;
  const seat = casePresenter(session);
  return seat === null ? null : (seatOf(session, seat)?.seat ?? null);
};

/** One place as those see it for whom `presenter` is who presents. */
export const placeView = (
  session: Session,
  seat: Seat,
  presenter: SeatId | null,
  grants: ReadonlyMap<LineId, Grant>,
  now: Instant,
): PlaceView => {
  const grant = grants.get(seat.line);
  return {
    seat: seat.seat,
    line: seat.line,
    name: seat.name,
    profession: seat.profession,
    role: roleNow(seat),
    leads: leads(session, seat, now),
    site: seat.site,
    notLeader: isNotLeader(session, seat, now),
    presence: presenceOf(session, seat),
    presenter: presenter === seat.seat,
    sits: sitsAt(session, seat),
    out: session.out[seat.seat] !== undefined,
    hand: handAt(session, seat.seat),
    floor: session.course.floor.includes(seat.seat),
    media: {
      identity: grant?.identity ?? null,
      microphone: grant?.microphone ?? false,
      camera: grant?.camera ?? false,
    },
  };
};
