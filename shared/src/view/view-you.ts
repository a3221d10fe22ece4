// What the view says to "you": rights with their reason, and every command that would be accepted now.

import type { Context } from '../decisions/command.ts';
import { COMMANDS, type PersonalCommandName } from '../decisions/commands.ts';
import type { PersonalCommand } from '../decisions/commands-schema.ts';
import { decide, refusedByTable } from '../decisions/decide.ts';
import { isClosed, lineMaySpeak, partOf, voiceOf, type Grant } from '../session/grants.ts';
import { comesInAlone, leads, leadsAt } from '../session/leadership.ts';
import { roleNow, sitsBack } from '../session/roster.ts';
import type { Help, Seat, Session } from '../session/session.ts';
import type { MediaReport } from '../media-report.ts';
import type { YourSeat, YouView } from './you.ts';
import type { Protocol } from '../protocol/steps.ts';
import type { Instant, SeatId, StepId } from '../vocabulary.ts';

const PERSONAL = (Object.keys(COMMANDS) as (keyof typeof COMMANDS)[]).filter(
  (name): name is PersonalCommandName => COMMANDS[name].who !== 'door' && COMMANDS[name].who !== 'server',
);

/** What is not for leaders alone. */
const OWN = PERSONAL.filter((name) => COMMANDS[name].who !== 'leader');

/** Any step but the running one, to try a move with. */
const anotherStep = ({ steps }: Protocol, running: StepId): StepId =>
  steps.find(({ id }) => id !== running)?.id ?? running;

/**
 * Commands without a target, and one of those that name a step, as this seat would send them now: they are decided on trial.
 */
const TRIALS: Readonly<
  Partial<Record<PersonalCommandName, (session: Session, as: SeatId) => PersonalCommand>>
> = {
  openDoor: () => ({ type: 'openDoor' }),
  closeDoor: () => ({ type: 'closeDoor' }),
  begin: () => ({ type: 'begin' }),
  next: ({ course }) => ({ type: 'next', turn: course.turn }),
  back: ({ course }) => ({ type: 'back', turn: course.turn }),
  goTo: ({ course, protocol }) => ({
    type: 'goTo',
    step: anotherStep(protocol, course.step),
    turn: course.turn,
  }),
  extend: ({ course }) => ({ type: 'extend', minutes: 1, turn: course.turn }),
  hold: () => ({ type: 'hold' }),
  resume: () => ({ type: 'resume' }),
  moveEnd: () => ({ type: 'moveEnd', minutes: 5 }),
  bringBack: ({ course }) => ({ type: 'bringBack', turn: course.turn }),
  undo: ({ course }) => ({ type: 'undo', turn: course.turn }),
  closeCase: ({ course }) => ({ type: 'closeCase', turn: course.turn }),
  endSession: () => ({ type: 'endSession' }),
  keepSession: () => ({ type: 'keepSession' }),
  endDebrief: () => ({ type: 'endDebrief' }),
  stayLonger: (_, as) => ({ type: 'stayLonger', as }),
  raiseHand: (_, as) => ({ type: 'raiseHand', as }),
  lowerHand: (_, as) => ({ type: 'lowerHand', as }),
  askToComeIn: (_, as) => ({ type: 'askToComeIn', as }),
  withdrawAsk: (_, as) => ({ type: 'withdrawAsk', as }),
  comeIn: (_, as) => ({ type: 'comeIn', as }),
  seeAsk: () => ({ type: 'seeAsk' }),
  stopCase: (_, as) => ({ type: 'stopCase', as }),
  offerCase: (_, as) => ({ type: 'offerCase', as }),
  withdrawOffer: (_, as) => ({ type: 'withdrawOffer', as }),
  agreeBackup: (_, as) => ({ type: 'agreeBackup', as }),
  declineBackup: (_, as) => ({ type: 'declineBackup', as }),
  stepDown: (_, as) => ({ type: 'stepDown', as }),
  stepUp: (_, as) => ({ type: 'stepUp', as }),
  takeLead: (_, as) => ({ type: 'takeLead', as }),
  declineLead: (_, as) => ({ type: 'declineLead', as }),
  stepOut: (_, as) => ({ type: 'stepOut', as }),
  stepIn: (_, as) => ({ type: 'stepIn', as }),
  askHelp: (_, as) => ({ type: 'askHelp', as }),
  withdrawHelp: (_, as) => ({ type: 'withdrawHelp', as }),
  leave: (_, as) => ({ type: 'leave', as }),
};

