// Random sessions: who does what, when. Seats and lines are picked by index so that a shrunk case stays readable.

import * as fc from 'fast-check';
import { ADDABLE } from '../protocol/kinds.ts';
import { keptSteps } from '../session/edited.ts';
import type { Command } from '../decisions/command.ts';
import { COMMANDS } from '../decisions/commands.ts';
import type { PersonalCommand } from '../decisions/commands-schema.ts';
import {
  later,
  type AskId,
  type InvitationId,
  type LineId,
  type MediaIdentity,
  type SeatId,
  type StepId,
} from '../vocabulary.ts';
import type { Stepped } from '../step.ts';
import type { Play } from './play.ts';
import { seatsOn, waitingLines } from '../session/roster.ts';

export type Move = {
  readonly wait: number;
  readonly who: number;
  readonly what: number;
  readonly target: number;
  readonly flag: boolean;
};

/** So many moves at most, half of them on the average: left to itself a list is made of five or so. */
export const moves = (length = 60): fc.Arbitrary<readonly Move[]> =>
  fc.array(
    fc.record({
      wait: fc.oneof(
        { weight: 6, arbitrary: fc.integer({ min: 0, max: 5_000 }) },
        { weight: 1, arbitrary: fc.integer({ min: 0, max: 3 * 60 * 60 * 1_000 }) },
      ),
      who: fc.nat(20),
      what: fc.nat(200),
      target: fc.nat(20),
      flag: fc.boolean(),
    }),
    { maxLength: length, size: 'max' },
  );

export const pick = <T>(from: readonly T[], index: number): T | undefined =>
  from[index % Math.max(1, from.length)];

/** Steps to come in another order, one left out, one put in, and whoever sits back waited for longer. */
const editOf = ({ session }: Play, turn: number, target: number, flag: boolean): PersonalCommand => {
  const { madeFrom: _, steps, ...evening } = session.protocol;
  const [first, ...others] = steps.slice(keptSteps(session)).map(({ id }) => id);
  const more = { id: `e${target}` as StepId, kind: pick(ADDABLE, target) ?? 'talk', minutes: 1 + target };
  const turned = first === undefined ? others : flag ? [...others, first] : [first, ...others];
  const ahead = [...turned.toSpliced(target % 4, target % 2), ...(target % 3 === 0 ? [more] : [])];
  const edition = session.edited?.edition ?? 0;
  return { type: 'editCourse', turn, edition, ahead, evening: { ...evening, presenterWait: 30 * target } };
};

/** Everything that a person can say, with targets by index. */
export const commandsOf = (play: Play, { target, flag }: Move): readonly PersonalCommand[] => {
  const { course } = play.session;
  const turn = flag ? course.turn : target;
  const seat = pick(play.session.seats, target)?.seat ?? ('nobody' as SeatId);
  const waiting = pick(waitingLines(play.session), target)?.line ?? ('nobody' as LineId);
  const invitation = pick(play.session.invitations, target)?.invitation ?? ('none' as InvitationId);
  return [
    { type: 'begin' },
    { type: 'moveEnd', minutes: flag ? target : -target },
    { type: 'next', turn: course.turn },
    { type: 'next', turn },
    { type: 'back', turn },
    { type: 'goTo', step: `s${target + 1}` as StepId, turn: course.turn },
    { type: 'goTo', step: pick(play.session.protocol.steps, target)?.id ?? course.step, turn: course.turn },
    { type: 'extend', minutes: 1 + (target % 60), turn },
    { type: 'hold' },
    { type: 'resume' },
    { type: 'bringBack', turn },
    { type: 'undo', turn: course.turn },
    { type: 'closeCase', turn },
    editOf(play, turn, target, flag),
    { type: 'choosePresenter', seat },
    { type: 'raiseHand' },
    { type: 'lowerHand' },
    { type: 'giveFloor', seat },
    { type: 'takeFloor', seat },
    { type: 'openVoice', part: target % 2 ? 'member' : 'outer', voice: flag ? 'open' : 'none' },
    { type: 'askToComeIn' },
    { type: 'withdrawAsk' },
    { type: 'seeAsk' },
    { type: 'comeIn' },
    { type: 'stopCase' },
    { type: 'offerCase' },
    { type: 'withdrawOffer' },
    {
      type: 'askBeside',
      name: `Beside ${play.log.length}.`,
      profession: `Of ${play.log.length}.`,
      site: `Site ${target}.`,
    },
    { type: 'answerBeside', ask: pick(play.session.beside, target)?.ask ?? ('none' as AskId), letIn: flag },
    { type: 'withdrawBeside', ask: pick(play.session.beside, target)?.ask ?? ('none' as AskId) },
    { type: 'sitApart', apart: flag },
    { type: 'leave' },
    { type: 'stepOut' },
    { type: 'stepIn' },
    { type: 'askHelp' },
    { type: 'withdrawHelp' },
    { type: 'seeHelp', seat },
    { type: 'tellQuiet', on: flag },
    { type: 'askOut', seat },
    { type: 'askIn', seat },
    { type: 'remove', seat },
    { type: 'nameBackup', seat: flag ? seat : null },
    { type: 'agreeBackup' },
    { type: 'declineBackup' },
    { type: 'stepDown' },
    { type: 'stepUp' },
    { type: 'handOn', seat: flag ? seat : null },
    { type: 'takeLead' },
    { type: 'declineLead' },
    { type: 'closeLine', seat },
    { type: 'freeLine', seat },
    { type: 'askToOpen', seat },
    { type: 'admit', line: waiting, answer: 'letIn' },
    { type: 'admit', line: waiting, answer: 'letIn', seat },
    { type: 'admit', line: waiting, answer: flag ? 'nextPhase' : 'notToday' },
    { type: 'goAway' },
    { type: 'openDoor' },
    { type: 'closeDoor' },
    { type: 'endSession' },
    { type: 'endSession', stay: true },
    { type: 'keepSession' },
    { type: 'endDebrief' },
    { type: 'stayLonger' },
    { type: 'renewInvitation', invitation, hash: `renewed-${target}` },
    { type: 'revokeInvitation', invitation },
    { type: 'addInvitation', invitation, hash: `added-${target}`, kind: 'open', role: 'member', name: null },
  ];
};

