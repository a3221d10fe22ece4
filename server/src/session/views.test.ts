import { describe, expect, it } from 'vitest';
import { freshId } from '../testing/raw-socket.ts';
import { comeIn, opened } from '../testing/world.ts';

describe('views of a session', () => {
  it('go to those only for whom they show something new [SK1]', async () => {
    const { registry, group, id, leader, by } = await opened();
    const member = await comeIn(registry, group, group.members[0]!, 'Ben');
    const numbers = () => [leader.views.length, member.views.length] as const;
    const [ofLeader, ofMember] = numbers();
    const room = leader.views.at(-1);
    if (room?.kind !== 'room') throw new Error('not in the room');
    const seat = room.places.find((place) => place.name === 'Ben')!.seat;
    const command = { type: 'nameBackup', seat } as const;
    expect((await registry.handle(id, { command, by, commandId: freshId() })).ok).toBe(true);
    expect(numbers()).toEqual([ofLeader + 1, ofMember]);
    await registry.handle(id, { command: { type: 'closeDoor' }, by, commandId: freshId() });
    expect(numbers()).toEqual([ofLeader + 2, ofMember + 1]);
  });

  it('count in their version only what their page was shown [VW4]', async () => {
    const { registry, group, id, leader, by } = await opened();
    const member = await comeIn(registry, group, group.members[0]!, 'Ben');
    const versions = () => member.views.map(({ version }) => version);
    const [last] = versions().slice(-1);
    const seat = leader.views.at(-1);
    if (seat?.kind !== 'room') throw new Error('not in the room');
    const backup = seat.places.find((place) => place.name === 'Ben')!.seat;
    const commands = [
      { type: 'nameBackup', seat: backup },
      { type: 'nameBackup', seat: null },
      { type: 'closeDoor' },
    ] as const;
    for (const command of commands)
      expect((await registry.handle(id, { command, by, commandId: freshId() })).ok).toBe(true);
    expect(versions().at(-1)).toBe(last! + 1);
  });

  it('come at once to a page that is back, though nothing is new [SK1]', async () => {
    const { registry, id, leader } = await opened();
    const views: unknown[] = [];
    for (const _ of [1, 2]) {
      const { line, identity } = leader;
      registry.watch(id, { line, identity, onView: (view) => views.push(view) })();
    }
    expect(views).toHaveLength(2);
  });
});
