// A disk that is full when something is due, and a clock that was set back between two starts.

import { HOUR, MINUTE, SECOND } from '@tele-balint/shared/vocabulary';
import { describe, expect, it } from 'vitest';
import { freshId } from '../testing/raw-socket.ts';
import { until } from '../testing/until.ts';
import { comeIn, opened, server, world } from '../testing/world.ts';

/** Lets what an alarm has begun come to its end. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('bad times', () => {
  it('an end that is due on a full disk is tried less and less often, and comes when there is room [HS14]', async () => {
    const { registry, clock, by, id, faulty, lines } = await opened();
    await registry.handle(id, { command: { type: 'endSession' }, by, commandId: freshId() });
    faulty.fails = true;
    faulty.tries = 0;
    for (let quarter = 0; quarter < 4 * 660; quarter += 1) {
      clock.advance(SECOND / 4);
      await settle();
    }
    expect(registry.running()).toEqual([id]);
    // 1, 2, 4 … 32 s, then once a minute for the rest of ten minutes.
    expect(faulty.tries).toBeGreaterThan(5);
    expect(faulty.tries).toBeLessThan(20);
    // The stack once, then the reason.
    expect(lines).toHaveLength(faulty.tries);
    expect(lines.filter((line) => line.includes('"stack"'))).toHaveLength(1);
    faulty.fails = false;
    clock.advance(MINUTE);
    await until('the end', () => registry.running().length === 0);
  });

  it('goes on evenly from its last entry where the clock was set back by hours [HS14]', async () => {
    const { registry, rows, keys, clock, id, leader, group } = await opened();
    const seat = (page: string) => ({ type: 'connect', line: leader.line, page, sit: true }) as const;
    clock.advance(11 * SECOND);
    expect(
      (await registry.handle(id, { command: seat(freshId()), by: server, commandId: freshId() })).ok,
    ).toBe(true);
    registry.stop();
    const next = world({ log: rows, keys, start: clock.now() - 5 * HOUR });
    await next.registry.start();
    const take = async () =>
      next.registry.handle(id, { command: seat(freshId()), by: server, commandId: freshId() });
    expect((await take()).ok).toBe(true);
    // The pause between two windows is ten seconds, not five hours and ten seconds.
    next.clock.advance(11 * SECOND);
    expect(await take()).toMatchObject({ ok: true });
    expect(await take()).toMatchObject({ ok: false, refusal: 'too-soon' });

    await comeIn(next.registry, group, group.members[0]!, 'Ben');
    const grants = await next.registry.grantsOf(id);
    expect(grants).toHaveLength(2);
    const by = { kind: 'line', line: leader.line } as const;
    expect(
      (await next.registry.handle(id, { command: { type: 'endSession' }, by, commandId: freshId() })).ok,
    ).toBe(true);
    next.clock.advance(MINUTE);
    await until('the end', () => next.registry.running().length === 0);
    next.clock.advance(15 * MINUTE);
    await until('forgetting', async () => (await rows.sessions()).length === 0);
  });
});
