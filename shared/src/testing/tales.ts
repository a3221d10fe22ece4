// Chains of events that chance alone rarely makes, each about one person: where a rule forgets that they went, stepped out,
// presented or were asked meanwhile, one of these shows it. Between their parts anything may happen.

import { isLeading, seatsOn } from '../session/roster.ts';
import type { Seat, Session } from '../session/session.ts';
import { pick, type Made, type Move } from './arbitraries.ts';
import { DEEDS } from './deeds.ts';
import type { Play } from './play.ts';
import { wish } from './wishes.ts';

type Tale = readonly (keyof typeof DEEDS)[];
/** Of whom a tale is told: a member with a device of their own, one of several at a camera, any member, a leader. */
type About = 'alone' | 'shares' | 'member' | 'leader';

const TALES: Readonly<Record<About, readonly Tale[]>> = {
  alone: [
    ['choose', 'offer', 'enter', 'take'],
    ['backUp', 'choose', 'enter', 'leaderless'],
    ['backUp', 'choose', 'enter', 'offer'],
    ['backUp', 'choose', 'enter', 'behind', 'offer', 'undo'],
    ['choose', 'enter', 'behind', 'askOut', 'undo'],
    ['offer', 'leave', 'come', 'take'],
    ['backUp', 'leave', 'come', 'leaderless'],
    ['offer', 'leaderDown', 'take'],
    ['offer', 'take', 'leaderless', 'take'],
    ['offer', 'anotherTakes', 'take'],
    ['name', 'anotherAgrees', 'leaderless'],
    ['backUp', 'leaderless', 'chosen'],
    ['toAsk', 'hand', 'offer', 'take'],
    ['toAsk', 'hand', 'moveOn', 'offer', 'take', 'undo'],
  ],
  shares: [
    ['chooseBoth', 'sitBack', 'apart', 'sitBackElsewhere'],
    // Many a course has one case.
    ['chooseBoth', 'sitBackElsewhere', 'apart', 'sitBack'],
    ['choose', 'sitBack', 'apart', 'onward', 'undo'],
    ['choose', 'enter', 'apart', 'another', 'chosen', 'sitBack'],
    ['choose', 'sitBack', 'apart', 'leave', 'allLeave', 'come'],
    ['choose', 'sitBack', 'apart', 'ownDevice', 'ask', 'answer'],
    ['fill', 'leave', 'ask', 'allLeave', 'come', 'answer'],
    ['fill', 'leave', 'ask', 'answer', 'allLeave', 'come'],
    ['askAll', 'answer'],
  ],
  member: [
    ['toAsk', 'hand', 'floor', 'out', 'hand', 'floor', 'back'],
    ['toAsk', 'hand', 'askOut'],
    ['toAsk', 'hand', 'moveOn', 'out', 'undo'],
    ['toAsk', 'hand', 'floor', 'moveOn', 'out', 'undo'],
    ['toAsk', 'hand', 'moveOn', 'leave', 'undo'],
    ['toAsk', 'hand', 'floor', 'moveOn', 'leave', 'undo'],
    ['toAsk', 'hand', 'moveOn', 'hand', 'lower', 'undo'],
    ['toAsk', 'hand', 'floor', 'moveOn', 'hand', 'floor', 'noFloor', 'undo'],
    ['toAsk', 'floor', 'moveOn', 'floor', 'noFloor', 'undo'],
    ['toAsk', 'hand', 'moveOn', 'askOut', 'askIn', 'undo'],
  ],
  leader: [['down', 'choose', 'enter', 'up']],
};
const ALL = Object.entries(TALES).flatMap(([about, tales]) =>
  tales.map((tale) => ({ about: about as About, tale })),
);

const fits = (session: Session, about: About, seat: Seat): boolean => {
  if (seat.gone !== null) return false;
  if (about === 'leader') return isLeading(seat);
  const beside = seatsOn(session, seat.line).filter(({ gone }) => gone === null).length;
  const wanted = about === 'member' || (about === 'alone' ? beside === 1 : beside > 1);
  return wanted && seat.role === 'member' && !isLeading(seat) && session.out[seat.seat] === undefined;
};

/** Tells one of them, with whatever else happens in the midst of it; nothing where nobody is there of whom to tell it. */
export const told = function* (play: Play, move: Move): Iterable<Made> {
  const { about, tale } = pick(ALL, move.what) ?? { about: 'member', tale: [] };
  const seat = pick(
    play.session.seats.filter((one) => fits(play.session, about, one)),
    move.who,
  )?.seat;
  if (seat === undefined) return;
  for (const [at, deed] of tale.entries()) {
    yield* DEEDS[deed]({ play, seat, nth: move.target });
    const other = move.flag && at === move.target % 8 ? wish(play, { ...move, what: 31 * move.who }) : null;
    if (other) yield other;
  }
};
