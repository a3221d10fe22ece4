// What leaders do among themselves and to single lines: who leads, who stands in, whose line is closed for the step.

import type { SeatId } from '../vocabulary.ts';
import type { SessionEvent } from './events.ts';
import { isLeader } from './roster.ts';
import type { Course } from './course-state.ts';
import type { Seat, Session } from './session.ts';
import { without } from './undo.ts';

type LeadersEvent = Extract<
  SessionEvent,
  {
    type:
      | 'backupNamed'
      | 'backupAgreed'
      | 'backupDeclined'
      | 'steppedDown'
      | 'steppedUp'
      | 'leadershipOffered'
      | 'leadershipTaken'
      | 'leadershipDeclined'
      | 'lineClosed'
      | 'lineFreed'
      | 'openingAsked'
      | 'pressed';
  }
>;

/** Nothing is kept of somebody who does what their link says. */
const acting = (seat: Seat, leads: boolean): Seat => ({
  ...seat,
  acts: leads === isLeader(seat) ? null : leads ? 'leader' : 'member',
});

/** Whoever leads has no hand, floor or case any more, and no undo makes them a presenter again. */
const asLeader = ({ course }: Session, seat: SeatId): Course => {
  const others = (one: SeatId) => one !== seat;
  const presented = Object.values(course.undo?.course.presenters ?? {}).includes(seat);
  const rest: Course = { ...course, undo: presented ? null : course.undo };
  return (['hands', 'floor', 'offers'] as const).reduce<Course>(
    (now, list) => ({ ...now, [list]: now[list].filter(others), undo: without(now, list, seat) }),
    rest,
  );
};

const withActing = (session: Session, seatId: SeatId, leads: boolean): Session => ({
  ...session,
  seats: session.seats.map((one) => (one.seat === seatId ? acting(one, leads) : one)),
  course: leads ? asLeader(session, seatId) : session.course,
});

/** Whoever was asked leads, and whoever asked does no more if they are there; whoever has left leads on coming back. */
const taken = (session: Session): Session => {
  const { handing } = session;
  if (handing === null) return session;
  const { by, seat } = handing;
  const led: Session = {
    ...withActing(session, seat, true),
    handing: null,
    backup: session.backup?.seat === seat ? null : session.backup,
  };
  const stays = session.seats.some((one) => one.seat === by && one.gone === null);
  return stays ? withActing(led, by, false) : led;
};

const withCourse = (session: Session, change: Partial<Course>): Session => ({
  ...session,
  course: { ...session.course, ...change },
});

/** The state after an event among leaders. */
export const evolveLeaders = (session: Session, event: LeadersEvent): Session => {
  const { closed, prompted } = session.course;
  switch (event.type) {
    case 'backupNamed':
      return { ...session, backup: event.seat === null ? null : { seat: event.seat, agreed: event.agreed } };
    case 'backupAgreed':
      return { ...session, backup: session.backup && { ...session.backup, agreed: true } };
    case 'backupDeclined':
      return { ...session, backup: null };
    case 'steppedDown':
    case 'steppedUp':
      return withActing(session, event.seat, event.type === 'steppedUp');
    case 'leadershipOffered':
      return { ...session, handing: event.seat === null ? null : { by: event.by, seat: event.seat } };
    case 'leadershipTaken':
      return taken(session);
    case 'leadershipDeclined':
      return { ...session, handing: null };
    case 'lineClosed':
      return withCourse(session, { closed: [...closed, event.seat] });
    case 'lineFreed':
      return withCourse(session, { closed: closed.filter((one) => one !== event.seat) });
    case 'openingAsked':
      return withCourse(session, {
        prompted: [...prompted.filter(({ seat }) => seat !== event.seat), { seat: event.seat, at: event.at }],
      });
    case 'pressed':
      return { ...session, pressed: { by: event.by, what: event.what, at: event.at } };
  }
};
