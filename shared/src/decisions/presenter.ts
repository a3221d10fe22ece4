// The presenter is never trapped: a private signal to the leaders, and a way in alone while nobody leads.

import { comesInAlone, mayPresent } from '../session/leadership.ts';
import type { Seat, Session } from '../session/session.ts';
import type { Context } from './command.ts';
import { bringBack } from './course.ts';
import { accept, refuse, type Decision } from './decision.ts';

/** "I need to come in", to the leaders only. */
export const askToComeIn = (session: Session, context: Context): Decision =>
  session.course.ask ? refuse('nothing-to-do') : accept(context, [{ type: 'comeInAsked' }]);

/** The presenter takes the signal back. */
export const withdrawAsk = (session: Session, context: Context): Decision =>
  session.course.ask ? accept(context, [{ type: 'comeInWithdrawn' }]) : refuse('nothing-to-do');

/** A leader answers that it was seen. */
export const seeAsk = (session: Session, context: Context): Decision =>
  session.course.ask && !session.course.ask.seen
    ? accept(context, [{ type: 'comeInSeen' }])
    : refuse('nothing-to-do');

/** "Come in now": where the course leaves it to the presenter, or nobody at all holds the leaders' rights. */
export const comeIn = (session: Session, seat: Seat, context: Context): Decision =>
  comesInAlone(session, context.now)
    ? bringBack(session, { by: seat, turn: session.course.turn }, context)
    : refuse('not-leader');

/** "Stop my case": no reason is asked. */
export const stopCase = (session: Session, context: Context): Decision =>
  session.course.stopped === null ? accept(context, [{ type: 'caseStopped' }]) : refuse('nothing-to-do');

/** "I have a case", to the leaders only; from somebody who could present it. */
export const offerCase = (session: Session, seat: Seat, context: Context): Decision => {
  if (!mayPresent(session, seat, context.now)) return refuse('not-a-leaders-place');
  return session.course.offers.includes(seat.seat)
    ? refuse('nothing-to-do')
    : accept(context, [{ type: 'caseOffered', seat: seat.seat }]);
};

/** It is taken back. */
export const withdrawOffer = (session: Session, seat: Seat, context: Context): Decision =>
  session.course.offers.includes(seat.seat)
    ? accept(context, [{ type: 'caseOfferWithdrawn', seat: seat.seat }])
    : refuse('nothing-to-do');
