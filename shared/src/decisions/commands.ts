// The command table: command × who × kinds × target. The server's guard, the view's `can` and the tests read it.

import type { PhaseKind } from '../vocabulary.ts';

/**
 * leader = holds the leaders' rights now · presenter = sits back as the presenter of the running case ·
 * seat = anybody with a place · waiting = at the door · door = not yet known · server = clock and presence.
 */
export type Who = 'leader' | 'presenter' | 'seat' | 'waiting' | 'door' | 'server';
export type Target = 'none' | 'seat' | 'waiting' | 'invitation' | 'step';
export type CommandRow = {
  readonly who: Who;
  readonly kinds: readonly PhaseKind[] | 'any';
  readonly target: Target;
};

/** The only kind whose voice can be `floor`. */
const TELLING = ['presentation'] as const;
const BACK = ['pushBack', 'discussion'] as const;

export const COMMANDS = {
  // door
  enter: { who: 'door', kinds: 'any', target: 'invitation' },
  goAway: { who: 'waiting', kinds: 'any', target: 'none' },
  admit: { who: 'leader', kinds: 'any', target: 'waiting' },
  openDoor: { who: 'leader', kinds: 'any', target: 'none' },
  closeDoor: { who: 'leader', kinds: 'any', target: 'none' },
  addInvitation: { who: 'leader', kinds: 'any', target: 'none' },
  renewInvitation: { who: 'leader', kinds: 'any', target: 'invitation' },
  revokeInvitation: { who: 'leader', kinds: 'any', target: 'invitation' },
  // course
  choosePresenter: { who: 'leader', kinds: ['arrive', 'call', 'presentation', 'break'], target: 'seat' },
  next: { who: 'leader', kinds: 'any', target: 'none' },
  back: { who: 'leader', kinds: 'any', target: 'none' },
  goTo: { who: 'leader', kinds: 'any', target: 'step' },
  extend: { who: 'leader', kinds: 'any', target: 'none' },
  hold: { who: 'leader', kinds: 'any', target: 'none' },
  resume: { who: 'leader', kinds: 'any', target: 'none' },
  bringBack: { who: 'leader', kinds: BACK, target: 'none' },
  endSession: { who: 'leader', kinds: 'any', target: 'none' },
  keepSession: { who: 'leader', kinds: 'any', target: 'none' },
  // floor
  raiseHand: { who: 'seat', kinds: TELLING, target: 'none' },
  lowerHand: { who: 'seat', kinds: TELLING, target: 'none' },
  giveFloor: { who: 'leader', kinds: TELLING, target: 'seat' },
  takeFloor: { who: 'leader', kinds: TELLING, target: 'seat' },
  openVoice: { who: 'leader', kinds: 'any', target: 'none' },
  // presenter
  askToComeIn: { who: 'presenter', kinds: BACK, target: 'none' },
  withdrawAsk: { who: 'presenter', kinds: BACK, target: 'none' },
  comeIn: { who: 'presenter', kinds: BACK, target: 'none' },
  seeAsk: { who: 'leader', kinds: BACK, target: 'none' },
  // presence
  leave: { who: 'seat', kinds: 'any', target: 'none' },
  remove: { who: 'leader', kinds: 'any', target: 'seat' },
  nameBackup: { who: 'leader', kinds: 'any', target: 'seat' },
  connect: { who: 'server', kinds: 'any', target: 'none' },
  disconnect: { who: 'server', kinds: 'any', target: 'none' },
  restart: { who: 'server', kinds: 'any', target: 'none' },
  tick: { who: 'server', kinds: 'any', target: 'none' },
} as const satisfies Record<string, CommandRow>;

export type CommandName = keyof typeof COMMANDS;
/** Commands that a person sends over the socket; the rest come through the door (HTTP) or from the server. */
export type PersonalCommandName = {
  [K in CommandName]: (typeof COMMANDS)[K]['who'] extends 'door' | 'server' ? never : K;
}[CommandName];
