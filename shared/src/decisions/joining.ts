// Who sits down beside others: one who was asked for, and whoever comes with somebody to a place that they have.

import { tellApart } from '../session/lookalikes.ts';
import { hasRoom, lacking, ringOf } from '../session/rings.ts';
import { seatsOn } from '../session/roster.ts';
import type { Person, Seat, Session, WaitingLine } from '../session/session.ts';
import type { LineId, SeatId } from '../vocabulary.ts';
import type { Context } from './command.ts';
import { isForOne } from './comers.ts';
import { evolved, type EventBody } from './decision.ts';

type Joiner = Person & { readonly line: LineId; readonly site: string };
type Together = Pick<WaitingLine, 'line' | 'people' | 'site'>;

const hereOn = (session: Session, line: LineId): readonly Seat[] =>
  seatsOn(session, line).filter(({ gone }) => gone === null);

/** Who has left this camera under this name, and comes back to it. */
const leftAs = (session: Session, line: LineId, name: string): Seat | undefined =>
  seatsOn(session, line).find((seat) => seat.gone === 'left' && seat.name === name);

/** One more person at a line at which others sit; nothing where there is no place. */
export const sitDown = (
  session: Session,
  { line, name, profession, site }: Joiner,
  context: Context,
): readonly EventBody[] => {
  const back = leftAs(session, line, name);
  if (back) return [{ type: 'seatMoved', seat: back.seat, line }];
  const [first] = seatsOn(session, line);
  if (first === undefined || !hasRoom(session, ringOf(session, first), 1)) return [];
  const { invitation, role } = first;
  const own = tellApart(
    name,
    session.seats.map((seat) => seat.name),
  );
  const seat = context.fresh() as SeatId;
  return [{ type: 'seated', seat, line, invitation, name: own, profession, role, site }];
};

/** The line takes a kept seat over, with all that it is in this session. */
export const moveTo = (seat: Seat, { line }: Pick<Together, 'line'>): EventBody => ({
  type: 'lineMoved',
  seat: seat.seat,
  line,
  announced: seat.gone === null,
});

/** Those of a line who are more than the place has, once it is theirs: whoever is not known there by name, the last of them. */
const joinersAt = (moved: Session, { line, people }: Together): readonly Person[] => {
  const here = hereOn(moved, line);
  const more = people.length - here.length;
  const others = people.filter(({ name }) => here.every((seat) => seat.name !== name));
  return more <= 0 ? [] : others.slice(-more);
};

/**
 * The line goes on at a kept place, and everybody more who comes by it has a place of their own. Nothing where not all of
 * them find one, or the place is of somebody who leads or is named for it.
 */
export const goOnAt = (
  session: Session,
  seat: Seat,
  comer: Together,
  context: Context,
): readonly EventBody[] => {
  const events = [moveTo(seat, comer)];
  const joiners = joinersAt(evolved(session, events, context), comer);
  if (joiners.length > 0 && isForOne(session, seat.line)) return [];
  for (const person of joiners) {
    const sits = sitDown(evolved(session, events, context), { ...comer, ...person }, context);
    if (sits.length === 0) return [];
    events.push(...sits);
  }
  return events;
};

/** How many places too few there are for those who come by a line to a kept place. */
export const lackAt = (session: Session, seat: Seat, comer: Together, context: Context): number => {
  const moved = evolved(session, [moveTo(seat, comer)], context);
  const fresh = joinersAt(moved, comer).filter(({ name }) => !leftAs(moved, comer.line, name));
  return fresh.length === 0 ? 0 : lacking(session, ringOf(session, seat), fresh.length);
};
