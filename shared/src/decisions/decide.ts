// One command, one decision. First the table (who, and when), then the family's own rules.

import { leads } from '../session/leadership.ts';
import { spaceOfLine } from '../session/leaving.ts';
import { planOf, beforeTelling } from '../protocol/cases.ts';
import {
  casePresenter,
  comingCase,
  runningCase,
  runningIndex,
  runningRow,
  seatsOn,
  sitsBack,
} from '../session/roster.ts';
import { isPress } from '../session/presses.ts';
import type { Seat, Session } from '../session/session.ts';
import type { LineId } from '../vocabulary.ts';
import type { Command, Context } from './command.ts';
import { COMMANDS, type CommandRow, type PersonalCommandName, type When } from './commands.ts';
import type { PersonalCommand } from './commands-schema.ts';
import { dated, refuse, type Decision } from './decision.ts';
import * as door from './door.ts';
import * as presence from './presence.ts';
import { personal } from './personal.ts';
import type { Refusal } from './refusals.ts';

/** Why a command does not fit to the session as it is now; `null` where it does. */
const unfit = (session: Session, when: When): Refusal | null => {
  const row = runningRow(session);
  const inStep = (holds: boolean) => (holds ? null : 'wrong-phase');
  switch (when) {
    case 'any':
      return null;
    case 'begun':
      return session.evening === null ? 'not-begun' : null;
    case 'floor':
      return inStep(Object.values(row.voice).includes('floor'));
    case 'back':
      return inStep(row.presenterSeat === 'back');
    case 'choosing':
      return inStep(beforeTelling(planOf(session.protocol.steps), runningIndex(session)));
    case 'ahead':
      return inStep(runningCase(session) === null && comingCase(session) !== null);
    case 'coming':
      return inStep(comingCase(session) !== null);
    case 'leaving':
      return inStep(session.leaving !== null);
    case 'case':
      return session.evening === null ? 'not-begun' : inStep(runningCase(session) !== null);
  }
};

/** What everybody can still do for themselves once the evening has ended. */
const STAYING: readonly PersonalCommandName[] = ['leave', 'stepOut', 'stepIn'];

/** The first reason for which the table refuses this command to this seat; `null` when it lets it pass. */
export const refusedByTable = (
  session: Session,
  seat: Seat,
  name: PersonalCommandName,
  context: Context,
): Refusal | null => {
  const { who, when }: CommandRow = COMMANDS[name];
  if (who === 'waiting') return 'not-in-room';
  // Once the evening has ended, nothing of it can be pressed any more.
  if (session.leaving !== null && when !== 'leaving' && !STAYING.includes(name)) return 'wrong-phase';
  if (who === 'leader' && !leads(session, seat, context.now)) return 'not-leader';
  const refusal = unfit(session, when);
  if (refusal) return refusal;
  if (who === 'debrief' || who === 'stays') {
    const space = spaceOfLine(session, seat.line);
    return space === (who === 'debrief' ? 'debrief' : 'circle') ? null : 'not-allowed';
  }
  if (who === 'presents') return casePresenter(session) === seat.seat ? null : 'not-presenter';
  return who === 'presenter' && !sitsBack(session, seat.seat) ? 'not-presenter' : null;
};

/** The seat that a command is said for: the one it names, or the only one at the line; whoever leads is alone at theirs. */
const speaksFor = (command: PersonalCommand, seats: readonly Seat[]): Seat | undefined => {
  if ('as' in command && command.as !== undefined) return seats.find(({ seat }) => seat === command.as);
  return seats.length === 1 ? seats[0] : undefined;
};

/** Leaders see from each other who pressed. */
const withPress = (decision: Decision, what: string, { seat: by }: Seat, context: Context): Decision =>
  decision.ok && isPress(what)
    ? { ...decision, events: [...decision.events, dated({ type: 'pressed', by, what }, context)] }
    : decision;

/** What a person at a line asks for, decided. Identity comes from the connection, rights are looked up now. */
const decidePersonal = (
  session: Session,
  command: PersonalCommand,
  line: LineId,
  context: Context,
): Decision => {
  if (session.status === 'ended') return refuse('over');
  if (command.type === 'goAway')
    return session.lines[line]?.state === 'waiting' ? door.goAway(line, context) : refuse('not-in-room');
  if (session.leaving !== null && spaceOfLine(session, line) === null) return refuse('over');
  const seats = seatsOn(session, line).filter((one) => one.gone === null);
  if (seats.length === 0) return refuse('not-in-room');
  const seat = speaksFor(command, seats);
  if (!seat) return refuse('no-such-seat');
  const refusal = refusedByTable(session, seat, command.type, context);
  return refusal
    ? refuse(refusal)
    : withPress(personal(session, command, seat, context), command.type, seat, context);
};

/** Decides one command against one state. Never throws, changes nothing. */
export const decide = (session: Session, command: Command, context: Context): Decision => {
  const { by } = context;
  switch (command.type) {
    case 'open':
      return by.kind === 'door' ? door.open(session, command, context) : refuse('not-allowed');
    case 'enter':
      return by.kind === 'door' ? door.enter(session, command, context) : refuse('not-allowed');
    case 'connect':
      return by.kind === 'server' ? presence.connect(session, command, context) : refuse('not-allowed');
    case 'disconnect':
      return by.kind === 'server' ? presence.disconnect(session, command, context) : refuse('not-allowed');
    case 'restart':
      return by.kind === 'server' ? presence.restart(session, context) : refuse('not-allowed');
    case 'tick':
      return by.kind === 'server' ? presence.tick(session, context) : refuse('not-allowed');
    default:
      return by.kind === 'line' ? decidePersonal(session, command, by.line, context) : refuse('not-allowed');
  }
};
