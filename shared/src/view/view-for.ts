// The view of one line: all that this person may know.

import {
  isOpen,
  runningRow,
  seatOf,
  seatsOn,
  sitsBack,
  stepOf,
  casePresenter,
  isPresent,
  runningCase,
  runningIndex,
} from '../session/roster.ts';
import { doorTime, eveningEnd, isTooEarly } from '../session/evening.ts';
import { grantsOf, voiceOf, type Grant } from '../session/grants.ts';
import { actingBackup, graceEnds, isLed, leads, readyPresenter } from '../session/leadership.ts';
import { isNotLeader } from '../session/not-leader.ts';
import type { Line, Seat, Session, WaitingLine } from '../session/session.ts';
import { forgottenAt } from '../session/timer.ts';
import type { ClockView } from './course.ts';
import type { DoorView, Notice, Shown, View } from './view.ts';
import type { PlaceView, Presence } from './place.ts';
import type { End, Instant, LineId, SeatId } from '../vocabulary.ts';
import type { MediaReport } from '../media-report.ts';
import { calmly, calmPresenter } from './view-case.ts';
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
  const seat = casePresenter(session);
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

type OfThose = Pick<ShownAs<'room'>, 'course' | 'leader' | 'presenter' | 'places'>;

/** What those in the room see alike at one moment. Whoever sees the same gets the very same objects. */
const commonViews = (session: Session, now: Instant, media: MediaReport) => {
  const grants = new Map(grantsOf(session, now).map((grant) => [grant.line, grant]));
  const shown = session.seats.filter((one) => one.gone !== 'removed');
  const placesWith = (seats: readonly Seat[], presents: SeatId | null): readonly PlaceView[] =>
    seats.map((one) => placeView(session, one, presents, grants, now));
  const heard = new Set(media.connected);
  const presenter = shownPresenter(session, now);
  const untimed: OfThose['course'] = {
    turn: session.course.turn,
    index: runningIndex(session),
    kind: stepOf(session).kind,
    steps: stepViews(session.protocol.steps),
    memberVoice: voiceOf(session, 'member', now),
    paused: session.course.stopped !== null,
    gently: session.course.gently,
    clock: null,
  };
  const timed = { ...untimed, clock: clockView(session) };
  const calm = runningCase(session) === null ? presenter : calmPresenter(session);
  const members: OfThose = {
    presenter: calm,
    places: placesWith(
      session.seats.filter((one) => one.gone !== 'removed' || one.seat === calm),
      calm,
    ).map(calmly),
    course: runningRow(session).memberClock === 'soft' ? timed : untimed,
    leader: null,
  };
  const leaders: OfThose = {
    presenter,
    places: placesWith(shown, presenter),
    course: timed,
    leader: leaderView(session, now, media),
  };
  const room = {
    kind: 'room',
    now,
    session: {
      id: session.id,
      group: session.group,
      endsAt: session.ending,
      begun: session.evening !== null,
      until: eveningEnd(session, now),
    },
    door: session.door,
    ears: shown
      .filter((one) => grants.has(one.line) && (isPresent(session, one) || heard.has(one.line)))
      .map((one) => one.seat),
    notices: notices(session, now),
  } as const;
  return { grants, members: { ...room, ...members }, leaders: { ...room, ...leaders } };
};

const doorView = (session: Session, waiting: WaitingLine, now: Instant): ShownAs<'door'> => {
  const tooEarly = isTooEarly(session, now);
  const reason = (): DoorView['reason'] => {
    if (tooEarly && !waiting.nextPhase && waiting.forSeat === null) return 'too-early';
    if (!isLed(session, now)) return 'no-leader-yet';
    if (waiting.nextPhase) return 'next-phase';
    if (waiting.forSeat !== null) return 'other-browser';
    return session.door === 'closed' ? 'door-closed' : 'by-name';
  };
  const { group, door, startsAt } = session;
  const names = waiting.people.map(({ name }) => name);
  const times = { startsAt, endsAt: eveningEnd(session, now), opensAt: tooEarly ? doorTime(session) : null };
  return { kind: 'door', now, line: waiting.line, group, door, names, reason: reason(), ...times };
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

/**
 * The views of one moment, each of a line: all that it may know now, `null` when no such line was ever at the door. What
 * several views tell alike is worked out once and is the same object in each.
 */
export const viewsAt = (
  session: Session,
  now: Instant,
  media: MediaReport,
): ((line: LineId) => Shown | null) => {
  let common: ReturnType<typeof commonViews> | null = null;
  const room = (seats: readonly [Seat, ...Seat[]]): ShownAs<'room'> => {
    common ??= commonViews(session, now, media);
    const { grants, leaders, members } = common;
    const grant = grants.get(seats[0].line) ?? null;
    const you = youView(session, seats, grant, now, media);
    return { ...(seats.some((seat) => leads(session, seat, now)) ? leaders : members), you };
  };
  return (line) => {
    const known = session.lines[line];
    if (!known) return null;
    const end = endOf(session, known);
    if (end !== null) return overView(session, end, now);
    if (known.state === 'waiting') return doorView(session, known, now);
    const [first, ...others] = seatsOn(session, line).filter(({ gone }) => gone === null);
    return first && isOpen(session) ? room([first, ...others]) : null;
  };
};

/** The view of one line now. */
export const viewFor = (session: Session, line: LineId, now: Instant, media: MediaReport): Shown | null =>
  viewsAt(session, now, media)(line);
