// A bleep, and technical trouble: somebody steps out and is back, or asks the leaders for help.

import type { Seat, Session } from '../session/session.ts';
import { helpRests } from '../session/timer.ts';
import type { SeatId } from '../vocabulary.ts';
import type { Context } from './command.ts';
import { accept, refuse, type Decision } from './decision.ts';
import { withThoseWhoWaited } from './door-seats.ts';

/** For a moment: microphone and camera closed, the place kept. */
export const stepOut = (session: Session, { seat }: Seat, context: Context): Decision =>
  session.out[seat] === undefined ? accept(context, [{ type: 'steppedOut', seat }]) : refuse('nothing-to-do');

/** "I am back"; with a leader come those who waited for one. */
export const stepIn = (session: Session, { seat }: Seat, context: Context): Decision =>
  session.out[seat] === undefined
    ? refuse('nothing-to-do')
    : accept(context, withThoseWhoWaited(session, [{ type: 'steppedIn', seat }], context));

/** Technical trouble, told to leaders only. */
export const askHelp = (session: Session, { seat }: Seat, context: Context): Decision =>
  session.help[seat] === undefined ? accept(context, [{ type: 'helpAsked', seat }]) : refuse('nothing-to-do');

/** Taken back by whoever asked, and not by a second tap of the hand that asked. */
export const withdrawHelp = (session: Session, { seat }: Seat, context: Context): Decision => {
  const call = session.help[seat];
  if (call === undefined) return refuse('nothing-to-do');
  return helpRests(call, context.now) === null
    ? accept(context, [{ type: 'helpWithdrawn', seat }])
    : refuse('too-soon');
};

/** A leader sees to it. */
export const seeHelp = (session: Session, seat: SeatId, context: Context): Decision =>
  session.help[seat]?.seen === false
    ? accept(context, [{ type: 'helpSeen', seat }])
    : refuse('nothing-to-do');

/** Whether the middle of the circle may say that it is quiet. */
export const tellQuiet = (session: Session, on: boolean, context: Context): Decision =>
  session.tellsQuiet === on ? refuse('nothing-to-do') : accept(context, [{ type: 'quietSet', on }]);
