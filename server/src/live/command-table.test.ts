// Every command × who × kind, fired at a live socket, against the table as a hand wrote it. A no is tried with targets that are
// nobody; a yes with a real one, in a room made ready for it, and must be done.

import type { PersonalCommandName } from '@tele-balint/shared/decisions/commands';
import { personalCommand } from '@tele-balint/shared/decisions/commands-schema';
import type { Refusal } from '@tele-balint/shared/decisions/refusals';
import { PRESETS } from '@tele-balint/shared/protocol/presets';
import { holdsIn, TABLE, type Where } from '@tele-balint/shared/testing/command-table';
import { MOVE_REST } from '@tele-balint/shared/session/timer';
import type { LineId, SessionId } from '@tele-balint/shared/vocabulary';
import type { Ack } from '@tele-balint/shared/wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { circleIn, goTo, must, placeOf, type Circle, type Page, type Person } from '../testing/circle.ts';
import { FRAMES } from '../testing/command-frames.ts';
import { listening, type Listening } from '../testing/listening.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { freshId } from '../testing/raw-socket.ts';
import { realCommand } from '../testing/real-commands.ts';
import { until } from '../testing/until.ts';

/** `left` = somebody who had a place and left; `acting` = the backup while they lead on. */
type Actor = Exclude<Person, 'backup'> | 'acting' | 'left';

/** All that the presets have. */
const KINDS = PRESETS.long105.map(({ kind }) => kind);
/** Leaders last: what they do changes the room for the others. */
const ACTORS = ['waiting', 'observer', 'member', 'presenter', 'coLeader', 'leader'] as const;

const NAMES = Object.keys(FRAMES) as PersonalCommandName[];
/** What ends the sender's own line or rights comes when everything else is done. */
const ENDS: readonly PersonalCommandName[] = ['nameBackup', 'declineBackup', 'goAway', 'leave'];

/** What the table alone says of a command. */
const byTable = (name: PersonalCommandName, actor: Actor, kind: Where): boolean => {
  const [who, when] = TABLE[name];
  if (actor === 'left') return false;
  if (actor === 'waiting' || who === 'waiting') return actor === who;
  if (!holdsIn(when, kind)) return false;
  if (who === 'leader') return actor === 'leader' || actor === 'coLeader' || actor === 'acting';
  if (who === 'presents') return actor === 'presenter';
  if (who === 'presenter') return actor === 'presenter' && holdsIn('back', kind);
  return who === 'seat';
};

/** The refusals by which the table says no. */
const TABLE_REFUSALS: readonly Refusal[] = [
  'not-in-room',
  'not-leader',
  'not-presenter',
  'wrong-phase',
  'not-begun',
];

/** Where a rule past the table must say no to what the table lets pass, and how; `null` = it must be done. */
const pastTheTable = (name: PersonalCommandName, actor: Actor, kind: Where): Refusal | null => {
  if (name === 'next' && kind === 'closing') return 'no-such-step';
  if (name === 'back' && kind === 'arrive') return 'no-such-step';
  if (name === 'begin') return 'nothing-to-do';
  // Neither the call nor moving the chair back has a time that could be extended, or held.
  if (['extend', 'hold', 'resume'].includes(name) && (kind === 'call' || kind === 'pushBack'))
    return 'nothing-to-do';
  // A hand is for those whose voice is the floor: the others may speak, or never in this step.
  if (name === 'raiseHand' && actor !== 'member') return 'wrong-phase';
  if (name === 'lowerHand' && actor !== 'member') return 'nothing-to-do';
  // Only a member who does not lead could present a case.
  if (name === 'offerCase' && actor !== 'member' && actor !== 'presenter') return 'not-a-leaders-place';
  if (name === 'withdrawOffer' && actor !== 'member' && actor !== 'presenter') return 'nothing-to-do';
  // Only whoever was named can agree, and nobody was asked to lead in another's place.
  if (name === 'agreeBackup' || name === 'declineBackup') {
    if (actor === 'member' || (actor === 'acting' && name === 'declineBackup')) return null;
    return 'nothing-to-do';
  }
  if (name === 'takeLead' || name === 'declineLead') return 'nothing-to-do';
  if (name === 'stepUp' && actor !== 'leader' && actor !== 'coLeader') return 'nothing-to-do';
  // Whoever only stands in has nothing to step down from, or to hand on.
  if (actor === 'acting' && name === 'stepDown') return 'nothing-to-do';
  if (actor === 'acting' && name === 'handOn') return 'not-leader';
  // The call was made a second ago, or two where leaders rest between: a second tap takes nothing back.
  const leads = actor === 'leader' || actor === 'coLeader' || actor === 'acting';
  if (name === 'withdrawHelp') return leads && kind !== 'before' ? null : 'too-soon';
  // Whoever leads, or agreed to lead on, shares no camera; nobody of this circle shares one with the presenter.
  if (name === 'askBeside' && (leads || actor === 'member')) return 'one-person-link';
  if (name === 'withdrawBeside' && (leads || actor === 'member')) return 'no-such-person';
  if (name === 'sitApart') return 'nothing-to-do';
  // The presenter comes in alone only while nobody leads; that they then do is tried below.
  if (name === 'comeIn') return 'not-leader';
  return null;
};

