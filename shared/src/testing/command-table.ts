// The command table once more, written by hand: who may give a command, in which kinds, and whether it names somebody.
// A row that changes by accident differs from this one.

import type { CommandName, CommandRow } from '../decisions/commands.ts';

const TELLING = ['presentation'] as const;
const BACK = ['pushBack', 'discussion'] as const;
const BEFORE = ['arrive', 'call', 'presentation', 'break'] as const;

type Row = readonly [who: CommandRow['who'], kinds: CommandRow['kinds'], target: CommandRow['target']];

export const TABLE: Readonly<Record<CommandName, Row>> = {
  enter: ['door', 'any', 'invitation'],
  goAway: ['waiting', 'any', 'none'],
  admit: ['leader', 'any', 'waiting'],
  openDoor: ['leader', 'any', 'none'],
  closeDoor: ['leader', 'any', 'none'],
  addInvitation: ['leader', 'any', 'none'],
  renewInvitation: ['leader', 'any', 'invitation'],
  revokeInvitation: ['leader', 'any', 'invitation'],
  choosePresenter: ['leader', BEFORE, 'seat'],
  next: ['leader', 'any', 'none'],
  back: ['leader', 'any', 'none'],
  goTo: ['leader', 'any', 'step'],
  extend: ['leader', 'any', 'none'],
  hold: ['leader', 'any', 'none'],
  resume: ['leader', 'any', 'none'],
  bringBack: ['leader', BACK, 'none'],
  endSession: ['leader', 'any', 'none'],
  keepSession: ['leader', 'any', 'none'],
  raiseHand: ['seat', TELLING, 'none'],
  lowerHand: ['seat', TELLING, 'none'],
  giveFloor: ['leader', TELLING, 'seat'],
  takeFloor: ['leader', TELLING, 'seat'],
  openVoice: ['leader', 'any', 'none'],
  askToComeIn: ['presenter', BACK, 'none'],
  withdrawAsk: ['presenter', BACK, 'none'],
  comeIn: ['presenter', BACK, 'none'],
  seeAsk: ['leader', BACK, 'none'],
  leave: ['seat', 'any', 'none'],
  remove: ['leader', 'any', 'seat'],
  nameBackup: ['leader', 'any', 'seat'],
  connect: ['server', 'any', 'none'],
  disconnect: ['server', 'any', 'none'],
  restart: ['server', 'any', 'none'],
  tick: ['server', 'any', 'none'],
};
