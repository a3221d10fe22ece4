// What people mostly do, and to whom it makes sense: so that most of what a random evening presses is accepted.

import { mayBe } from '../decisions/door-seats.ts';
import { COMMANDS } from '../decisions/commands.ts';
import type { PersonalCommand } from '../decisions/commands-schema.ts';
import { leads } from '../session/leadership.ts';
import { casePresenter, isLeading, seatsOn, waitingLines } from '../session/roster.ts';
import type { Seat, Session } from '../session/session.ts';
import { later, SECOND, type LineId, type SeatId } from '../vocabulary.ts';
import { commandsOf, knock, NOBODY, ofOne, pick, type Made, type Move } from './arbitraries.ts';
import type { Play } from './play.ts';

type Name =
  PersonalCommand['type'] | 'knock' | 'letIn' | 'letInAs' | 'drop' | 'come' | 'leaderless' | 'restart';

/** How often each is wished for. */
const WEIGHTS: Readonly<Partial<Record<Name, number>>> = {
  ...{ next: 14, back: 3, goTo: 4, undo: 7, bringBack: 4, closeCase: 2, extend: 2, hold: 4, resume: 3 },
  ...{ moveEnd: 2, editCourse: 7, begin: 3, choosePresenter: 7 },
  ...{ raiseHand: 9, lowerHand: 1, giveFloor: 6, takeFloor: 1, openVoice: 3 },
  ...{ askToComeIn: 3, withdrawAsk: 1, seeAsk: 1, comeIn: 3, stopCase: 2, offerCase: 2, withdrawOffer: 1 },
  ...{ askBeside: 4, answerBeside: 6, withdrawBeside: 1, sitApart: 6 },
  ...{ leave: 6, remove: 2, stepOut: 5, stepIn: 4, askHelp: 1, seeHelp: 1, askOut: 7, askIn: 5 },
  ...{ nameBackup: 4, agreeBackup: 4, declineBackup: 1, handOn: 4, takeLead: 4, declineLead: 1 },
  ...{ stepDown: 5, stepUp: 3, closeLine: 3, freeLine: 1, askToOpen: 1 },
  ...{ knock: 6, letIn: 6, letInAs: 5, admit: 1, goAway: 1, drop: 8, come: 9, leaderless: 3, restart: 1 },
  ...{ openDoor: 2, closeDoor: 1, addInvitation: 1, renewInvitation: 1, revokeInvitation: 1 },
  ...{ endSession: 3, keepSession: 2, endDebrief: 2, stayLonger: 2 },
};
const WISHES = Object.entries(WEIGHTS).flatMap(([name, n]) => Array.from({ length: n }, () => name as Name));

/** What is done where the first is refused, since it comes before it. */
const INSTEAD: Readonly<Partial<Record<Name, PersonalCommand['type']>>> = {
  ...{
    agreeBackup: 'nameBackup',
    takeLead: 'handOn',
    stepIn: 'stepOut',
    stepUp: 'stepDown',
    askIn: 'askOut',
  },
  ...{
    answerBeside: 'askBeside',
    undo: 'next',
    bringBack: 'next',
    comeIn: 'askToComeIn',
    askToComeIn: 'next',
  },
  ...{
    giveFloor: 'raiseHand',
    raiseHand: 'next',
    resume: 'hold',
    sitApart: 'choosePresenter',
    seeAsk: 'askToComeIn',
  },
  ...{ stopCase: 'next', seeHelp: 'askHelp', next: 'begin' },
};

const here = ({ seats }: Session): readonly Seat[] => seats.filter(({ gone }) => gone === null);

const seatIs = (seat: SeatId | null | undefined) => (one: Seat) => one.seat === seat;

/** Who would say it: whoever was asked, presents or leads; else anybody. */
const speakers = ({ session, now }: Play, name: PersonalCommand['type']): readonly Seat[] => {
  const people = here(session);
  switch (name) {
    case 'agreeBackup':
    case 'declineBackup':
      return people.filter(seatIs(session.backup?.seat));
    case 'takeLead':
    case 'declineLead':
      return people.filter(seatIs(session.handing?.seat));
    case 'stepUp':
      return people.filter(({ acts }) => acts === 'member');
    case 'stepDown':
    case 'handOn':
      return people.filter(isLeading);
    case 'stepIn':
      return people.filter(({ seat }) => session.out[seat] !== undefined);
    default: {
      const { who } = COMMANDS[name];
      if (who === 'leader') return people.filter((seat) => leads(session, seat, now));
      return who === 'presenter' || who === 'presents'
        ? people.filter(seatIs(casePresenter(session)))
        : people;
    }
  }
};

