import { DAY, HOUR, MINUTE } from '@tele-balint/shared/vocabulary';
import { describe, expect, it } from 'vitest';
import { freshGroup, type Link } from '../testing/group.ts';
import { freshId } from '../testing/raw-socket.ts';
import { until } from '../testing/until.ts';
import { begin, bodyOf, comeIn, enterBody, idOf, server, world } from '../testing/world.ts';

/** A session for a day, or for none; with what leaders do who look in. */
const planned = async (ahead: number | null) => {
  const at = world();
  const group = freshGroup();
  const id = idOf(group);
  const date = ahead === null ? {} : { startsAt: (at.clock.now() + ahead) as never };
  const opened = await at.registry.open(id, { ...bodyOf(group), ...date });
  const looksIn = async (link: Link, name: string) => {
    const came = await comeIn(at.registry, group, link, name);
    at.clock.advance(10 * MINUTE);
    const { line, identity } = came;
    const gone = { type: 'disconnect', line, identity, seen: at.clock.now() } as const;
    await at.registry.handle(id, { command: gone, by: server, commandId: freshId() });
    return came;
  };
  return { ...at, group, id, opened, looksIn };
};

describe('looking in before a session has begun', () => {
  it.each([null, DAY])(
    'leaves every link and place good for four days, a new start between (date in %s ms) [HS10]',
    async (ahead) => {
      const { registry, clock, rows, keys, group, id, looksIn } = await planned(ahead);
      const { line, token } = await looksIn(group.leader, 'Ruth');
      clock.advance(3 * HOUR);
      await looksIn(group.coLeader, 'Tomás');
      clock.advance(DAY);
      registry.stop();
      const next = world({ log: rows, keys, start: clock.now() });
      await next.registry.start();
      next.clock.advance(3 * DAY);
      for (const link of [group.leader, group.coLeader, group.open, ...group.members])
        expect(await next.registry.look(id, link.hash)).toMatchObject({ led: false });
      expect(await next.registry.lineOf(id, token)).toBe(line);
      expect(await next.registry.enter(id, group.open.hash, enterBody('Mei'))).toMatchObject({ ok: true });
      const ruth = await next.registry.enter(id, group.leader.hash, { ...enterBody('Ruth'), takeOver: true });
      expect(ruth).toMatchObject({ ok: true });
    },
  );

  it.each([null, 40 * DAY])('ends fourteen days after its date or opening (%s ms) [HS10]', async (ahead) => {
    const { registry, clock, group, id, looksIn } = await planned(ahead);
    await looksIn(group.leader, 'Ruth');
    clock.advance((ahead ?? 0) + 14 * DAY - 10 * MINUTE - 1);
    expect(await registry.look(id, group.open.hash)).toMatchObject({ led: false });
    await until('the end', async () => {
      clock.advance(1);
      return (await registry.look(id, group.open.hash)) === 'over';
    });
  });

  it('lets in who waits when the time of the door comes, by itself, once a leader is there [DR18, HS10]', async () => {
    const { registry, clock, rows, keys, group, id } = await planned(DAY);
    const anna = await comeIn(registry, group, group.members[0]!, 'Anna');
    expect(anna.views.at(-1)).toMatchObject({ kind: 'door', reason: 'too-early' });
    const ruth = await comeIn(registry, group, group.leader, 'Ruth');
    expect(anna.views.at(-1)).toMatchObject({ kind: 'door', reason: 'too-early' });
    clock.advance(DAY - 15 * MINUTE);
    await until('Anna in the circle', () => anna.views.at(-1)?.kind === 'room');
    await begin({ registry, clock }, id, ruth);
    expect(registry.running()).toEqual([id]);
    registry.stop();
    const next = world({ log: rows, keys, start: clock.now() });
    await next.registry.start();
    expect(next.registry.running()).toEqual([id]);
  });

  it('makes up for the time of the door where the server was away then [HS10]', async () => {
    const { registry, clock, rows, keys, group, id } = await planned(DAY);
    const { line } = await comeIn(registry, group, group.members[0]!, 'Anna');
    await comeIn(registry, group, group.leader, 'Ruth');
    registry.stop();
    const next = world({ log: rows, keys, start: clock.now() + DAY });
    await next.registry.start();
    next.clock.advance(1_000);
    const ruth = { ...enterBody('Ruth'), takeOver: true };
    await until('the next leader', async () => (await next.registry.enter(id, group.leader.hash, ruth)).ok);
    await until('Anna in the circle', async () =>
      (await next.registry.grantsOf(id)).some((grant) => grant.line === line),
    );
  });

  it('is opened for a date within a year only [TM8]', async () => {
    expect((await planned(-11 * MINUTE)).opened).toMatchObject({ ok: false, refusal: 'bad-date' });
    expect((await planned(367 * DAY)).opened).toMatchObject({ ok: false, refusal: 'bad-date' });
    expect((await planned(366 * DAY)).opened).toMatchObject({ ok: true });
  });
});
