// Leaders drive the steps. A move carries the turn it was pressed in, so two leaders pressing at once move one step.

import { eveningEnd, endIfBegunAt } from '../session/evening.ts';
import { mayPresent, readyPresenter } from '../session/leadership.ts';
import { caseAhead, caseToldAnew, gentleEnd, planOf, wayBack } from '../protocol/cases.ts';
import {
  caseAt,
  casePresenter,
  indexOf,
  isThere,
  presenterOf,
  runningCase,
  runningIndex,
  runningRow,
  seatOf,
} from '../session/roster.ts';
import type { Seat, Session } from '../session/session.ts';
import { endOf, extendedEnd, leftOf, restEnds, undoEnds } from '../session/timer.ts';
import { MINUTE, type Instant, type SeatId, type StepId } from '../vocabulary.ts';
import type { Context } from './command.ts';
import { accept, dated, refuse, type Decision, type EventBody } from './decision.ts';
import { seatedAtMove } from './door-seats.ts';

/** Names who brings the case of the running step, or of the next one before it begins. */
export const choosePresenter = (session: Session, seatId: SeatId, context: Context): Decision => {
  const seat = seatOf(session, seatId);
  if (!seat || seat.gone !== null) return refuse('no-such-seat');
  if (!mayPresent(session, seat, context.now)) return refuse('not-a-leaders-place');
  const of = caseAhead(planOf(session.protocol.steps), runningIndex(session));
  if (of === null) return refuse('wrong-phase');
  if (session.course.presenters[of] === seatId) return refuse('nothing-to-do');
  return accept(context, [{ type: 'presenterChosen', case: of, seat: seatId }]);
};

/** What begins a session that has not begun yet. */
const beginning = (session: Session, { now }: Context): readonly EventBody[] =>
  session.status === 'made' ? [{ type: 'begun', endsAt: endIfBegunAt(session, now) }] : [];

/** Whether entering this step needs a presenter whom nobody has chosen, or who may not present. */
const lacksPresenter = (session: Session, index: number, { now }: Context): boolean =>
  readyPresenter(session, index, now) === null;

/** The door closes itself when a case is entered for the first time. */
const closing = ({ door }: Session, begins: boolean): readonly EventBody[] =>
  begins && door === 'open' ? [{ type: 'doorClosed' }] : [];

/** Starts the clock of the first step, and moves nothing. */
export const begin = (session: Session, context: Context): Decision => {
  if (session.status !== 'made') return refuse('nothing-to-do');
  const first = runningIndex(session);
  const entersCase = runningRow(session).needsPresenter;
  if (entersCase && lacksPresenter(session, first, context)) return refuse('no-presenter');
  return accept(context, [
    ...beginning(session, context),
    ...seatedAtMove(session, context),
    ...closing(session, entersCase),
  ]);
};

/** Somebody's press: a move carries the turn that it was made in. */
type Press = { readonly by: Seat; readonly turn: number };

/** Before a case that has begun another one begins, without a presenter. */
const clearing = ({ protocol, course }: Session, index: number): readonly EventBody[] => {
  const of = caseToldAnew(planOf(protocol.steps), index, course.begun);
  return of === null ? [] : [{ type: 'presenterCleared', case: of }];
};

/** Every move of the course: to a step that exists, in the turn it was pressed in, with a presenter where one is needed. */
const moveTo = (
  session: Session,
  index: number,
  { by, turn }: Press,
  context: Context,
  resume = false,
): Decision => {
  const { course, protocol } = session;
  if (turn !== course.turn) return refuse('stale-turn');
  const target = protocol.steps[index];
  const row = planOf(protocol.steps).rows[index];
  if (!target || !row) return refuse('no-such-step');
  if (target.id === course.step) return refuse('nothing-to-do');
  // Within the running case leaders can go on whatever became of the presenter; a quiet minute of another one enters that.
  const of = caseAt(session, index);
  const entersCase =
    of !== null &&
    (of !== runningCase(session) || (presenterOf(session) === null && !course.begun.includes(of)));
  if (entersCase && lacksPresenter(session, index, context)) return refuse('no-presenter');
  const left = resume ? course.left[target.id] : undefined;
  return accept(context, [
    ...beginning(session, context),
    {
      type: 'moved',
      step: target.id,
      endsAt: endOf(target.minutes, left, context.now),
      left: leftOf(course, context.now),
      by: by.seat,
    },
    ...clearing(session, index),
    ...seatedAtMove(session, context),
    ...closing(session, of !== null && !course.begun.includes(of)),
  ]);
};