describe('the table of commands', { timeout: 60_000 }, () => {
  const clock = manualClock();
  let at: Listening;
  beforeAll(async () => {
    at = await listening({ clock });
  });
  afterAll(() => at.stop());

  /** A second passes, so that a move is no double click. */
  const rested = (): void => clock.advance(MOVE_REST);

  const noesOf = async (actor: Actor, kind: Where, send: (command: object) => Promise<Ack>) => {
    const wrong: string[] = [];
    for (const type of NAMES.filter((name) => !byTable(name, actor, kind))) {
      const ack = await send({ type, ...FRAMES[type] });
      if (ack.ok || !TABLE_REFUSALS.includes(ack.refusal))
        wrong.push(`no: ${actor} ${type}: ${JSON.stringify(ack)}`);
    }
    return wrong;
  };

  /** Whoever went back to before the case has to choose again. */
  const chosen = async (by: Page, { presenter }: Circle): Promise<void> => {
    const { presenter: presents, you } = by.view();
    if (presents === null && you.seats[0].can.includes('choosePresenter'))
      await must(by, { type: 'choosePresenter', seat: presenter.view().you.seats[0].seat });
  };

  const yesOf = async (
    actor: Actor,
    kind: Where,
    by: Page,
    circle: Circle,
    names: readonly PersonalCommandName[],
  ) => {
    const wrong: string[] = [];
    const leads = actor === 'leader' || actor === 'coLeader' || actor === 'acting';
    for (const name of names.filter((one) => byTable(one, actor, kind))) {
      if (leads && name !== 'leave' && kind !== 'before') {
        rested();
        await chosen(by, circle);
        await goTo(by, kind);
      }
      rested();
      const ack = await by.command(await realCommand(name, by, circle));
      if ((ack.ok ? null : ack.refusal) !== pastTheTable(name, actor, kind))
        wrong.push(`yes: ${actor} ${name}: ${JSON.stringify(ack)}`);
    }
    return wrong;
  };
  const unending = NAMES.filter((name) => !ENDS.includes(name));

  /** Both leaders' lines go, and their grace passes. */
  const withoutLeaders = async ({ leader, coLeader }: Circle, witness: Page): Promise<void> => {
    for (const page of [leader, coLeader]) page.close();
    await until('leaders that are away', () =>
      ['Anna', 'Bea'].every(
        (name) => witness.view().places.find((place) => place.name === name)?.presence === 'away',
      ),
    );
    clock.advance(31_000);
  };

  it('has a frame here for every row that a person may send', () => {
    const rows = Object.entries(TABLE);
    const personal = rows.filter(([, [who]]) => who !== 'door' && who !== 'server').map(([name]) => name);
    expect(NAMES.toSorted()).toEqual(personal.toSorted());
  });

  it.each(KINDS)('is what the server does in %s, for everybody [SK19]', async (kind) => {
    const circle = await circleIn(at.url, kind);
    const wrong: string[] = [];
    for (const actor of ACTORS) wrong.push(...(await noesOf(actor, kind, circle[actor].command)));
    for (const actor of ACTORS) {
      await circle[actor].comeBack();
      wrong.push(
        ...(await yesOf(actor, kind, circle[actor], circle, [...unending, 'nameBackup', 'declineBackup'])),
      );
    }
    for (const actor of ACTORS)
      wrong.push(...(await yesOf(actor, kind, circle[actor], circle, ['goAway', 'leave'])));
    expect(wrong).toEqual([]);
  });

  it('is what the server does before a session has begun, for everybody [SK19, TM7]', async () => {
    const circle = await circleIn(at.url, 'before');
    const wrong: string[] = [];
    for (const actor of ACTORS) wrong.push(...(await noesOf(actor, 'before', circle[actor].command)));
    const beginning: readonly PersonalCommandName[] = ['begin', 'next', 'goTo'];
    const others = [
      ...unending.filter((name) => !beginning.includes(name)),
      'nameBackup',
      'declineBackup',
    ] as const;
    for (const actor of ACTORS) {
      await circle[actor].comeBack();
      wrong.push(...(await yesOf(actor, 'before', circle[actor], circle, others)));
    }
    expect(wrong).toEqual([]);
    expect(circle.leader.view().session.begun).toBe(false);
    expect(await circle.leader.command({ type: 'begin' })).toMatchObject({ ok: true });
    await until('the beginning', () => circle.member.view().session.begun);
  });

  it.each(KINDS)('is what the server does in %s, for a backup who leads on [SK19]', async (kind) => {
    const circle = await circleIn(at.url, kind);
    const { leader, backup } = circle;
    await must(leader, { type: 'nameBackup', seat: (await placeOf(leader, 'Gus')).seat });
    await must(backup, { type: 'agreeBackup' });
    await withoutLeaders(circle, backup);
    await until('a backup who leads on', () => backup.view().you.seats[0].leads);
    const wrong = await noesOf('acting', kind, backup.command);
    wrong.push(...(await yesOf('acting', kind, backup, circle, [...unending, 'declineBackup', 'leave'])));
    expect(wrong).toEqual([]);
  });

  it.each(KINDS.filter((kind) => holdsIn('back', kind)))(
    'lets the presenter come in from %s while nobody leads [SK19]',
    async (kind) => {
      const circle = await circleIn(at.url, kind);
      const { presenter } = circle;
      await withoutLeaders(circle, presenter);
      expect(await presenter.command({ type: 'comeIn' })).toMatchObject({ ok: true });
      await until('the return', () => presenter.view().course.kind === 'return');
    },
  );

  it('has a no to everything for who has left [SK19]', async () => {
    const { group, leader, member } = await circleIn(at.url, 'presentation');
    const line: LineId = member.view().you.line;
    await must(member, { type: 'leave' });
    // Their connection is closed, so what they had under way is handed in behind it.
    const send = (command: object): Promise<Ack> =>
      at.app.registry.handle(group.id as SessionId, {
        command: personalCommand.parse(command),
        by: { kind: 'line', line },
        commandId: freshId(),
      });
    expect(await noesOf('left', 'presentation', send)).toEqual([]);
    await until('a place that was left', async () => (await placeOf(leader, 'Dora')).presence === 'left');
  });
});
