// What only those see who hold the leaders' rights.

import { awaitedSeat, givesWay, lackOf, mayBe } from '../decisions/door-seats.ts';
import { lackAt } from '../decisions/joining.ts';
import { eveningEnd, stillNeeded } from '../session/evening.ts';
import { voiceOf } from '../session/grants.ts';
import { isTakenForLeader } from '../session/not-leader.ts';
import {
  isPresent,
  presenterOf,
  roleOf,
  runningRow,
  seatOf,
  seatsOn,
  waitingLines,
} from '../session/roster.ts';
import type { Invitation, Seat, Session, WaitingLine } from '../session/session.ts';
import { restEnds, undoEnds } from '../session/timer.ts';
import { ringsView } from './view-rings.ts';
import { chairView, missedView } from './view-case.ts';
import type { MediaReport } from '../media-report.ts';
import type { Instant, LineId } from '../vocabulary.ts';
import type { InvitationView, LeaderView, WaitingView } from './leader.ts';

/** How many places are lacking to let somebody in: at the place that they had, those for who comes besides. */
const lacksOf = (session: Session, waiting: WaitingLine, now: Instant): number => {
  const { invitation, people } = waiting;
  const forSeat = awaitedSeat(session, waiting);
  if (forSeat === null) return lackOf(session, roleOf(session, invitation), people.length);
  const kept = seatOf(session, forSeat);
  return kept ? lackAt(session, kept, waiting, { by: { kind: 'server' }, now, fresh: () => 'trial' }) : 0;
};

const waitingView = (session: Session, waiting: WaitingLine, now: Instant): WaitingView => {
  const { line, people, site, askedAt, present, nextPhase } = waiting;
  return {
    line,
    site,
    lacks: lacksOf(session, waiting, now),
    people: people.map((one) => ({ ...one, notLeader: isTakenForLeader(session, { ...one, site }) })),
    since: askedAt,
    present,
    nextPhase,
    forSeat: awaitedSeat(session, waiting),
    mayBe: mayBe(session, waiting).map(({ seat }) => seat),
    givesWay: givesWay(session, waiting),
  };
};

const invitationView = (session: Session, invitation: Invitation): InvitationView => {
  const { kind, role, name, revoked } = invitation;
  const seat = session.seats.find((one) => one.invitation === invitation.invitation)?.seat ?? null;
  return {
    invitation: invitation.invitation,
    kind,
    role,
    name,
    state: revoked ? 'revoked' : seat ? 'used' : 'fresh',
    seat: kind === 'open' ? null : seat,
  };
};

const askView = (session: Session): LeaderView['ask'] => {
  const seat = presenterOf(session);
  const { ask } = session.course;
  return seat && ask && runningRow(session).presenterSeat === 'back' ? { seat, ...ask } : null;
};

const undoView = (session: Session, now: Instant): LeaderView['undo'] => {
  const until = undoEnds(session, now);
  const { movedBy } = session.course;
  return until === null || movedBy === null ? null : { until, by: movedBy };
};

const movedView = ({ course: { movedAt, movedBy } }: Session): LeaderView['moved'] =>
  movedAt === null || movedBy === null ? null : { by: movedBy, at: movedAt };

const planView = ({ protocol, edited }: Session): LeaderView['plan'] => {
  const { reentry, outerRing, presenterWait, leavingMinutes, debrief, steps } = protocol;
  return {
    edition: edited?.edition ?? 0,
    over: Object.fromEntries(steps.flatMap(({ id, over }) => (over === undefined ? [] : [[id, over]]))),
    evening: { reentry, outerRing, presenterWait, leavingMinutes, debrief },
    edited: edited && { by: edited.by, at: edited.at },
  };
};

const helpsView = ({ help, seats }: Session): LeaderView['helps'] =>
  seats
    .flatMap(({ seat }) => {
      const call = help[seat];
      return call === undefined ? [] : [{ seat, ...call }];
    })
    .toSorted((a, b) => a.since - b.since);

/** Who sits at a line; whoever was removed from it where nobody does. */
const peopleAt = (session: Session, line: LineId): readonly Seat[] => {
  const sitting = seatsOn(session, line).filter(({ gone }) => gone === null);
  return sitting.length > 0 ? sitting : session.seats.filter((seat) => seat.line === line);
};

/** The part of a view that is for leaders alone. */
export const leaderView = (session: Session, now: Instant, media: MediaReport): LeaderView => ({
  waiting: waitingLines(session).map((one) => waitingView(session, one, now)),
  beside: session.beside.map((one) => ({ ...one, notLeader: isTakenForLeader(session, one) })),
  invitations: session.invitations.map((one) => invitationView(session, one)),
  hands: session.course.hands,
  ask: askView(session),
  away: session.seats
    .filter((seat) => seat.gone === null && !isPresent(session, seat))
    .map((seat) => ({ seat: seat.seat, since: session.lines[seat.line]?.since ?? session.madeAt })),
  unenforced: media.unenforced.flatMap(({ line, since, mayBeHeard, mayBeSeen }) =>
    peopleAt(session, line).map((seat) => ({ seat: seat.seat, since, mayBeHeard, mayBeSeen })),
  ),
  rests: restEnds(session, now) !== null,
  moved: movedView(session),
  plan: planView(session),
  undo: undoView(session, now),
  chair: chairView(session),
  missed: missedView(session),
  offers: session.course.offers,
  strangers: media.strangers.circle?.count ?? 0,
  disguised: session.seats
    .filter(({ line, gone }) => gone === null && media.disguised.includes(line))
    .map(({ seat }) => seat),
  session: {
    startsAt: session.startsAt,
    begunAt: session.evening?.begunAt ?? null,
    endsAt: eveningEnd(session, now),
    needs: stillNeeded(session),
    stay: {
      minutes: session.protocol.leavingMinutes,
      debrief: session.protocol.debrief,
    },
  },
  backup: session.backup,
  rings: ringsView(session, now),
  handing: session.handing,
  closed: session.course.closed,
  last: session.pressed,
  helps: helpsView(session),
  tellsQuiet: session.tellsQuiet,
  voices: { member: voiceOf(session, 'member', now), outer: voiceOf(session, 'outer', now) },
});
