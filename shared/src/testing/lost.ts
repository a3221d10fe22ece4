// What people have given up, or lost, since the latest move: no undo of it gives that back. Kept by what was seen alone.

import { isLeading } from '../session/roster.ts';
import type { Seat } from '../session/session.ts';
import type { SeatId } from '../vocabulary.ts';
import type { Moment } from './evenings.ts';

const LISTS = ['hands', 'floor', 'offers'] as const;
export type Lost = Readonly<Record<(typeof LISTS)[number], readonly SeatId[]>>;

export const NOTHING_LOST: Lost = { hands: [], floor: [], offers: [] };

/** Whoever has gone, was asked into another ring, or leads, keeps nothing of the course. */
const keepsNothing =
  ({ before, play: { session }, made: { said } }: Moment) =>
  ({ seat, gone, ...person }: Seat): boolean =>
    gone !== null ||
    isLeading({ seat, gone, ...person }) ||
    ((said?.type === 'askOut' || said?.type === 'askIn') && session.rings[seat] !== before.rings[seat]);

/** What is lost after this moment; an undo is held against it, and a move begins anew. */
export const lostAfter = (lost: Lost, moment: Moment): Lost => {
  const { before, play, made } = moment;
  const { course } = play.session;
  if (made.said?.type === 'undo' && made.answer.ok) return lost;
  if (course.turn !== before.course.turn) return NOTHING_LOST;
  const { seats, out } = play.session;
  const without = seats.filter(keepsNothing(moment)).map(({ seat }) => seat);
  const stepped = seats.map(({ seat }) => seat).filter((seat) => out[seat] !== undefined);
  const taken = (list: keyof Lost): readonly SeatId[] =>
    // Whoever gets the floor has given up no hand.
    list === 'hands' && made.said?.type === 'giveFloor'
      ? []
      : before.course[list].filter((one) => !course[list].includes(one));
  const grown = (list: keyof Lost) => [
    ...new Set([...lost[list], ...without, ...taken(list), ...(list === 'offers' ? [] : stepped)]),
  ];
  return { hands: grown('hands'), floor: grown('floor'), offers: grown('offers') };
};

/** Who has something again by an undo that they had lost. */
export const given = (lost: Lost, { play, made }: Moment): readonly string[] =>
  made.said?.type === 'undo' && made.answer.ok
    ? LISTS.flatMap((list) =>
        play.session.course[list]
          .filter((seat) => lost[list].includes(seat))
          .map((seat) => `an undo gave ${seat} back what they had lost of ${list}`),
      )
    : [];
