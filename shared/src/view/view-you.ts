// What the view says to "you": rights with their reason, and every command that would be accepted now.

import type { Context } from '../decisions/command.ts';
import { COMMANDS, type PersonalCommandName } from '../decisions/commands.ts';
import type { PersonalCommand } from '../decisions/commands-schema.ts';
import { decide, refusedByTable } from '../decisions/decide.ts';
import { isClosed, lineMaySpeak, partOf, voiceOf, type Grant } from '../session/grants.ts';
import { comesInAlone, leads } from '../session/leadership.ts';
import { roleNow, seatsOn, sitsBack } from '../session/roster.ts';
import type { Help, Seat, Session } from '../session/session.ts';
import type { MediaReport } from '../media-report.ts';
import type { YourSeat, YouView } from './you.ts';
import type { Protocol } from '../protocol/steps.ts';
import type { Instant, SeatId, StepId } from '../vocabulary.ts';

const PERSONAL = (Object.keys(COMMANDS) as (keyof typeof COMMANDS)[]).filter(
  (name): name is PersonalCommandName => COMMANDS[name].who !== 'door' && COMMANDS[name].who !== 'server',
);

/** Any step but the running one, to try a move with. */
const anotherStep = ({ steps }: Protocol, running: StepId): StepId =>
  steps.find(({ id }) => id !== running)?.id ?? running;

/** Commands without a target, and one of those that name a step, as they would be sent now: they are decided on trial. */
const untargeted = ({ course, protocol }: Session, as: SeatId): readonly PersonalCommand[] => [
  { type: 'openDoor' },
  { type: 'closeDoor' },
  { type: 'begin' },
  { type: 'next', turn: course.turn },
  { type: 'back', turn: course.turn },
  { type: 'goTo', step: anotherStep(protocol, course.step), turn: course.turn },
  { type: 'extend', minutes: 1, turn: course.turn },
  { type: 'hold' },
  { type: 'resume' },
  { type: 'moveEnd', minutes: 5 },
  { type: 'bringBack', turn: course.turn },
  { type: 'undo', turn: course.turn },
  { type: 'closeCase', turn: course.turn },
  { type: 'endSession' },
  { type: 'keepSession' },
  { type: 'endDebrief' },
  { type: 'stayLonger', as },
  { type: 'raiseHand', as },
  { type: 'lowerHand', as },
  { type: 'askToComeIn', as },
  { type: 'withdrawAsk', as },
  { type: 'comeIn', as },
  { type: 'seeAsk' },
  { type: 'stopCase', as },
  { type: 'offerCase', as },
  { type: 'withdrawOffer', as },
  { type: 'agreeBackup', as },
  { type: 'declineBackup', as },
  { type: 'stepDown', as },
  { type: 'stepUp', as },
  { type: 'takeLead', as },
  { type: 'declineLead', as },
  { type: 'stepOut', as },
  { type: 'stepIn', as },
  { type: 'askHelp', as },
  { type: 'withdrawHelp', as },
  { type: 'leave', as },
];

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
  const isLed = seatsOn(session, seat.line).some((one) => leads(session, one, now));
  const tried = new Map(
    untargeted(session, seat.seat)
      .filter(({ type }) => isLed || COMMANDS[type].who !== 'leader')
      .map((command) => {
        const decision = decide(session, command, context);
        // Choosing a presenter first is part of pressing "next": the button stays, with its reason.
        return [command.type, decision.ok || decision.refusal === 'no-presenter'] as const;
      }),
  );
  return PERSONAL.filter((name) => tried.get(name) ?? refusedByTable(session, seat, name, context) === null);
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