/** A trial makes no ids that anybody keeps. */
const trial = (seat: Seat, now: Instant): Context => ({
  by: { kind: 'line', line: seat.line },
  now,
  fresh: () => 'trial',
});

/** Commands that would be accepted from this seat now; of those with a target, what the table lets pass. */
export const canOf = (session: Session, seat: Seat, now: Instant): readonly PersonalCommandName[] => {
  const context = trial(seat, now);
  // At a line where nobody leads, the table refuses all that leaders press.
  const isLed = leadsAt(session, seat.line, now);
  return (isLed ? PERSONAL : OWN).filter((name) => {
    if (refusedByTable(session, seat, name, context) !== null) return false;
    const command = TRIALS[name]?.(session, seat.seat);
    if (command === undefined) return true;
    const decision = decide(session, command, context);
    // Choosing a presenter first is part of pressing "next": the button stays, with its reason.
    return decision.ok || decision.refusal === 'no-presenter';
  });
};

const comeInOf = (session: Session, seat: Seat, now: Instant): YourSeat['comeIn'] => {
  if (!sitsBack(session, seat.seat)) return null;
  if (comesInAlone(session, now)) return 'now';
  const { ask } = session.course;
  if (!ask) return 'none';
  return ask.seen ? 'seen' : 'asked';
};

const standsInOf = ({ backup }: Session, { seat }: Seat): YourSeat['standsIn'] => {
  if (backup?.seat !== seat) return null;
  return backup.agreed ? 'agreed' : 'asked';
};

const helpOf = (call: Help | undefined): YourSeat['help'] => {
  if (call === undefined) return 'none';
  return call.seen ? 'seen' : 'asked';
};

const yourSeat = (session: Session, seat: Seat, now: Instant): YourSeat => ({
  seat: seat.seat,
  role: roleNow(seat),
  leads: leads(session, seat, now),
  standsIn: standsInOf(session, seat),
  handedBy: session.handing?.seat === seat.seat ? session.handing.by : null,
  comeIn: comeInOf(session, seat, now),
  offered: session.course.offers.includes(seat.seat),
  out: session.out[seat.seat] !== undefined,
  help: helpOf(session.help[seat.seat]),
  can: canOf(session, seat, now),
});

/** Why a line has no voice: by the step, unless it is the floor alone that those at it have not. */
const whyOf = (session: Session, seats: readonly Seat[], now: Instant): YouView['why'] => {
  if (seats.every(({ seat }) => session.out[seat] !== undefined)) return 'out';
  if (lineMaySpeak(session, seats, now)) return null;
  if (seats.some((seat) => isClosed(session, seat, now))) return 'closed';
  const resting = seats.some((seat) => voiceOf(session, partOf(session, seat, now), now) === 'none');
  return resting ? 'phase' : 'floor';
};

const askedToOpen = ({ course }: Session, seats: readonly Seat[]): Instant | null =>
  course.prompted.findLast((one) => seats.some(({ seat }) => seat === one.seat))?.at ?? null;

/** The part of a view about those who read it. */
export const youView = (
  session: Session,
  seats: readonly [Seat, ...Seat[]],
  grant: Grant | null,
  now: Instant,
  media: MediaReport,
): YouView => {
  const [first, ...others] = seats;
  const { line } = first;
  return {
    line,
    seats: [yourSeat(session, first, now), ...others.map((seat) => yourSeat(session, seat, now))],
    may: { microphone: grant?.microphone ?? false, camera: grant?.camera ?? false },
    why: whyOf(session, seats, now),
    askedToOpen: grant?.microphone === true ? askedToOpen(session, seats) : null,
    media: grant && { identity: grant.identity, space: grant.space },
    beside: session.beside.filter((one) => one.line === line).map(({ ask: id, name }) => ({ id, name })),
    confirmed: !media.unconfirmed.includes(line),
  };
};
