// The command table once more, written by hand: who may give a command, when, and whether it names somebody.
// A row that changes by accident differs from this one.

import type { CommandName, CommandRow } from '../decisions/commands.ts';
import type { PhaseKind } from '../protocol/phases.ts';

/** Where each condition holds in the courses that we offer. */
const WHERE: Readonly<Record<Exclude<CommandRow['when'], 'any' | 'begun'>, readonly PhaseKind[]>> = {
  floor: ['presentation'],
  back: ['pushBack', 'discussion'],
  choosing: ['arrive', 'call', 'presentation'],
  ahead: ['arrive', 'call'],
  coming: ['arrive', 'call', 'presentation', 'questions', 'pushBack', 'discussion', 'return'],
  leaving: [],
  case: ['presentation', 'questions', 'pushBack', 'discussion', 'return'],
};

/** `before` = in the first step, while the session has not begun. */
export type Where = PhaseKind | 'before';

/** Whether a condition holds there, in the first step of a kind of such a course. */
export const holdsIn = (when: CommandRow['when'], where: Where): boolean => {
  if (when === 'any') return true;
  return when === 'begun' ? where !== 'before' : WHERE[when].includes(where === 'before' ? 'arrive' : where);
};

type Row = readonly [who: CommandRow['who'], when: CommandRow['when'], target: CommandRow['target']];

export const TABLE: Readonly<Record<CommandName, Row>> = {
  enter: ['door', 'any', 'invitation'],
  goAway: ['waiting', 'any', 'none'],
  admit: ['leader', 'any', 'waiting'],
  openDoor: ['leader', 'any', 'none'],
  closeDoor: ['leader', 'any', 'none'],
  addInvitation: ['leader', 'any', 'none'],
  renewInvitation: ['leader', 'any', 'invitation'],
  revokeInvitation: ['leader', 'any', 'invitation'],
  choosePresenter: ['leader', 'choosing', 'seat'],
  begin: ['leader', 'any', 'none'],
  next: ['leader', 'any', 'none'],
  back: ['leader', 'begun', 'none'],
  goTo: ['leader', 'any', 'step'],
  extend: ['leader', 'begun', 'none'],
  hold: ['leader', 'begun', 'none'],
  resume: ['leader', 'begun', 'none'],
  moveEnd: ['leader', 'begun', 'none'],
  bringBack: ['leader', 'back', 'none'],
  undo: ['leader', 'begun', 'none'],
  closeCase: ['leader', 'case', 'none'],
  editCourse: ['leader', 'any', 'none'],
  endSession: ['leader', 'any', 'none'],
  keepSession: ['leader', 'any', 'none'],
  endDebrief: ['debrief', 'leaving', 'none'],
  stayLonger: ['stays', 'leaving', 'none'],
  raiseHand: ['seat', 'floor', 'none'],
  lowerHand: ['seat', 'floor', 'none'],
  giveFloor: ['leader', 'floor', 'seat'],
  takeFloor: ['leader', 'floor', 'seat'],
  openVoice: ['leader', 'any', 'none'],
  askToComeIn: ['presenter', 'back', 'none'],
  withdrawAsk: ['presenter', 'back', 'none'],
  comeIn: ['presenter', 'back', 'none'],
  seeAsk: ['leader', 'back', 'none'],
  stopCase: ['presents', 'case', 'none'],
  offerCase: ['seat', 'ahead', 'none'],
  withdrawOffer: ['seat', 'ahead', 'none'],
  askOut: ['leader', 'any', 'seat'],
  askIn: ['leader', 'any', 'seat'],
  closeLine: ['leader', 'any', 'seat'],
  freeLine: ['leader', 'any', 'seat'],
  askToOpen: ['leader', 'any', 'seat'],
  nameBackup: ['leader', 'any', 'seat'],
  agreeBackup: ['seat', 'any', 'none'],
  declineBackup: ['seat', 'any', 'none'],
  stepDown: ['leader', 'any', 'none'],
  stepUp: ['seat', 'any', 'none'],
  handOn: ['leader', 'any', 'seat'],
  takeLead: ['seat', 'any', 'none'],
  declineLead: ['seat', 'any', 'none'],
  stepOut: ['seat', 'any', 'none'],
  stepIn: ['seat', 'any', 'none'],
  askHelp: ['seat', 'any', 'none'],
  withdrawHelp: ['seat', 'any', 'none'],
  seeHelp: ['leader', 'any', 'seat'],
  tellQuiet: ['leader', 'any', 'none'],
  askBeside: ['seat', 'any', 'none'],
  withdrawBeside: ['seat', 'any', 'none'],
  answerBeside: ['leader', 'any', 'none'],
  sitApart: ['leader', 'coming', 'none'],
  leave: ['seat', 'any', 'none'],
  remove: ['leader', 'any', 'seat'],
  connect: ['server', 'any', 'none'],
  disconnect: ['server', 'any', 'none'],
  restart: ['server', 'any', 'none'],
  tick: ['server', 'any', 'none'],
};
