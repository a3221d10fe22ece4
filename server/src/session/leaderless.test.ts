import type { RoomView, View } from '@tele-balint/shared/view/view';
import { HOUR, SECOND } from '@tele-balint/shared/vocabulary';
import { describe, expect, it } from 'vitest';
import { freshId } from '../testing/raw-socket.ts';
import { until } from '../testing/until.ts';
import { comeIn, opened, server } from '../testing/world.ts';

const room = (views: readonly View[]): RoomView => {
  const view = views.at(-1);
  if (view?.kind !== 'room') throw new Error('not in the room');
  return view;
};

/** Two leaders, the presenter and two members in a presentation in which a hand asks for the floor. */
const telling = async (withBackup: boolean) => {
  const at = await opened();
  const { registry, group, id, by, clock, leader } = at;
  const second = await comeIn(registry, group, group.coLeader, 'Bea');
  const [cleo, dora, eve] = [
    await comeIn(registry, group, group.members[0]!, 'Cleo'),
    await comeIn(registry, group, group.members[1]!, 'Dora'),
    await comeIn(registry, group, group.members[2]!, 'Eve'),
  ];
  const lead = async (command: Parameters<typeof registry.handle>[1]['command']) =>
    expect((await registry.handle(id, { command, by, commandId: freshId() })).ok).toBe(true);
  const seatOf = (views: readonly View[]) => room(views).you.seats[0].seat;
  await lead({ type: 'choosePresenter', seat: seatOf(cleo.views) });
  await lead({
    type: 'goTo',
    step: room(leader.views).course.steps[2]!.id,
    turn: room(leader.views).course.turn,
  });
  if (withBackup) {
    await lead({ type: 'nameBackup', seat: seatOf(dora.views) });
    const agreed = { command: { type: 'agreeBackup' }, by: { kind: 'line', line: dora.line } } as const;
    expect((await registry.handle(id, { ...agreed, commandId: freshId() })).ok).toBe(true);
  }
  const go = ({ line, identity }: Pick<typeof leader, 'line' | 'identity'>) =>
    registry.handle(id, {
      command: { type: 'disconnect', line, identity, seen: clock.now() },
      by: server,
      commandId: freshId(),
    });
  const maySpeak = ({ identity }: Pick<typeof leader, 'identity'>) =>
    at.enforcer.desired.get(id)?.grants.find((grant) => grant.identity === identity)?.microphone;
  return { ...at, second, cleo, dora, eve, go, maySpeak };
};

describe('a session that its leaders’ lines have left', () => {
  it('has the backup lead on after 30 s, in the media server and in the views, though no command comes [LD2]', async () => {
    const { clock, leader, second, dora, eve, go, maySpeak } = await telling(true);
    await go(leader);
    clock.advance(20 * SECOND);
    await go(second);
    clock.advance(30 * SECOND - 1);
    expect([room(dora.views).you.seats[0].leads, maySpeak(dora)]).toEqual([false, false]);
    clock.advance(1);
    await until('the backup to lead on', () => room(dora.views).you.seats[0].leads);
    expect([maySpeak(dora), maySpeak(eve)]).toEqual([true, false]);
    expect(room(eve.views).notices).toMatchObject([
      { type: 'leadsOn', seat: room(dora.views).you.seats[0].seat },
    ]);
  });

  it('lets a floor count as open after 30 s where there is no backup, though no command comes [LD4]', async () => {
    const { clock, leader, second, dora, eve, go, maySpeak } = await telling(false);
    await Promise.all([go(leader), go(second)]);
    clock.advance(30 * SECOND - 1);
    expect([maySpeak(dora), maySpeak(eve)]).toEqual([false, false]);
    clock.advance(1);
    await until('the right to speak', () => room(eve.views).you.may.microphone);
    expect([maySpeak(dora), maySpeak(eve)]).toEqual([true, true]);
  });

  it('does so as well where the 30 s are over while something else is being made true [LD4]', async () => {
    const { registry, enforcer, clock, id, leader, second, eve, go, maySpeak } = await telling(false);
    await Promise.all([go(leader), go(second)]);
    clock.advance(28 * SECOND - 1);
    // Whether it can be taken back changes after two seconds, a millisecond before the leaders' time is over.
    const by = { kind: 'line', line: eve.line } as const;
    expect((await registry.handle(id, { command: { type: 'askHelp' }, by, commandId: freshId() })).ok).toBe(
      true,
    );
    const { desire } = enforcer;
    let [held, release] = [false, () => {}];
    const hold = new Promise<void>((resolve) => (release = resolve));
    enforcer.desire = async (desired) => {
      await desire(desired);
      held = true;
      await hold;
    };
    clock.advance(2 * SECOND);
    await until('what is being made true', () => held);
    clock.advance(1);
    release();
    await until('the right to speak in the media server', () => {
      clock.advance(SECOND);
      return maySpeak(eve) === true;
    });
  });

  it('ends two hours after its last line left, though no command comes [TM6]', async () => {
    const { registry, clock, id, leader, second, cleo, dora, eve, go } = await telling(false);
    for (const line of [leader, second, cleo, dora, eve]) await go(line);
    // The alarm for the leaders rings first; the one for the end comes from what it finds.
    clock.advance(30 * SECOND);
    await until('the alarm of the leaders', () => room(eve.views).you.may.microphone);
    clock.advance(2 * HOUR - 30 * SECOND - 1);
    expect(registry.running()).toEqual([id]);
    clock.advance(1);
    await until('the end', () => registry.running().length === 0);
  });
});
