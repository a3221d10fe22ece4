// For each command one that the rules can only say yes to: the room is made ready, the target is real, the turn the present one.

import type { PersonalCommandName } from '@tele-balint/shared/decisions/commands';
import { must, placeOf, type Circle, type Page } from './circle.ts';
import { freshLink } from './group.ts';
import { until } from './until.ts';

/** Makes the room ready through the page that will send the command, and answers with what belongs into it. */
type MakeReady = (by: Page, circle: Circle) => object | Promise<object>;

const nothing: MakeReady = () => ({});
const inTurn: MakeReady = (by) => ({ turn: by.view().course.turn });

/** Somebody whom leaders may choose, give the floor to, or name. */
const somebody = (by: Page) => {
  const { places, presenter, you, leader } = by.view();
  // Whoever presents, or was named the backup, is asked for other things than the rest.
  const others = [presenter, you.seats[0].seat, leader?.backup?.seat];
  const found = places.find(
    ({ role, presence, seat }) => role === 'member' && presence === 'here' && !others.includes(seat),
  );
  if (!found) throw new Error('nobody is there whom a leader could name');
  return found;
};

/** Somebody who may speak now and does not lead: their line can be closed. */
const speaker = (by: Page) => {
  const found = by
    .view()
    .places.find(
      ({ role, presence, media, seat }) =>
        role === 'member' && presence === 'here' && media.microphone && seat !== by.view().you.seats[0].seat,
    );
  if (!found) throw new Error('nobody may speak whose line a leader could close');
  return found;
};

/** A leader names the member who is to answer. */
const named: MakeReady = async (by, { leader, member }) => {
  const { seat } = by.view().you.seats[0];
  if (by === member && by.view().you.seats[0].standsIn === null)
    await must(leader, { type: 'nameBackup', seat });
  return {};
};

const freshInvitation = () => {
  const { invitation, hash } = freshLink();
  return { type: 'addInvitation', invitation, hash, kind: 'personal', role: 'member', name: null } as const;
};

const anInvitation = async (by: Page): Promise<string> => {
  const added = freshInvitation();
  await must(by, added);
  return added.invitation;
};

const stranger = async (by: Page, circle: Circle) => {
  const name = await circle.knocks();
  return until('somebody at the door', () =>
    by.view().leader?.waiting.find((one) => one.people[0]?.name === name),
  );
};

/** Done or there already: either is ready. */
const sure = async (by: Page, type: PersonalCommandName, more: object = {}): Promise<void> => {
  const ack = await by.command({ type, ...more });
  if (!ack.ok && ack.refusal !== 'nothing-to-do') throw new Error(`${type} was refused: ${ack.refusal}`);
};

const ONE_MORE = { name: 'Somebody', profession: '', site: 'York' };

