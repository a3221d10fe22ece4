// The room as its people see it, before it says to each what is theirs.

import { eveningEnd } from '../session/evening.ts';
import { grantsOf, voiceOf } from '../session/grants.ts';
import { actingBackup, graceEnds, nobodyLeads } from '../session/leadership.ts';
import { spaceOfLine } from '../session/leaving.ts';
import { isPresent, runningCase, runningIndex, runningRow, stepOf } from '../session/roster.ts';
import type { Seat, Session } from '../session/session.ts';
import type { PhaseKind } from '../protocol/phases.ts';
import type { Instant, SeatId, Space } from '../vocabulary.ts';
import type { MediaReport } from '../media-report.ts';
import type { ClockView } from './course.ts';
import type { PlaceView } from './place.ts';
import { calmly, calmPresenter } from './view-case.ts';
import { allHere } from './view-quiet.ts';
import { leaderView } from './view-leader.ts';
import { placeView, shownPresenter } from './view-place.ts';
import { stepViews } from './view-steps.ts';
import type { Notice, RoomView, Shown } from './view.ts';

const clockView = ({ course, leaving }: Session, space: Space): ClockView | null => {
  if (leaving !== null)
    return space === 'circle' ? { since: leaving.since, endsAt: leaving.endsAt, held: null } : null;
  return course.endsAt === null
    ? null
    : { since: course.since, endsAt: course.endsAt, held: course.heldSince };
};

const notices = (
  session: Session,
  space: Space,
  now: Instant,
  { strangers }: MediaReport,
): readonly Notice[] => {
  const stranger = strangers[space];
  const found = stranger ? [{ type: 'stranger', seat: null, at: stranger.last } as const] : [];
  // Who leads, and from where, is over with the evening.
  if (session.leaving !== null) return found;
  const backup = actingBackup(session, now);
  const since = graceEnds(session);
  return [
    ...(session.tookOver ? [{ type: 'tookOver', ...session.tookOver } as const] : []),
    ...found,
    ...(backup && since !== null ? [{ type: 'leadsOn', seat: backup.seat, at: since } as const] : []),
  ];
};

const stayUntil = ({ leaving }: Session, space: Space): Instant | null =>
  leaving === null || space === 'debrief' ? null : leaving.endsAt;

const leavingView = (session: Session, space: Space): RoomView['session']['leaving'] =>
  session.leaving === null
    ? null
    : { endsAt: stayUntil(session, space), more: space === 'circle' && session.leaving.more };

/** What the page calls the step that runs; once the evening has ended, what each space is for. */
const kindIn = (session: Session, space: Space): PhaseKind => {
  if (session.leaving === null) return stepOf(session).kind;
  return space === 'debrief' ? 'debrief' : 'leaving';
};

type OfThose = Pick<Extract<Shown, { kind: 'room' }>, 'course' | 'leader' | 'presenter' | 'places' | 'ears'>;

/** What those in the room see alike at one moment. Whoever sees the same gets the very same objects. */
export const commonViews = (session: Session, space: Space, now: Instant, media: MediaReport) => {
  const grants = new Map(grantsOf(session, now).map((grant) => [grant.line, grant]));
  const here = new Map([...grants].filter(([, grant]) => grant.space === space));
  const heard = new Set(media.connected[space]);
  // Whoever still hears here is seen here, wherever they belong by now.
  const belongs = ({ line }: Seat): boolean => spaceOfLine(session, line) === space || heard.has(line);
  const shown = session.seats.filter((one) => one.gone !== 'removed' && belongs(one));
  const placesWith = (seats: readonly Seat[], presents: SeatId | null): readonly PlaceView[] =>
    seats.map((one) => placeView(session, one, presents, here, now));
  const presenter = shownPresenter(session, now);
  const untimed: OfThose['course'] = {
    turn: session.course.turn,
    index: session.leaving === null ? runningIndex(session) : session.protocol.steps.length,
    kind: kindIn(session, space),
    steps: stepViews(session.protocol.steps),
    memberVoice: voiceOf(session, 'member', now),
    paused: session.course.stopped !== null,
    gently: session.course.gently,
    apart: session.course.apart !== null,
    clock: null,
  };
  const timed = { ...untimed, clock: clockView(session, space) };
  const calm = runningCase(session) === null ? presenter : calmPresenter(session);
  const ears = shown
    .filter(({ gone }) => gone === null)
    .filter((one) => heard.has(one.line) || (here.has(one.line) && isPresent(session, one)))
    .map((one) => one.seat);
  const members: OfThose = {
    presenter: calm,
    places: placesWith(
      session.seats.filter((one) => belongs(one) && (one.gone !== 'removed' || one.seat === calm)),
      calm,
    ).map((place) => calmly(session, place)),
    course: runningRow(session).memberClock === 'soft' ? timed : untimed,
    leader: null,
    // Whose chair is kept is at it, however they went: nobody reads from a number that they have gone.
    ears: calm === null || ears.includes(calm) || runningCase(session) === null ? ears : [...ears, calm],
  };
  const leaders: OfThose = {
    presenter,
    places: placesWith(shown, presenter),
    course: timed,
    leader: leaderView(session, now, media),
    ears,
  };
  const room = {
    kind: 'room',
    now,
    session: {
      id: session.id,
      group: session.group,
      endsAt: session.ending,
      leaderless: session.leaving === null && nobodyLeads(session, now),
      stay: session.stays && session.ending !== null ? session.protocol.leavingMinutes : null,
      leaving: leavingView(session, space),
      begun: session.evening !== null,
      until: session.leaving === null ? eveningEnd(session, now) : stayUntil(session, space),
    },
    door: session.door,
    notices: notices(session, space, now, media),
    sealed: media.sealed,
  } as const;
  const withQuiet = (view: OfThose) => ({ ...room, ...view, allHere: allHere(session, view.places, media) });
  return { grants, members: withQuiet(members), leaders: withQuiet(leaders) };
};
