// Who sits where: questions about seats and lines that several rules ask.

import { caseAhead, planOf } from '../protocol/cases.ts';
import { rowOf, type Step } from '../protocol/steps.ts';
import { STAYING, type PhaseRow } from '../protocol/phases.ts';
import type { Instant, InvitationId, LineId, Role, SeatId, StepId } from '../vocabulary.ts';
import type { Line, Seat, Session, WaitingLine } from './session.ts';

/** Whether people can be in the circle: from its opening to its end, begun or not. */
export const isOpen = ({ status }: Session): boolean => status === 'made' || status === 'running';

/** A seat of this session that nobody was removed from. */
export const seatOf = (session: Session, seat: SeatId): Seat | undefined =>
  session.seats.find((one) => one.seat === seat && one.gone !== 'removed');

/** Seats never change in place, so each list of them is sorted by line once. */
const indexes = new WeakMap<Session['seats'], ReadonlyMap<LineId, readonly Seat[]>>();

const byLine = (seats: Session['seats']): ReadonlyMap<LineId, readonly Seat[]> => {
  const known = indexes.get(seats);
  if (known) return known;
  const index = new Map<LineId, readonly Seat[]>();
  for (const seat of seats)
    if (seat.gone !== 'removed') index.set(seat.line, [...(index.get(seat.line) ?? []), seat]);
  indexes.set(seats, index);
  return index;
};

/** Lines never change in place, so each list of them is looked through once. */
const atDoors = new WeakMap<Session['lines'], readonly WaitingLine[]>();

/** The lines at the door, in the order in which they came. */
export const waitingLines = ({ lines }: Pick<Session, 'lines'>): readonly WaitingLine[] => {
  const known = atDoors.get(lines);
  if (known) return known;
  const waiting = Object.values(lines).filter((line) => line.state === 'waiting');
  atDoors.set(lines, waiting);
  return waiting;
};

/** The role that a link gives to everybody who comes by it. */
export const roleOf = (session: Session, invitation: InvitationId): Role =>
  session.invitations.find((one) => one.invitation === invitation)?.role ?? 'member';

/** Seats of a line, the removed ones left out. */
export const seatsOn = (session: Session, line: LineId): readonly Seat[] =>
  byLine(session.seats).get(line) ?? [];

/** The line that holds a seat now. */
export const lineOf = (session: Session, seat: Seat): Line | undefined => session.lines[seat.line];

/** Whether somebody sits here now: has a place, and their line a socket. */
export const isPresent = (session: Session, seat: Seat): boolean =>
  seat.gone === null && lineOf(session, seat)?.present === true;

/** Whether somebody sits here now and has not stepped out for a moment. */
export const isThere = (session: Session, seat: Seat): boolean =>
  isPresent(session, seat) && session.out[seat.seat] === undefined;

/** Since when somebody is not there: their line is away, they have stepped out, or gone from a line that others hold. */
export const absentSince = (session: Session, seat: Seat): Instant => {
  const line = lineOf(session, seat);
  const [away, out] = [line?.present === true ? null : line?.since, session.out[seat.seat]];
  return Math.min(away ?? Infinity, out ?? Infinity, seat.goneAt ?? Infinity) as Instant;
};

/** Leader or co-leader by their link, whatever they do now. */
export const isLeader = ({ role }: Pick<Seat, 'role'>): boolean => role === 'leader' || role === 'coLeader';

/**
 * Leads: by their link, unless they have stepped down, or because leadership was handed on to them. An acting backup only
 * stands in.
 */
export const isLeading = (seat: Seat): boolean =>
  seat.acts === null ? isLeader(seat) : seat.acts === 'leader';

/** What somebody is now: by their link, unless they have stepped down or were handed the leadership. */
export const roleNow = (seat: Seat): Role => seat.acts ?? seat.role;

/** Where a step stands in the course; -1 where there is no such step. */
export const indexOf = ({ protocol }: Session, step: StepId): number =>
  protocol.steps.findIndex(({ id }) => id === step);

/** Before a session is opened there are no steps. */
const NO_STEP: Step = { id: '' as StepId, kind: 'closing', minutes: null };

/** Where the running step stands in the course. */
export const runningIndex = (session: Session): number => indexOf(session, session.course.step);

/** The running step; sessions are never opened without one. */
export const stepOf = (session: Session): Step => session.protocol.steps[runningIndex(session)] ?? NO_STEP;

/** The row of the running step as it holds; once the evening has ended, that of those who stay. */
export const runningRow = (session: Session): PhaseRow =>
  session.leaving !== null
    ? STAYING
    : (planOf(session.protocol.steps).rows[runningIndex(session)] ?? rowOf(NO_STEP));

/** The case of a step by its place in the course; `null` between the cases. */
export const caseAt = ({ protocol }: Session, index: number): number | null =>
  planOf(protocol.steps).cases[index] ?? null;

/** The case that runs now; `null` between the cases. */
export const runningCase = (session: Session): number | null =>
  session.leaving !== null ? null : caseAt(session, runningIndex(session));

/** Who was chosen for the running case, also at a step of it that nobody presents in. */
export const casePresenter = (session: Session): SeatId | null => {
  const running = runningCase(session);
  return running === null ? null : (session.course.presenters[running] ?? null);
};

/** The running case, or the next one where none runs; `null` where none follows. */
export const comingCase = (session: Session): number | null =>
  session.leaving !== null ? null : caseAhead(planOf(session.protocol.steps), runningIndex(session));

/** Who presents the running case, or the next one where none runs. */
export const comingPresenter = (session: Session): SeatId | null => {
  const of = comingCase(session);
  return of === null ? null : (session.course.presenters[of] ?? null);
};

/** The presenter of the running step: an ordinary member before the case begins, where nobody presents, and from closing on. */
export const presenterOf = (session: Session): SeatId | null =>
  runningRow(session).needsPresenter ? casePresenter(session) : null;

/** Whether this seat is the presenter whose chair stands back now. */
export const sitsBack = (session: Session, seat: SeatId): boolean =>
  presenterOf(session) === seat && runningRow(session).presenterSeat === 'back';
