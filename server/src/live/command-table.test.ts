// Every command × who × kind, fired at a live socket, against the table as a hand wrote it.

import type { PersonalCommandName } from '@tele-balint/shared/decisions/commands';
import { TABLE } from '@tele-balint/shared/testing/command-table';
import type { PhaseKind } from '@tele-balint/shared/vocabulary';
import type { Ack } from '@tele-balint/shared/wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enter, openGroup, type Group } from '../testing/group.ts';
import { listening, type Listening } from '../testing/listening.ts';
import { freshId, knock, type RawSocket } from '../testing/raw-socket.ts';

type Actor = 'leader' | 'coLeader' | 'presenter' | 'member' | 'observer' | 'waiting';

const KINDS: readonly PhaseKind[] = [
  'arrive',
  'call',
  'presentation',
  'questions',
  'pushBack',
  'discussion',
  'return',
  'closing',
];
/** Who goes away last goes last, leaders at the end: their going would change who leads. */
const ACTORS: readonly Actor[] = ['waiting', 'observer', 'member', 'presenter', 'coLeader', 'leader'];
const BACK: readonly PhaseKind[] = ['pushBack', 'discussion'];

const nobody = 'nobody-of-this-session';
const hash = 'h'.repeat(43);

/** A well-formed frame for each command. Targets are strangers and turns old, so that what may be changed little. */
const FRAMES: Record<PersonalCommandName, object> = {
  goAway: {},
  admit: { line: nobody, answer: 'letIn' },
  openDoor: {},
  closeDoor: {},
  addInvitation: { invitation: nobody, hash, kind: 'personal', role: 'member', name: null },
  renewInvitation: { invitation: 'no-such-invitation', hash },
  revokeInvitation: { invitation: 'no-such-invitation' },
  choosePresenter: { seat: nobody },
  next: { turn: 999_999 },
  back: { turn: 999_999 },
  goTo: { step: 0, turn: 999_999 },
  extend: { minutes: 1, turn: 999_999 },
  hold: {},
  resume: {},
  bringBack: { turn: 999_999 },
  endSession: {},
  keepSession: {},
  raiseHand: {},
  lowerHand: {},
  giveFloor: { seat: nobody },
  takeFloor: { seat: nobody },
  openVoice: { role: 'observer', voice: 'open' },
  askToComeIn: {},
  withdrawAsk: {},
  comeIn: {},
  seeAsk: {},
  remove: { seat: nobody },
  nameBackup: { seat: nobody },
  leave: {},
};
const NAMES = Object.keys(FRAMES) as PersonalCommandName[];

/** What ends the sender's own line comes last. */
const inOrder = (actor: Actor): readonly PersonalCommandName[] => {
  const ends: PersonalCommandName[] = actor === 'waiting' ? ['leave', 'goAway'] : ['goAway', 'leave'];
  return [...NAMES.filter((name) => !ends.includes(name)), ...ends];
};

/** What the table alone says of a command. */
const byTable = (name: PersonalCommandName, actor: Actor, kind: PhaseKind): boolean => {
  const [who, kinds] = TABLE[name];
  if (actor === 'waiting' || who === 'waiting') return actor === who;
  if (kinds !== 'any' && !kinds.includes(kind)) return false;
  if (who === 'leader') return actor === 'leader' || actor === 'coLeader';
  if (who === 'presenter') return actor === 'presenter' && BACK.includes(kind);
  return who === 'seat';
};

/** The refusals by which the table says no; every other answer means that it let the command pass. */
const TABLE_REFUSALS = ['not-in-room', 'not-leader', 'not-presenter', 'wrong-phase'];
const passed = (name: PersonalCommandName, kind: PhaseKind, ack: Ack): boolean =>
  ack.ok ||
  !TABLE_REFUSALS.includes(ack.refusal) ||
  // Two rules past the table say no with a word of the table: the presenter comes in alone only while nobody leads,
  (name === 'comeIn' && ack.refusal === 'not-leader') ||
  // and a hand is for who needs one: the others may speak, or never in this step.
  (name === 'raiseHand' && kind === 'presentation' && ack.refusal === 'wrong-phase');

describe('the table of commands', { timeout: 60_000 }, () => {
  let at: Listening;
  beforeAll(async () => {
    at = await listening();
  });
  afterAll(() => at.stop());

  /** One connection carries twenty commands at once: the page comes back on a new one for the next. */
  const pageOf = async (group: Group, token: string) => {
    const knocking = { session: group.id, token, page: freshId() };
    let socket: RawSocket = await knock(at.url, knocking);
    let left = 18;
    return {
      view: () => socket.room(),
      command: async (command: object): Promise<Ack> => {
        if (left === 0) {
          socket = await knock(at.url, knocking);
          left = 18;
        }
        left -= 1;
        return socket.command(command);
      },
    };
  };

  /** A group with everybody in it, moved into a kind of step. */
  const groupIn = async (kind: PhaseKind) => {
    const group = await openGroup(at.url, 'online60');
    const come = async (link: (typeof group)['leader'], name: string) =>
      pageOf(group, await enter(at.url, group, link, name));
    const leader = await come(group.leader, 'Anna');
    const actors = {
      leader,
      coLeader: await come(group.coLeader, 'Bea'),
      presenter: await come(group.members[0]!, 'Cleo'),
      member: await come(group.members[1]!, 'Dora'),
      observer: await come(group.observer, 'Eve'),
      waiting: await come(group.open, 'Fay'),
    };
    const { seat } = leader.view().places.find((place) => place.name === 'Cleo')!;
    expect((await leader.command({ type: 'choosePresenter', seat })).ok).toBe(true);
    const { steps, turn } = leader.view().course;
    const step = steps.findIndex((one) => one.kind === kind);
    if (step > 0) expect((await leader.command({ type: 'goTo', step, turn })).ok).toBe(true);
    expect(leader.view().course.kind).toBe(kind);
    return actors;
  };

  it('has a frame here for every row that a person may send', () => {
    const rows = Object.entries(TABLE);
    const personal = rows.filter(([, [who]]) => who !== 'door' && who !== 'server').map(([name]) => name);
    expect(NAMES.toSorted()).toEqual(personal.toSorted());
  });

  it.each(KINDS)('is what the server does in %s, for everybody [SK19]', async (kind) => {
    const actors = await groupIn(kind);
    const wrong: string[] = [];
    for (const actor of ACTORS) {
      for (const name of inOrder(actor)) {
        const ack = await actors[actor].command({ type: name, ...FRAMES[name] });
        if (passed(name, kind, ack) !== byTable(name, actor, kind))
          wrong.push(`${actor} ${name}: ${JSON.stringify(ack)}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
