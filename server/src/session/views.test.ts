import { MOVE_REST } from '@tele-balint/shared/session/timer';
import { describe, expect, it, vi } from 'vitest';
import { freshId } from '../testing/raw-socket.ts';
import { until } from '../testing/until.ts';
import { comeIn, opened } from '../testing/world.ts';

describe('views of a session', () => {
  it('go to those only for whom they show something new [SK1]', async () => {
    const { registry, group, id, leader, by } = await opened();
    const member = await comeIn(registry, group, group.members[0]!, 'Ben');
    await comeIn(registry, group, group.members[1]!, 'Cleo');
    const numbers = () => [leader.views.length, member.views.length] as const;
    const [ofLeader, ofMember] = numbers();
    const room = leader.views.at(-1);
    if (room?.kind !== 'room') throw new Error('not in the room');
    const seat = room.places.find((place) => place.name === 'Cleo')!.seat;
    const command = { type: 'nameBackup', seat } as const;
    expect((await registry.handle(id, { command, by, commandId: freshId() })).ok).toBe(true);
    expect(numbers()).toEqual([ofLeader + 1, ofMember]);
    await registry.handle(id, { command: { type: 'closeDoor' }, by, commandId: freshId() });
    expect(numbers()).toEqual([ofLeader + 2, ofMember + 1]);
  });

  it('count in their version only what their page was shown [VW3]', async () => {
    const { registry, group, id, leader, by } = await opened();
    const member = await comeIn(registry, group, group.members[0]!, 'Ben');
    await comeIn(registry, group, group.members[1]!, 'Cleo');
    const versions = () => member.views.map(({ version }) => version);
    const [last] = versions().slice(-1);
    const seat = leader.views.at(-1);
    if (seat?.kind !== 'room') throw new Error('not in the room');
    const backup = seat.places.find((place) => place.name === 'Cleo')!.seat;
    const commands = [
      { type: 'nameBackup', seat: backup },
      { type: 'nameBackup', seat: null },
      { type: 'closeDoor' },
    ] as const;
    for (const command of commands)
      expect((await registry.handle(id, { command, by, commandId: freshId() })).ok).toBe(true);
    expect(versions().at(-1)).toBe(last! + 1);
  });

  it('tell leaders alone when the rest after a move is over, though no command comes [CM8]', async () => {
    const { registry, clock, group, id, leader, by } = await opened();
    const member = await comeIn(registry, group, group.members[0]!, 'Ben');
    const rests = () => {
      const view = leader.views.at(-1);
      return view?.kind === 'room' ? [view.leader?.rests, view.you.seats[0].can.includes('next')] : [];
    };
    expect(rests()).toEqual([false, true]);
    const command = { type: 'next', turn: 0 } as const;
    expect((await registry.handle(id, { command, by, commandId: freshId() })).ok).toBe(true);
    expect(rests()).toEqual([true, false]);
    const shown = member.views.length;
    clock.advance(MOVE_REST - 1);
    const again = { command: { type: 'next', turn: 1 }, by, commandId: freshId() } as const;
    expect(await registry.handle(id, again)).toEqual({ ok: false, refusal: 'too-soon' });
    clock.advance(1);
    await until('the end of the rest', () => rests()[0] === false);
    expect(rests()).toEqual([false, true]);
    expect(member.views).toHaveLength(shown);
  });

  it('are worked out once for a command, however many look on [HS30]', async () => {
    const { registry, group, id, enforcer, by } = await opened();
    const member = await comeIn(registry, group, group.members[0]!, 'Ben');
    const { report } = enforcer;
    let asked = 0;
    enforcer.report = (session) => {
      asked += 1;
      return report(session);
    };
    const shown = member.views.length;
    await registry.handle(id, { command: { type: 'closeDoor' }, by, commandId: freshId() });
    expect([asked, member.views.length]).toEqual([1, shown + 1]);
  });

  it('say to the enforcer what of its report they show [EN6]', async () => {
    const { registry, id, enforcer, leader } = await opened();
    const shown = vi.spyOn(enforcer, 'shown');
    const { line, identity } = leader;
    registry.watch(id, { line, identity, onView: () => undefined, onRelay: () => true });
    expect(shown.mock.calls).toEqual([[id, enforcer.report(id)]]);
  });

  it('come at once to a page that is back, though nothing is new [SK1]', async () => {
    const { registry, id, leader } = await opened();
    const views: unknown[] = [];
    for (const _ of [1, 2]) {
      const { line, identity } = leader;
      registry.watch(id, { line, identity, onView: (view) => views.push(view), onRelay: () => true })();
    }
    expect(views).toHaveLength(2);
  });
});