/** A move that a leader presses: not while the course rests, so that a double click is one step. */
const pressed = (
  session: Session,
  index: number,
  press: Press,
  context: Context,
  resume = false,
): Decision =>
  press.turn === session.course.turn && restEnds(session, context.now) !== null
    ? refuse('too-soon')
    : moveTo(session, index, press, context, resume);

/** To the next step, with its whole time. */
export const next = (session: Session, press: Press, context: Context): Decision =>
  pressed(session, runningIndex(session) + 1, press, context);

/** To the step before, with the time that it had left. */
export const back = (session: Session, press: Press, context: Context): Decision =>
  pressed(session, runningIndex(session) - 1, press, context, true);

/** To any step, with its whole time. */
export const goTo = (session: Session, step: StepId, press: Press, context: Context): Decision =>
  pressed(session, indexOf(session, step), press, context);

/** The latest move counts as if it had not been made; never kept waiting by the rest after it. */
export const undo = (session: Session, turn: number, context: Context): Decision => {
  if (turn !== session.course.turn) return refuse('stale-turn');
  return undoEnds(session, context.now) === null
    ? refuse('nothing-to-do')
    : accept(context, [{ type: 'undone' }]);
};

/** Closes the running case gently: with its presenter at their return, without them after the case. */
export const closeCase = (session: Session, press: Press, context: Context): Decision => {
  const presenter = seatOf(session, casePresenter(session) ?? ('' as SeatId));
  const there = presenter !== undefined && isThere(session, presenter);
  const index = gentleEnd(planOf(session.protocol.steps), runningIndex(session), there);
  if (index === null) return refuse(runningCase(session) === null ? 'wrong-phase' : 'no-such-step');
  const moved = moveTo(session, index, press, context);
  return moved.ok ? { ...moved, events: [...moved.events, dated({ type: 'caseClosed' }, context)] } : moved;
};

/** Brings the presenter back: to the next step of the running case at which they may speak in the circle. */
export const bringBack = (session: Session, press: Press, context: Context): Decision => {
  if (presenterOf(session) === null || runningRow(session).presenterSeat !== 'back')
    return refuse('wrong-phase');
  const ahead = wayBack(planOf(session.protocol.steps), runningIndex(session));
  return ahead === null ? refuse('no-such-step') : moveTo(session, ahead, press, context);
};

/** More minutes for the running step. */
export const extend = (session: Session, minutes: number, turn: number, context: Context): Decision => {
  const { course } = session;
  if (turn !== course.turn) return refuse('stale-turn');
  if (course.endsAt === null) return refuse('nothing-to-do');
  return accept(context, [
    { type: 'extended', endsAt: extendedEnd(course, course.endsAt, minutes, context.now) },
  ]);
};

/** The evening's end, minutes later or earlier: later from now where it has passed, and never before now. */
export const moveEnd = (session: Session, minutes: number, context: Context): Decision => {
  const { now } = context;
  const before = eveningEnd(session, now);
  if (before === null) return refuse('nothing-to-do');
  const endsAt = Math.max(now, (minutes > 0 ? Math.max(before, now) : before) + minutes * MINUTE) as Instant;
  const changes = minutes > 0 ? endsAt > before : endsAt < before;
  return changes ? accept(context, [{ type: 'endMoved', endsAt }]) : refuse('nothing-to-do');
};

/** Stops the step's clock. */
export const hold = (session: Session, context: Context): Decision =>
  session.course.heldSince !== null || session.course.endsAt === null
    ? refuse('nothing-to-do')
    : accept(context, [{ type: 'held' }]);

/** Lets the step's clock go on, and a case that was stopped. */
export const resume = (session: Session, context: Context): Decision =>
  session.course.heldSince === null && session.course.stopped === null
    ? refuse('nothing-to-do')
    : accept(context, [{ type: 'resumed' }]);
