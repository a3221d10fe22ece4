// Hands and the floor, where the step's voice is `floor`; and the voice of a part, opened or closed for the running step.

import { partOf, voiceOf } from '../session/grants.ts';
import { runningRow, seatOf } from '../session/roster.ts';
import type { Seat, Session } from '../session/session.ts';
import type { SeatId, Voice, VoicedPart } from '../vocabulary.ts';
import type { Context } from './command.ts';
import { accept, refuse, type Decision } from './decision.ts';

const voiceAt = (session: Session, seat: Seat, context: Context): Voice =>
  voiceOf(session, partOf(session, seat, context.now), context.now);

/** Whoever has stepped out has neither hand nor floor until they are back. */
const isOut = ({ out }: Session, { seat }: Seat): boolean => out[seat] !== undefined;

/** Asks for the floor. */
export const raiseHand = (session: Session, seat: Seat, context: Context): Decision => {
  if (voiceAt(session, seat, context) !== 'floor') return refuse('wrong-phase');
  if (isOut(session, seat)) return refuse('not-allowed');
  const { hands, floor } = session.course;
  if (hands.includes(seat.seat) || floor.includes(seat.seat)) return refuse('nothing-to-do');
  return accept(context, [{ type: 'handRaised', seat: seat.seat }]);
};

/** Asks no longer. */
export const lowerHand = (session: Session, seat: Seat, context: Context): Decision =>
  session.course.hands.includes(seat.seat)
    ? accept(context, [{ type: 'handLowered', seat: seat.seat }])
    : refuse('nothing-to-do');

/** Lets somebody speak whose voice hangs on the floor, and takes their hand down. */
export const giveFloor = (session: Session, seatId: SeatId, context: Context): Decision => {
  const seat = seatOf(session, seatId);
  if (!seat || seat.gone !== null) return refuse('no-such-seat');
  if (voiceAt(session, seat, context) !== 'floor' || isOut(session, seat)) return refuse('not-allowed');
  if (session.course.floor.includes(seatId)) return refuse('nothing-to-do');
  return accept(context, [{ type: 'floorGiven', seat: seatId }]);
};

/** Ends somebody's floor. */
export const takeFloor = (session: Session, seatId: SeatId, context: Context): Decision => {
  if (!seatOf(session, seatId)) return refuse('no-such-seat');
  return session.course.floor.includes(seatId)
    ? accept(context, [{ type: 'floorTaken', seat: seatId }])
    : refuse('nothing-to-do');
};

/** Never touches the presenter; where the row knows no such voice it cannot be opened. */
export const openVoice = (
  session: Session,
  part: VoicedPart,
  voice: 'open' | 'none',
  context: Context,
): Decision => {
  const row = runningRow(session).voice[part];
  if (row === null) return refuse('not-allowed');
  const now = voiceOf(session, part, context.now);
  if (now === voice || (voice === 'none' && now === 'floor')) return refuse('nothing-to-do');
  return accept(context, [{ type: 'voiceSet', part, voice }]);
};