const READY: Readonly<Record<PersonalCommandName, MakeReady>> = {
  goAway: nothing,
  admit: async (by, circle) => ({ line: (await stranger(by, circle)).line, answer: 'letIn' }),
  openDoor: async (by) => {
    await sure(by, 'closeDoor');
    return {};
  },
  closeDoor: async (by) => {
    await sure(by, 'openDoor');
    return {};
  },
  addInvitation: freshInvitation,
  renewInvitation: async (by) => ({ invitation: await anInvitation(by), hash: freshLink().hash }),
  revokeInvitation: async (by) => ({ invitation: await anInvitation(by) }),
  choosePresenter: (by) => ({ seat: somebody(by).seat }),
  begin: nothing,
  next: inTurn,
  back: inTurn,
  goTo: (by) => {
    const { turn, index, steps } = by.view().course;
    return { turn, step: steps[(index + 1) % steps.length]?.id };
  },
  extend: (by) => ({ minutes: 1, turn: by.view().course.turn }),
  hold: async (by) => {
    await sure(by, 'resume');
    return {};
  },
  resume: async (by) => {
    if (by.view().course.clock) await sure(by, 'hold');
    return {};
  },
  moveEnd: () => ({ minutes: 5 }),
  bringBack: inTurn,
  undo: async (by) => {
    const { turn, index, steps } = by.view().course;
    await must(by, { type: 'goTo', step: steps[index === 0 ? 1 : index - 1]?.id, turn });
    await until('a move that can be undone', () => by.view().course.turn > turn);
    return { turn: by.view().course.turn };
  },
  closeCase: inTurn,
  editCourse: (by) => {
    const { session, course, leader } = by.view();
    const { turn, index, steps } = course;
    const plan = leader?.plan;
    if (!plan) throw new Error('only leaders change the course');
    const evening = { ...plan.evening, presenterWait: (plan.evening.presenterWait + 30) % 600 };
    return {
      turn,
      edition: plan.edition,
      ahead: steps.slice(session.begun ? index + 1 : 0).map(({ id }) => id),
      evening,
    };
  },
  endSession: async (by) => {
    await sure(by, 'keepSession');
    return {};
  },
  endDebrief: nothing,
  stayLonger: nothing,
  keepSession: async (by) => {
    await sure(by, 'endSession');
    return {};
  },
  raiseHand: nothing,
  // Put up by the command before.
  lowerHand: nothing,
  giveFloor: async (by) => {
    const { seat } = somebody(by);
    await sure(by, 'takeFloor', { seat });
    return { seat };
  },
  takeFloor: async (by) => {
    const { seat } = somebody(by);
    await sure(by, 'giveFloor', { seat });
    return { seat };
  },
  openVoice: (by) => ({
    part: 'outer',
    voice: by.view().leader?.voices.outer === 'open' ? 'none' : 'open',
  }),
  askToComeIn: nothing,
  withdrawAsk: nothing,
  comeIn: nothing,
  seeAsk: async (_by, { presenter }) => {
    await sure(presenter, 'withdrawAsk');
    await sure(presenter, 'askToComeIn');
    return {};
  },
  stopCase: nothing,
  offerCase: nothing,
  // Said by the command before.
  withdrawOffer: nothing,
  stepOut: nothing,
  // Done by the command before.
  stepIn: nothing,
  askHelp: nothing,
  withdrawHelp: nothing,
  seeHelp: async (_by, { presenter }) => {
    await sure(presenter, 'withdrawHelp');
    await sure(presenter, 'askHelp');
    return { seat: presenter.view().you.seats[0].seat };
  },
  tellQuiet: (by) => ({ on: by.view().leader?.tellsQuiet === false }),
  askOut: async (by) => {
    const { seat } = somebody(by);
    await sure(by, 'askIn', { seat });
    return { seat };
  },
  askIn: async (by) => {
    const { seat } = somebody(by);
    await sure(by, 'askOut', { seat });
    return { seat };
  },
  askBeside: () => ONE_MORE,
  withdrawBeside: async (by) => {
    const asked = await by.command({ type: 'askBeside', ...ONE_MORE });
    // Whose line is for one person has nobody to take back.
    if (!asked.ok) return { ask: 'nobody-asked' };
    return { ask: await until('somebody who is asked for', () => by.view().you.beside.at(-1)?.id) };
  },
  answerBeside: async (by, { observer }) => {
    await must(observer, { type: 'askBeside', ...ONE_MORE });
    const asked = await until('somebody who is asked for', () => by.view().leader?.beside[0]);
    return { ask: asked.ask, letIn: false };
  },
  sitApart: () => ({ apart: true }),
  leave: nothing,
  remove: async (by, circle) => {
    const { line, people } = await stranger(by, circle);
    await must(by, { type: 'admit', line, answer: 'letIn' });
    return { seat: (await placeOf(by, people[0]?.name ?? '')).seat };
  },
  closeLine: async (by) => {
    const { seat } = speaker(by);
    await sure(by, 'freeLine', { seat });
    return { seat };
  },
  freeLine: async (by) => {
    const seat = by.view().leader?.closed[0] ?? speaker(by).seat;
    await sure(by, 'closeLine', { seat });
    return { seat };
  },
  // Each asks the other: nobody is asked twice within a moment.
  askToOpen: (by, { leader, coLeader }) => {
    const [one, other] = [leader, coLeader].map((page) => page.view().you.seats[0].seat);
    return { seat: by.view().you.seats[0].seat === one ? other : one };
  },
  nameBackup: async (by) => {
    const { seat } = somebody(by);
    return { seat: by.view().leader?.backup?.seat === seat ? null : seat };
  },
  agreeBackup: named,
  declineBackup: named,
  handOn: async (by) => {
    const { seat } = somebody(by);
    return { seat: by.view().leader?.handing?.seat === seat ? null : seat };
  },
  takeLead: nothing,
  declineLead: nothing,
  stepDown: nothing,
  // Stepped down by the command before.
  stepUp: nothing,
};

/** The command, with the room made ready for it. */
export const realCommand = async (
  name: PersonalCommandName,
  by: Page,
  circle: Circle,
): Promise<{ readonly type: PersonalCommandName }> => ({ ...(await READY[name](by, circle)), type: name });
