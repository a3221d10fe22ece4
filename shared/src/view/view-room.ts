// The room as its people see it, before it says to each what is theirs.

import { eveningEnd } from '../session/evening.ts';
import { grantsOf, voiceOf } from '../session/grants.ts';
import { actingBackup, graceEnds, nobodyLeads } from '../session/leadership.ts';
import { isPresent, runningCase, runningIndex, runningRow, stepOf } from '../session/roster.ts';
import type { Seat, Session } from '../session/session.ts';
import type { Instant, SeatId } from '../vocabulary.ts';
import type { MediaReport } from '../media-report.ts';
import type { ClockView } from './course.ts';
import type { PlaceView } from './place.ts';
import { calmly, calmPresenter } from './view-case.ts';
import { allHere } from './view-quiet.ts';
import { leaderView } from './view-leader.ts';
import { placeView, shownPresenter } from './view-place.ts';
import { stepViews } from './view-steps.ts';
import type { Notice, Shown } from './view.ts';

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

type OfThose = Pick<Extract<Shown, { kind: 'room' }>, 'course' | 'leader' | 'presenter' | 'places'>;

/** What those in the room see alike at one moment. Whoever sees the same gets the very same objects. */
export const commonViews = (session: Session, now: Instant, media: MediaReport) => {
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
    apart: session.course.apart !== null,
    clock: null,
  };
  const timed = { ...untimed, clock: clockView(session) };
  const calm = runningCase(session) === null ? presenter : calmPresenter(session);
  const members: OfThose = {
    presenter: calm,
    places: placesWith(
      session.seats.filter((one) => one.gone !== 'removed' || one.seat === calm),
      calm,
    ).map((place) => calmly(session, place)),
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
      leaderless: nobodyLeads(session, now),
      begun: session.evening !== null,
      until: eveningEnd(session, now),
    },
    door: session.door,
    ears: shown
      .filter(({ gone, line }) => gone === null && grants.has(line))
      .filter((one) => isPresent(session, one) || heard.has(one.line))
      .map((one) => one.seat),
    notices: notices(session, now),
  } as const;
  const withQuiet = (view: OfThose) => ({ ...room, ...view, allHere: allHere(session, view.places, media) });
  return { grants, members: withQuiet(members), leaders: withQuiet(leaders) };
};
