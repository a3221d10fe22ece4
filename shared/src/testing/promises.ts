// What holds for everybody at every moment of every evening. Each promise answers with a sentence for whatever breaks it.

import { decide } from '../decisions/decide.ts';
import type { PersonalCommand } from '../decisions/commands-schema.ts';
import { COMMANDS } from '../decisions/commands.ts';
import { rowOf } from '../protocol/steps.ts';
import { grantsOf } from '../session/grants.ts';
import { comesInAlone, leads, nobodyLeads } from '../session/leadership.ts';
import { spaceOfLine } from '../session/leaving.ts';
import { hasRoom, PLACES, ringOf, ringOfRole } from '../session/rings.ts';
import { casePresenter, presenterOf, seatsOn, sitsBack, waitingLines } from '../session/roster.ts';
import type { Seat, Session } from '../session/session.ts';
import { dueEnd, leftOf } from '../session/timer.ts';
import { MOST_AT_ONE } from '../session/names.ts';
import { type Instant, type LineId, type Part } from '../vocabulary.ts';
import { doesLead, mayLead } from './consent.ts';
import type { Promised } from './promised.ts';
import { tokens } from './promises-given.ts';
import { chair, ears } from './promises-told.ts';

const isHere = ({ gone }: Seat): boolean => gone === null;
const here = ({ seats }: Session): readonly Seat[] => seats.filter(isHere);
const atLines = (session: Session): readonly (readonly Seat[])[] =>
  [...new Set(here(session).map(({ line }) => line))].map((line) => seatsOn(session, line).filter(isHere));
const isOver = ({ status }: Session): boolean => status === 'none' || status === 'ended';

/** Nobody leads who was not named and has not agreed, or presents the running case, and only who leads gives a leader's command. */
export const leading: Promised = ({ play: { session, now }, before, made }, consent) => {
  const led = here(session).filter((seat) => leads(session, seat, now));
  const unnamed = led.filter(({ seat }) => !mayLead(consent, session, seat));
  // Nor with whoever has left it: they may be back with its page.
  const together = led.filter(({ line }) => seatsOn(session, line).length > 1);
  const stripped = here(session).filter(
    (seat) => session.leaving === null && doesLead(consent, seat) && !leads(session, seat, now),
  );
  const { said, answer, line } = made;
  const chosen = said?.type === 'choosePresenter' && answer.ok ? said.seat : null;
  const foreign =
    said !== null &&
    answer.ok &&
    COMMANDS[said.type].who === 'leader' &&
    !seatsOn(before, line).some((seat) => leads(before, seat, now));
  return [
    ...unnamed.map(({ name }) => `${name} leads, and was not named`),
    ...stripped.map(({ name }) => `${name} has agreed to lead, and does not`),
    ...here(before)
      .filter((seat) => seat.seat === chosen && leads(before, seat, now))
      .map(({ name }) => `${name} leads, and was chosen to present`),
    ...led
      .filter(({ seat }) => casePresenter(session) === seat)
      .map(({ name }) => `${name} leads, and presents the running case`),
    ...together.map(({ name }) => `${name} leads at a line with others`),
    ...(foreign ? [`${said.type} was accepted from somebody who does not lead`] : []),
  ];
};

/** Whether the step leaves somebody silent, by the course's own row and what leaders closed. */
const isSilent = (session: Session, seat: Seat, now: Instant): boolean => {
  const step = session.protocol.steps.find(({ id }) => id === session.course.step);
  if (session.leaving !== null || step === undefined) return false;
  const { voice } = rowOf(step);
  const nobody = nobodyLeads(session, now);
  const part: Part =
    presenterOf(session) === seat.seat
      ? 'presenter'
      : leads(session, seat, now)
        ? 'leader'
        : ringOf(session, seat) === 'outer'
          ? 'outer'
          : 'member';
  if (part === 'presenter' || part === 'leader') return voice[part] === 'none';
  const { closed, voices, floor } = session.course;
  if (closed.includes(seat.seat) && !nobody) return true;
  const set = nobody ? undefined : voices[part];
  if (set === 'open') return false;
  if (voice[part] === 'floor') return false;
  return set === 'none' || (voice[part] !== 'open' && !floor.includes(seat.seat));
};

/** A line with somebody who must be silent is silent, but for a presenter of whom leaders said that they sit apart. */
export const silence: Promised = ({ play: { session, now } }, { apart }) =>
  grantsOf(session, now)
    .filter(({ microphone }) => microphone)
    .flatMap(({ line }) => {
      const seats = seatsOn(session, line).filter(isHere);
      const silent = seats.filter(
        (seat) =>
          isSilent(session, seat, now) &&
          !(apart?.seat === seat.seat && sitsBack(session, seat.seat) && seats.length > 1),
      );
      return silent.map(({ name }) => `${name} must be silent, and their line may speak`);
    });

/** Whether the rules would accept this from a line. */
const accepts = (session: Session, line: LineId, command: PersonalCommand, now: Instant): boolean =>
  decide(session, command, { by: { kind: 'line', line }, now, fresh: () => 'trial' }).ok;

const presenterTrapped = (session: Session, seat: Seat, leader: Seat | undefined, now: Instant): boolean => {
  if (!sitsBack(session, seat.seat)) return false;
  const tries = (type: 'askToComeIn' | 'withdrawAsk' | 'comeIn') =>
    accepts(session, seat.line, { type, as: seat.seat }, now);
  if (!tries('askToComeIn') && !tries('withdrawAsk')) return true;
  if (comesInAlone(session, now) && !tries('comeIn')) return true;
  const { turn } = session.course;
  return leader !== undefined && !accepts(session, leader.line, { type: 'bringBack', turn }, now);
};