const serverCommands = (play: Play, line: LineId, { target, flag }: Move): readonly Command[] => [
  { type: 'connect', line, page: `page-${target % 3}`, sit: flag },
  { type: 'connect', line, page: `page-${line}`, sit: true },
  {
    type: 'disconnect',
    line,
    identity: play.session.lines[line]?.identity ?? ('none' as MediaIdentity),
    seen: later(play.now, -1_000 * target),
  },
  { type: 'tick' },
  ...(target === 0 ? [{ type: 'restart' } as const] : []),
];

/** Said for one of those at the camera where several sit there. */
export const ofOne = (play: Play, line: LineId, said: PersonalCommand, { target }: Move): PersonalCommand => {
  const seats = seatsOn(play.session, line);
  const as = pick(seats, target)?.seat;
  const { who } = COMMANDS[said.type];
  return seats.length < 2 || as === undefined || who === 'leader' || who === 'waiting'
    ? said
    : ({ ...said, as } as PersonalCommand);
};

/** Somebody comes to the door, one in three with others at the same camera. */
export const knock = (play: Play, { who, target, flag }: Move): Stepped => {
  const link = pick(['ruth', 'tomas', 'open', 'open', 'watch', 'lena', 'anna', 'nobody'], target) ?? 'open';
  // Names and professions that stand nowhere else, so that a leak of one can be seen.
  const n = `${play.log.length}-${who}`;
  if (who % 3 !== 0) return play.ask(link, `Name of ${n}.`, flag, `Profession of ${n}.`);
  const names = Array.from({ length: 1 + (target % 7) }, (_, i) => `Name ${i} of ${n}.`);
  return play.askTogether(link, `Site of ${n}.`, names);
};

/** What a move came to: what a line said, or nothing but the server or the door, and what the rules answered. */
export type Made = {
  readonly line: LineId;
  readonly said: PersonalCommand | null;
  readonly answer: Stepped;
};

export const NOBODY = 'nobody' as LineId;
/** Makes one move, whatever the rules answer. */
export const make = (play: Play, move: Move): void => {
  play.wait(move.wait);
  const line = pick(Object.keys(play.session.lines) as LineId[], move.who) ?? NOBODY;
  const personal = commandsOf(play, move);
  const server = serverCommands(play, line, move);
  const index = move.what % (personal.length + server.length + 4);
  const said = personal[index];
  const served = server[index - personal.length];
  if (said) play.says(line, ofOne(play, line, said, move));
  else if (served) play.do(served, { kind: 'server' });
  else knock(play, move);
};
