// The command table: command × who × when × target. The server's guard, the view's `can` and the tests read it.

/**
 * leader = holds the leaders' rights now · presenter = sits back as the presenter of the running case · presents = is its
 * presenter, wherever the chair stands ·
 * debrief = in the leaders' debrief · stays = with the members, once the evening has ended ·
 * seat = anybody with a place · waiting = at the door · door = not yet known · server = clock and presence.
 */
export type Who =
  'leader' | 'presenter' | 'presents' | 'debrief' | 'stays' | 'seat' | 'waiting' | 'door' | 'server';
/**
 * What must hold of the session or its running step. any = nothing · begun = the session has begun · floor = the step's row lets some part speak by the floor ·
 * back = the presenter's chair stands back · choosing = a case is ahead, or has its first step · ahead = none runs, and one is ahead · coming = one runs, or is ahead ·
 * case = the running step belongs to a begun session's case · leaving = the evening has ended, and people may stay.
 */
export type When = 'any' | 'begun' | 'floor' | 'back' | 'choosing' | 'ahead' | 'coming' | 'case' | 'leaving';
export type Target = 'none' | 'seat' | 'waiting' | 'invitation' | 'step';
export type CommandRow = {
  readonly who: Who;
  readonly when: When;
  readonly target: Target;
};

export const COMMANDS = {
  // door
  enter: { who: 'door', when: 'any', target: 'invitation' },
  goAway: { who: 'waiting', when: 'any', target: 'none' },
  admit: { who: 'leader', when: 'any', target: 'waiting' },
  openDoor: { who: 'leader', when: 'any', target: 'none' },
  closeDoor: { who: 'leader', when: 'any', target: 'none' },
  addInvitation: { who: 'leader', when: 'any', target: 'none' },
  renewInvitation: { who: 'leader', when: 'any', target: 'invitation' },
  revokeInvitation: { who: 'leader', when: 'any', target: 'invitation' },
  // course
  choosePresenter: { who: 'leader', when: 'choosing', target: 'seat' },
  begin: { who: 'leader', when: 'any', target: 'none' },
  next: { who: 'leader', when: 'any', target: 'none' },
  back: { who: 'leader', when: 'begun', target: 'none' },
  goTo: { who: 'leader', when: 'any', target: 'step' },
  extend: { who: 'leader', when: 'begun', target: 'none' },
  hold: { who: 'leader', when: 'begun', target: 'none' },
  resume: { who: 'leader', when: 'begun', target: 'none' },
  moveEnd: { who: 'leader', when: 'begun', target: 'none' },
  bringBack: { who: 'leader', when: 'back', target: 'none' },
  undo: { who: 'leader', when: 'begun', target: 'none' },
  closeCase: { who: 'leader', when: 'case', target: 'none' },
  editCourse: { who: 'leader', when: 'any', target: 'none' },
  endSession: { who: 'leader', when: 'any', target: 'none' },
  keepSession: { who: 'leader', when: 'any', target: 'none' },
  // leaving
  endDebrief: { who: 'debrief', when: 'leaving', target: 'none' },
  stayLonger: { who: 'stays', when: 'leaving', target: 'none' },
  // floor
  raiseHand: { who: 'seat', when: 'floor', target: 'none' },
  lowerHand: { who: 'seat', when: 'floor', target: 'none' },
  giveFloor: { who: 'leader', when: 'floor', target: 'seat' },
  takeFloor: { who: 'leader', when: 'floor', target: 'seat' },
  openVoice: { who: 'leader', when: 'any', target: 'none' },
  // presenter
  askToComeIn: { who: 'presenter', when: 'back', target: 'none' },
  withdrawAsk: { who: 'presenter', when: 'back', target: 'none' },
  comeIn: { who: 'presenter', when: 'back', target: 'none' },
  seeAsk: { who: 'leader', when: 'back', target: 'none' },
  stopCase: { who: 'presents', when: 'case', target: 'none' },
  offerCase: { who: 'seat', when: 'ahead', target: 'none' },
  withdrawOffer: { who: 'seat', when: 'ahead', target: 'none' },
  // rings
  askOut: { who: 'leader', when: 'any', target: 'seat' },
  askIn: { who: 'leader', when: 'any', target: 'seat' },
  // single lines
  closeLine: { who: 'leader', when: 'any', target: 'seat' },
  freeLine: { who: 'leader', when: 'any', target: 'seat' },
  askToOpen: { who: 'leader', when: 'any', target: 'seat' },
  // leaders
  nameBackup: { who: 'leader', when: 'any', target: 'seat' },
  agreeBackup: { who: 'seat', when: 'any', target: 'none' },
  declineBackup: { who: 'seat', when: 'any', target: 'none' },
  stepDown: { who: 'leader', when: 'any', target: 'none' },
  stepUp: { who: 'seat', when: 'any', target: 'none' },
  handOn: { who: 'leader', when: 'any', target: 'seat' },
  takeLead: { who: 'seat', when: 'any', target: 'none' },
  declineLead: { who: 'seat', when: 'any', target: 'none' },
  // stepping out, help, silence
  stepOut: { who: 'seat', when: 'any', target: 'none' },
  stepIn: { who: 'seat', when: 'any', target: 'none' },
  askHelp: { who: 'seat', when: 'any', target: 'none' },
  withdrawHelp: { who: 'seat', when: 'any', target: 'none' },
  seeHelp: { who: 'leader', when: 'any', target: 'seat' },
  tellQuiet: { who: 'leader', when: 'any', target: 'none' },
  // several people at one camera
  askBeside: { who: 'seat', when: 'any', target: 'none' },
  withdrawBeside: { who: 'seat', when: 'any', target: 'none' },
  answerBeside: { who: 'leader', when: 'any', target: 'none' },
  sitApart: { who: 'leader', when: 'coming', target: 'none' },
  // presence
  leave: { who: 'seat', when: 'any', target: 'none' },
  remove: { who: 'leader', when: 'any', target: 'seat' },
  connect: { who: 'server', when: 'any', target: 'none' },
  disconnect: { who: 'server', when: 'any', target: 'none' },
  restart: { who: 'server', when: 'any', target: 'none' },
  tick: { who: 'server', when: 'any', target: 'none' },
} as const satisfies Record<string, CommandRow>;

export type CommandName = keyof typeof COMMANDS;
/** Commands that a person sends over the socket; the rest come through the door (HTTP) or from the server. */
export type PersonalCommandName = {
  [K in CommandName]: (typeof COMMANDS)[K]['who'] extends 'door' | 'server' ? never : K;
}[CommandName];
