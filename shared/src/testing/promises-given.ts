// What holds of hands, the floor and cases that are offered, at every moment of every evening.

import { isLeading } from '../session/roster.ts';
import type { Seat } from '../session/session.ts';
import { given } from './lost.ts';
import type { Promised } from './promised.ts';

/**
 * They are of people who are there to use them and do not lead, end with the step, and no undo gives back what somebody has
 * lost since.
 */
export const tokens: Promised = (moment, { lost }) => {
  const { before, made } = moment;
  const { course, seats, out, rings } = moment.play.session;
  const { hands, floor, offers, closed, voices } = course;
  const of = (which: (seat: Seat) => boolean) => new Set(seats.filter(which).map(({ seat }) => seat));
  const [gone, leading] = [of((one) => one.gone !== null), of(isLeading)];
  const asksOut = made.said?.type === 'askOut' && made.answer.ok;
  const moved = course.turn !== before.course.turn && made.said?.type !== 'undo';
  const kept = hands.length + floor.length + closed.length + Object.keys(voices).length;
  return [
    ...[...hands, ...floor, ...offers]
      .filter((seat) => gone.has(seat))
      .map((seat) => `${seat} has a hand, the floor or a case, and is gone`),
    ...[...hands, ...floor, ...offers]
      .filter((seat) => leading.has(seat))
      .map((seat) => `${seat} has a hand, the floor or a case, and leads`),
    ...[...hands, ...floor]
      .filter((seat) => out[seat] !== undefined)
      .map((seat) => `${seat} has a hand or the floor, and has stepped out`),
    ...[...hands, ...floor, ...offers]
      .filter((seat) => asksOut && rings[seat] !== before.rings[seat])
      .map((seat) => `${seat} has a hand, the floor or a case, and was asked out`),
    ...(moved && kept > 0 ? ['a hand, the floor or a voice has outlived its step'] : []),
    ...given(lost, moment),
  ];
};
