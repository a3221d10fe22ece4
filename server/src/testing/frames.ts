// For each command a frame that is well formed and names nobody and nothing of the session.

import type { PersonalCommandName } from '@tele-balint/shared/decisions/commands';
import { USUAL_EVENING } from '@tele-balint/shared/protocol/steps';

const nobody = 'nobody-of-this-session';
const hash = 'h'.repeat(43);

/** It must not get as far as its target. */
export const FRAMES: Record<PersonalCommandName, object> = {
  goAway: {},
  admit: { line: nobody, answer: 'letIn' },
  openDoor: {},
  closeDoor: {},
  addInvitation: { invitation: nobody, hash, kind: 'personal', role: 'member', name: null },
  renewInvitation: { invitation: 'no-such-invitation', hash },
  revokeInvitation: { invitation: 'no-such-invitation' },
  choosePresenter: { seat: nobody },
  begin: {},
  next: { turn: 999_999 },
  back: { turn: 999_999 },
  goTo: { step: 's1', turn: 999_999 },
  extend: { minutes: 1, turn: 999_999 },
  hold: {},
  resume: {},
  moveEnd: { minutes: 5 },
  bringBack: { turn: 999_999 },
  undo: { turn: 999_999 },
  closeCase: { turn: 999_999 },
  editCourse: { turn: 999_999, edition: 0, ahead: [], evening: USUAL_EVENING },
  endSession: {},
  keepSession: {},
  raiseHand: {},
  lowerHand: {},
  giveFloor: { seat: nobody },
  takeFloor: { seat: nobody },
  openVoice: { part: 'outer', voice: 'open' },
  askToComeIn: {},
  withdrawAsk: {},
  comeIn: {},
  seeAsk: {},
  stopCase: {},
  offerCase: {},
  withdrawOffer: {},
  askOut: { seat: nobody },
  askIn: { seat: nobody },
  remove: { seat: nobody },
  nameBackup: { seat: nobody },
  leave: {},
};
