// The time to stay over sockets and starts: which room everybody is let into, who can be sent an envelope, and its own end.

import { MINUTE, SECOND } from '@tele-balint/shared/vocabulary';
import { describe, expect, it } from 'vitest';
import { freshId } from '../testing/raw-socket.ts';
import { until } from '../testing/until.ts';
import { comeIn, opened, world } from '../testing/world.ts';

/** Ada leads, Ben and Cleo stay; the evening has just ended with ten minutes to stay. */
const left = async () => {
  const all = await opened();
  const { registry, clock, id, by, group } = all;
  const order = (command: object) =>
    registry.handle(id, { command: command as never, by, commandId: freshId() });
  const [ben, cleo] = await Promise.all(
    group.members.slice(0, 2).map((link, index) => comeIn(registry, group, link, ['Ben', 'Cleo'][index]!)),
  );
  expect(await order({ type: 'endSession', stay: true })).toMatchObject({ ok: true });
  clock.advance(MINUTE);
  await until('two rooms', async () =>
    (await registry.grantsOf(id)).some(({ space }) => space === 'debrief'),
  );
  return { ...all, order, ben: ben!, cleo: cleo! };
};

describe('the time to stay', () => {
  it('lets everybody into the room of their own space, and into no other [LV6, HT7]', async () => {
    const { registry, id, leader, ben } = await left();
    const grants = await registry.grantsOf(id);
    const of = (line: string) => grants.find((grant) => grant.line === line)!;
    expect(of(leader.line).room).toMatch(/\.debrief$/);
    expect(of(ben.line).room).toMatch(/\.circle$/);
    expect(await registry.rightsOf(of(leader.line).identity)).toEqual(of(leader.line));
  });

  it('carries no envelope from one space to the other [PH3, SK6]', async () => {
    const { registry, id, leader, ben, cleo } = await left();
    const to = [leader.line, ben.line, cleo.line];
    expect(await registry.relay(id, ben, { to, sealed: 'from Ben' })).toEqual({ got: [cleo.line] });
    expect(await registry.relay(id, leader, { to, sealed: 'from Anna' })).toEqual({ got: [] });
    expect(cleo.relayed).toEqual([{ from: ben.line, sealed: 'from Ben' }]);
    expect([leader.relayed, ben.relayed]).toEqual([[], []]);
  });

  it('goes on over a new start in the midst, and ends at its time [LV5]', async () => {
    const { registry, clock, id, rows, keys, group } = await left();
    clock.advance(4 * MINUTE);
    registry.stop();
    const next = world({ log: rows, keys, start: clock.now() });
    await next.registry.start();
    const spaces = async () => (await next.registry.grantsOf(id)).map(({ space }) => space).toSorted();
    expect(await spaces()).toEqual(['circle', 'circle', 'debrief']);
    expect(await next.registry.look(id, group.members[2]!.hash)).toBe('over');
    next.clock.advance(6 * MINUTE);
    await until('the end of the circle', async () => (await spaces()).join() === 'debrief');
    expect(next.registry.running()).toEqual([id]);
  });

  it('that came to its end while the server was away ends at the start [LV5]', async () => {
    const { registry, clock, id, rows, keys } = await left();
    registry.stop();
    const next = world({ log: rows, keys, start: clock.now() + 11 * MINUTE });
    await next.registry.start();
    next.clock.advance(SECOND);
    await until('the end of the circle', async () =>
      (await next.registry.grantsOf(id)).every(({ space }) => space === 'debrief'),
    );
  });
});
