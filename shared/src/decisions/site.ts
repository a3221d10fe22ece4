// Several people at one camera: who joins them later, and a presenter among them who sits apart.

import { MOST_AT_ONE } from '../session/names.ts';
import { comingPresenter, seatOf, seatsOn } from '../session/roster.ts';
import type { Seat, Session } from '../session/session.ts';
import type { AskId, SeatId } from '../vocabulary.ts';
import type { Context } from './command.ts';
import { crowdedBy, isForOne } from './comers.ts';
import type { PersonalCommand } from './commands-schema.ts';
import { sitDown } from './joining.ts';
import { accept, refuse, type Decision } from './decision.ts';

type Of<T extends PersonalCommand['type']> = Extract<PersonalCommand, { type: T }>;

/** Asks for one more person at this camera; a leader agrees or not. */
export const askBeside = (
  session: Session,
  { name, profession, site }: Of<'askBeside'>,
  { line, site: known }: Seat,
  context: Context,
): Decision => {
  if (name === '') return refuse('no-name');
  // A site keeps the name that it came by.
  const called = known === '' ? site : known;
  if (called === '') return refuse('no-site-name');
  const asked = session.beside.filter((one) => one.line === line).length;
  const refusal = crowdedBy(session, line, asked);
  if (refusal !== null) return refuse(refusal);
  const ask = context.fresh() as AskId;
  return accept(context, [{ type: 'besideAsked', ask, line, name, profession, site: called }]);
};

/** Those at a camera take back that they asked for somebody. */
export const withdrawBeside = (
  session: Session,
  { ask }: Of<'withdrawBeside'>,
  { line }: Seat,
  context: Context,
): Decision =>
  session.beside.some((one) => one.ask === ask && one.line === line)
    ? accept(context, [{ type: 'besideWithdrawn', ask }])
    : refuse('no-such-person');

/** A leader agrees, or does not. */
export const answerBeside = (
  session: Session,
  { ask, letIn }: Of<'answerBeside'>,
  context: Context,
): Decision => {
  const asked = session.beside.find((one) => one.ask === ask);
  if (!asked) return refuse('no-such-person');
  const answered = { type: 'besideAnswered', ask } as const;
  if (!letIn) return accept(context, [answered]);
  const here = seatsOn(session, asked.line).filter(({ gone }) => gone === null).length;
  // Their page would come back to a stranger's place instead of their own.
  if (here === 0) return refuse('no-such-seat');
  // They may have been named to lead since they asked.
  if (isForOne(session, asked.line)) return refuse('one-person-link');
  // Others may be back since they asked.
  if (here >= MOST_AT_ONE) return refuse('site-full');
  const seating = sitDown(session, asked, context);
  return seating.length === 0 ? refuse('too-many') : accept(context, [answered, ...seating]);
};

/** A leader has made sure that who presents, or will next, sits apart from the others at their camera, or takes that back. */
export const sitApart = (session: Session, { apart }: Of<'sitApart'>, context: Context): Decision => {
  const seat = seatOf(session, comingPresenter(session) ?? ('' as SeatId));
  if (!seat || seat.gone !== null) return refuse('no-presenter');
  if ((session.course.apart === seat.seat) === apart) return refuse('nothing-to-do');
  const others = seatsOn(session, seat.line).filter((one) => one !== seat && one.gone === null);
  if (others.length === 0) return refuse('nothing-to-do');
  return accept(context, [{ type: 'apartSet', seat: apart ? seat.seat : null }]);
};
