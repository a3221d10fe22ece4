// Leaders drive the steps. A move carries the turn it was pressed in, so two leaders pressing at once move one step.

import { mayPresent, readyPresenter } from '../session/leadership.ts';
import { presenterOf, caseAt, runningRow, seatOf } from '../session/roster.ts';
import type { Session } from '../session/session.ts';
import { END_NOTICE, endOf, extendedEnd, leftOf, restEnds } from '../session/timer.ts';
import { PHASES } from '../protocol/phases.ts';
import { later, type SeatId } from '../vocabulary.ts';
import type { Context } from './command.ts';
import { accept, refuse, type Decision, type Happening } from './decision.ts';
import { seatedAtMove } from './door-seats.ts';

/** Names who brings the case of the running step, or of the next one before it begins. */
export const choosePresenter = (session: Session, seatId: SeatId, context: Context): Decision => {
  const seat = seatOf(session, seatId);
  if (!seat || seat.gone !== null) return refuse('no-such-seat');
  if (!mayPresent(session, seat, context.now)) return refuse('not-a-leaders-place');
  const of = caseAt(session, session.course.step);
  if (session.course.presenters[of] === seatId) return refuse('nothing-to-do');
  return accept(context, [{ type: 'presenterChosen', case: of, seat: seatId }]);
};

/** Every move of the course: to a step that exists, in the turn it was pressed in, with a presenter where one is needed. */
const moveTo = (
  session: Session,
  step: number,
  turn: number,
  context: Context,
  resume: boolean,
): Decision => {
  const { course, protocol } = session;
  if (turn !== course.turn) return refuse('stale-turn');
  const target = protocol.steps[step];
  if (!target) return refuse('no-such-step');
  if (step === course.step) return refuse('nothing-to-do');
  // Within the running case leaders can go on whatever became of the presenter.
  const { needsPresenter } = PHASES[target.kind];
  const of = caseAt(session, step);
  const entersCase = needsPresenter && (presenterOf(session) === null || of !== caseAt(session, course.step));
  if (entersCase && readyPresenter(session, step, context.now) === null) return refuse('no-presenter');
  const left = resume ? course.left[step] : undefined;
  const events: Happening[] = [
    {
      type: 'moved',
      step,
      endsAt: endOf(target.minutes, left, context.now),
      left: leftOf(course, context.now),
    },
    ...seatedAtMove(session, context),
  ];
  const begins = needsPresenter && !course.begun.includes(of);
  if (begins && session.door === 'open') events.push({ type: 'doorClosed' });
  return accept(context, events);
};

/** A move that a leader presses: not while the course rests, so that a double click is one step. */
const pressed = (session: Session, step: number, turn: number, context: Context, resume = false): Decision =>
  turn === session.course.turn && restEnds(session, context.now) !== null
    ? refuse('too-soon')
    : moveTo(session, step, turn, context, resume);

/** To the next step, with its whole time. */
export const next = (session: Session, turn: number, context: Context): Decision =>
  pressed(session, session.course.step + 1, turn, context);

/** To the step before, with the time that it had left. */
export const back = (session: Session, turn: number, context: Context): Decision =>
  pressed(session, session.course.step - 1, turn, context, true);

/** To any step, with its whole time. */
export const goTo = (session: Session, step: number, turn: number, context: Context): Decision =>
  pressed(session, step, turn, context);

/** Brings the presenter back: to the return of the running case. */
export const bringBack = (session: Session, turn: number, context: Context): Decision => {
  if (presenterOf(session) === null || runningRow(session).presenterSeat !== 'back')
    return refuse('wrong-phase');
  const ahead = session.protocol.steps.findIndex(
    (one, index) => index > session.course.step && one.kind === 'return',
  );
  return ahead < 0 ? refuse('no-such-step') : moveTo(session, ahead, turn, context, false);
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

/** Stops both clocks. */
export const hold = (session: Session, context: Context): Decision =>
  session.course.heldSince !== null || (session.course.endsAt === null && session.clock === null)
    ? refuse('nothing-to-do')
    : accept(context, [{ type: 'held' }]);

/** Lets both clocks go on. */
export const resume = (session: Session, context: Context): Decision =>
  session.course.heldSince === null ? refuse('nothing-to-do') : accept(context, [{ type: 'resumed' }]);

/** Announces the end to all. */
export const endSession = (session: Session, context: Context): Decision =>
  session.ending !== null
    ? refuse('nothing-to-do')
    : accept(context, [{ type: 'endAnnounced', endsAt: later(context.now, END_NOTICE) }]);

/** Takes an announced end back. */
export const keepSession = (session: Session, context: Context): Decision =>
  session.ending === null ? refuse('nothing-to-do') : accept(context, [{ type: 'endTakenBack' }]);