/** Whom it would be said of. */
const targets = ({ session, now }: Play, name: PersonalCommand['type']): readonly Seat[] => {
  const people = here(session).filter((seat) => !leads(session, seat, now));
  switch (name) {
    case 'giveFloor':
      return people.filter(({ seat }) => session.course.hands.includes(seat));
    case 'choosePresenter':
      return people
        .filter(({ role, acts }) => role === 'member' || acts === 'member')
        .toSorted((a, b) => Number(b.site !== '') - Number(a.site !== ''));
    case 'askIn':
    case 'askOut':
      return people.filter(({ seat }) => (session.rings[seat] === undefined) === (name === 'askOut'));
    default:
      return people;
  }
};

const saying = (play: Play, name: PersonalCommand['type'], move: Move): Made => {
  const { session } = play;
  const [speaker, target] = [pick(speakers(play, name), move.who), pick(targets(play, name), move.target)];
  // Nobody in particular is named rarely.
  const flag = move.flag || name === 'nameBackup' || name === 'handOn';
  const aimed = { ...move, flag, ...(target && { target: session.seats.indexOf(target) }) };
  const variants = commandsOf(play, aimed).filter(({ type }) => type === name);
  const found = pick(variants, move.who + move.target);
  if (!found) throw new Error(`${name} is no command of a person`);
  // One in eight is pressed for a step that has moved, or for whoever it does not concern.
  const astray = move.who % 8 === 0;
  const said = 'turn' in found && !astray ? { ...found, turn: session.course.turn } : found;
  const line =
    (astray ? undefined : speaker?.line) ?? pick(Object.keys(session.lines) as LineId[], move.who) ?? NOBODY;
  const command =
    speaker && line === speaker.line && COMMANDS[name].who !== 'leader' && seatsOn(session, line).length > 1
      ? ({ ...said, as: speaker.seat } as PersonalCommand)
      : ofOne(play, line, said, move);
  return { line, said: command, answer: play.says(line, command) };
};

const admitting = (play: Play, move: Move, as: boolean): Made | null => {
  const waiting = pick(waitingLines(play.session), move.target);
  const leader = pick(speakers(play, 'admit'), move.who);
  if (!waiting || !leader) return null;
  const seat = as ? pick(mayBe(play.session, waiting), move.target)?.seat : undefined;
  const said = { type: 'admit', line: waiting.line, answer: 'letIn', ...(seat && { seat }) } as const;
  return { line: leader.line, said, answer: play.says(leader.line, said) };
};

const dropped = (play: Play, line: LineId, seen: number): Made => {
  const identity = play.session.lines[line]?.identity;
  const by = { kind: 'server' } as const;
  const answer = identity
    ? play.do({ type: 'disconnect', line, identity, seen: later(play.now, -seen) }, by)
    : play.do({ type: 'tick' }, by);
  return { line, said: null, answer };
};

/** Every leader's line breaks, and half a minute passes. */
export const leaderless = (play: Play): Made => {
  for (const { line } of play.session.seats.filter(isLeading)) dropped(play, line, 0);
  return {
    line: NOBODY,
    said: null,
    answer: play.wait(31 * SECOND).do({ type: 'tick' }, { kind: 'server' }),
  };
};

/** Does what this move wishes for; `null` where nobody is there for it. */
export const wish = (play: Play, move: Move): Made | null => {
  play.wait(move.wait);
  const name = pick(WISHES, move.what) ?? 'next';
  const lines = Object.values(play.session.lines).filter(({ state }) => state !== 'ended');
  const line = pick(lines, move.who);
  switch (name) {
    case 'knock':
      return { line: NOBODY, said: null, answer: knock(play, move) };
    case 'letIn':
    case 'letInAs':
      return admitting(play, move, name === 'letInAs');
    case 'drop':
      return line ? dropped(play, line.line, 1_000 * move.target) : null;
    case 'come': {
      const away =
        pick(
          lines.filter(({ present }) => !present),
          move.who,
        ) ?? line;
      if (!away) return null;
      const page = move.flag ? `page-${away.line}` : `page-${move.target % 3}`;
      return { line: away.line, said: null, answer: play.connect(away.line, page, true) };
    }
    case 'leaderless':
      return leaderless(play);
    case 'restart':
      return { line: NOBODY, said: null, answer: play.do({ type: 'restart' }, { kind: 'server' }) };
    default: {
      const made = saying(play, name, move);
      const instead = INSTEAD[name];
      return made.answer.ok || instead === undefined ? made : saying(play, instead, move);
    }
  }
};
