// The presenter is never trapped: a private signal to the leaders, and a way in alone while nobody leads.

import { comesInAlone } from '../session/leadership.ts';
import type { Session } from '../session/session.ts';
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
export const comeIn = (session: Session, context: Context): Decision =>
  comesInAlone(session, context.now)
    ? bringBack(session, session.course.turn, context)
    : refuse('not-leader');