const ringTrapped = (session: Session, seat: Seat, leader: Seat | undefined, now: Instant): boolean => {
  const own = ringOfRole(seat.role);
  if (leader === undefined || ringOf(session, seat) === own) return false;
  const together = seatsOn(session, seat.line).length;
  const type = own === 'inner' ? 'askIn' : 'askOut';
  return hasRoom(session, own, together) && !accepts(session, leader.line, { type, seat: seat.seat }, now);
};

/** Whoever has a place can leave and step in; a presenter comes back, leaders go on to the end, and members to their own ring. */
export const freedom: Promised = ({ play: { session, now } }) => {
  if (isOver(session)) return [];
  const leader = here(session).find((seat) => leads(session, seat, now));
  const people = here(session).filter(({ line }) => spaceOfLine(session, line) !== null);
  const trapped = people.flatMap((seat) => {
    const { line, name, seat: as } = seat;
    return [
      ...(accepts(session, line, { type: 'leave', as }, now) ? [] : [`${name} cannot leave`]),
      ...(session.out[as] === undefined || accepts(session, line, { type: 'stepIn', as }, now)
        ? []
        : [`${name} cannot step in`]),
      ...(presenterTrapped(session, seat, leader, now) ? [`${name} cannot come back`] : []),
      ...(ringTrapped(session, seat, leader, now) ? [`${name} cannot come back to their ring`] : []),
    ];
  });
  const ends =
    session.leaving !== null
      ? people.every(
          ({ line, seat }) =>
            spaceOfLine(session, line) === 'circle' ||
            accepts(session, line, { type: 'endDebrief' }, now) ||
            seatsOn(session, line).filter(isHere).length > 1 ||
            seat === undefined,
        )
      : leader === undefined ||
        session.ending !== null ||
        accepts(session, leader.line, { type: 'endSession' }, now);
  const leftAlone = people.length === 0 && session.status === 'running' && dueEnd(session) === null;
  return [
    ...trapped,
    ...(ends ? [] : ['nobody can end it']),
    ...(leftAlone ? ['it never ends by itself'] : []),
  ];
};

/** The end of the evening moves by Begin and by leaders who move it, and by nothing else; a held clock stands. */
export const evening: Promised = ({ play: { session, now }, before, made }) => {
  const moved = before.evening !== null && before.evening.endsAt !== session.evening?.endsAt;
  const may = made.said?.type === 'moveEnd' && made.answer.ok;
  const { course } = session;
  const held = course.heldSince !== null && course.heldSince === before.course.heldSince;
  const same = course.turn === before.course.turn && made.said?.type !== 'extend';
  const ran = held && same && leftOf(course, now) !== leftOf(before.course, now);
  return [
    ...(moved && !may ? [`the evening's end was moved by ${made.said?.type ?? 'the server'}`] : []),
    ...(ran ? ['a held clock went on'] : []),
  ];
};

const countIn = (session: Session, ring: 'inner' | 'outer'): number =>
  session.seats.filter((seat) => seat.gone !== 'removed' && ringOf(session, seat) === ring).length;

/** A place for each person, six at most at one camera, all of them in one ring; no two of one name. */
export const places: Promised = ({ play: { session }, before, made }) => {
  const names = session.seats.map(({ name }) => name);
  const lines = atLines(session);
  const crowded = lines.filter((seats) => seats.length > MOST_AT_ONE);
  const torn = lines.filter((seats) => new Set(seats.map((seat) => ringOf(session, seat))).size > 1);
  const presenter = casePresenter(session);
  const asked =
    made.said?.type === 'askBeside' && made.answer.ok
      ? seatsOn(session, made.line).filter(isHere).length +
        session.beside.filter((one) => one.line === made.line).length
      : 0;
  const waited = made.said?.type === 'admit' && made.answer.ok ? before.lines[made.said.line] : undefined;
  const came = waited?.state === 'waiting' ? waited : undefined;
  const sits = came ? seatsOn(session, came.line).filter(isHere).length : 0;
  const nameless =
    came !== undefined && session.lines[came.line]?.state === 'seated' && sits < came.people.length;
  return [
    ...(['inner', 'outer'] as const).flatMap((ring) =>
      countIn(session, ring) > PLACES[ring] ? [`${countIn(session, ring)} people in the ${ring} ring`] : [],
    ),
    ...(new Set(names).size < names.length ? ['two people of one name'] : []),
    ...(asked > MOST_AT_ONE ? [`${asked} people sit or were asked for at one camera`] : []),
    ...(presenter !== null && session.rings[presenter] === 'outer'
      ? ['somebody presents from the outer ring']
      : []),
    ...crowded.map((seats) => `${seats.length} people at one camera`),
    ...waitingLines(session)
      .filter(({ people }) => people.length > MOST_AT_ONE)
      .map(({ people }) => `${people.length} people wait at one camera`),
    ...torn.map((seats) => `${seats[0]?.name} and others at one camera sit in two rings`),
    ...(nameless ? [`${came.people.length} people came in by ${sits} places`] : []),
  ];
};

/** What time alone can break. */
export const ALWAYS: readonly Promised[] = [leading, silence, evening];
/** What only a change of the state can break. */
export const ON_CHANGE: readonly Promised[] = [freedom, places, tokens, ears, chair];
