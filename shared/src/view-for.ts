// The view of one line: all that this person may know.

import {
  runningRow,
  seatOf,
  seatsOn,
  sitsBack,
  stepOf,
  presenterOf,
  isPresent,
  runningCase,
  runningIndex,
} from './session/roster.ts';
import { grantsOf, voiceOf, type Grant } from './session/grants.ts';
import { actingBackup, graceEnds, isLed, leads, readyPresenter } from './session/leadership.ts';
import { isNotLeader } from './session/not-leader.ts';
import type { Line, Seat, Session, WaitingLine } from './session/session.ts';
import { forgottenAt } from './session/timer.ts';
import type { ClockView, DoorView, Notice, PlaceView, Presence, Shown, View } from './view.ts';
import type { End, Instant, LineId, SeatId } from './vocabulary.ts';
import type { MediaReport } from './media-report.ts';
import { stepViews } from './view-steps.ts';
import { leaderView } from './view-leader.ts';
import { youView } from './view-you.ts';

type ShownAs<K extends View['kind']> = Extract<Shown, { kind: K }>;

const presenceOf = (session: Session, seat: Seat): Presence =>
  seat.gone ?? (isPresent(session, seat) ? 'here' : 'away');

const sitsAt = (session: Session, seat: Seat): PlaceView['sits'] => {
  if (sitsBack(session, seat.seat)) return 'back';
  return seat.role === 'observer' ? 'row' : 'circle';
};

const handAt = (session: Session, seat: SeatId): number | null => {
  const index = session.course.hands.indexOf(seat);
  return index < 0 ? null : index + 1;
};

/** Who presents, shown from the moment they are chosen until the case is over or their place has ended. */
const shownPresenter = (session: Session, now: Instant): SeatId | null => {
  if (runningCase(session) === null) return readyPresenter(session, runningIndex(session), now)?.seat ?? null;
  const seat = presenterOf(session);
  return seat === null ? null : (seatOf(session, seat)?.seat ?? null);
};

const placeView = (
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
    role: seat.role,
    notLeader: isNotLeader(session, seat, now),
    presence: presenceOf(session, seat),
    presenter: presenter === seat.seat,
    sits: sitsAt(session, seat),
    hand: handAt(session, seat.seat),
    floor: session.course.floor.includes(seat.seat),
    media: {
      identity: grant?.identity ?? null,
      microphone: grant?.microphone ?? false,
      camera: grant?.camera ?? false,
    },
  };
};

const clockView = ({ course }: Session): ClockView | null =>
  course.endsAt === null ? null : { since: course.since, endsAt: course.endsAt, held: course.heldSince };

const notices = (session: Session, now: Instant): readonly Notice[] => {
  const backup = actingBackup(session, now);
  const since = graceEnds(session);
  return [
    ...(session.tookOver ? [{ type: 'tookOver', ...session.tookOver } as const] : []),
    ...(backup && since !== null ? [{ type: 'leadsOn', seat: backup.seat, at: since } as const] : []),
  ];
};

const roomView = (
  session: Session,
  seats: readonly [Seat, ...Seat[]],
  now: Instant,
  media: MediaReport,
): ShownAs<'room'> => {
  const byLine = new Map(grantsOf(session, now).map((grant) => [grant.line, grant]));
  const { course, protocol } = session;
  const lead = seats.some((seat) => leads(session, seat, now));
  const shown = session.seats.filter((one) => one.gone !== 'removed');
  const heard = new Set(media.connected);
  const presenter = shownPresenter(session, now);
  return {
    kind: 'room',
    now,
    session: {
      id: session.id,
      group: session.group,
      endsAt: session.ending,
    },
    door: session.door,
    course: {
      turn: course.turn,
      index: runningIndex(session),
      kind: stepOf(session).kind,
      steps: stepViews(protocol.steps),
      memberVoice: voiceOf(session, 'member', now),
      clock: lead || runningRow(session).memberClock === 'soft' ? clockView(session) : null,
    },
    presenter,
    places: shown.map((one) => placeView(session, one, presenter, byLine, now)),
    ears: shown
      .filter((one) => byLine.has(one.line) && (isPresent(session, one) || heard.has(one.line)))
      .map((one) => one.seat),
    notices: notices(session, now),
    you: youView(session, seats, byLine.get(seats[0].line) ?? null, now, media),
    leader: lead ? leaderView(session, now, media) : null,
  };
};

const doorView = (session: Session, waiting: WaitingLine, now: Instant): ShownAs<'door'> => {
  const reason = (): DoorView['reason'] => {
    if (!isLed(session, now)) return 'no-leader-yet';
    if (waiting.nextPhase) return 'next-phase';
    if (waiting.forSeat !== null) return 'other-browser';
    return session.door === 'closed' ? 'door-closed' : 'by-name';
  };
  const { group, door } = session;
  const names = waiting.people.map(({ name }) => name);
  return { kind: 'door', now, line: waiting.line, group, door, names, reason: reason() };
};

const overView = (session: Session, reason: End, now: Instant): ShownAs<'over'> => ({
  kind: 'over',
  now,
  reason,
  group: session.group,
  forgottenAt: forgottenAt(session),
});

/** Why a line has nothing more to see, if it has not. */
const endOf = (session: Session, line: Line): End | null => {
  if (line.state === 'ended') return line.why;
  if (session.status === 'ended') return 'over';
  const left = seatsOn(session, line.line).every((seat) => seat.gone === 'left');
  return line.state === 'seated' && left ? 'left' : null;
};

/** All that this line may know now; `null` when no such line was ever at the door. */
export const viewFor = (session: Session, line: LineId, now: Instant, media: MediaReport): Shown | null => {
  const known = session.lines[line];
  if (!known) return null;
  const end = endOf(session, known);
  if (end !== null) return overView(session, end, now);
  if (known.state === 'waiting') return doorView(session, known, now);
  const [first, ...others] = seatsOn(session, line).filter(({ gone }) => gone === null);
  return first && session.status === 'running' ? roomView(session, [first, ...others], now, media) : null;
};
