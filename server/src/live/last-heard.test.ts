import { expect, it } from 'vitest';
import { comeIn, openGroup } from '../testing/group.ts';
import { listening } from '../testing/listening.ts';
import { until } from '../testing/until.ts';

/** Milliseconds. */
const TIMEOUT = 1_000;

it('counts a line as away from its last sign of life [SK23]', { timeout: 60_000 }, async () => {
  const env = { PING_INTERVAL_MS: '100', PING_TIMEOUT_MS: String(TIMEOUT) };
  const at = await listening({ env });
  const group = await openGroup(at.url);
  const leader = await comeIn(at.url, group, group.leader, 'Anna');
  const broken = await comeIn(at.url, group, group.members[0]!, 'Ben');
  const closed = await comeIn(at.url, group, group.members[1]!, 'Cleo');
  const awayOf = (name: string) =>
    until(`${name} to be away`, () => {
      const room = leader.room();
      const seat = room.places.find((place) => place.name === name)?.seat;
      const away = room.leader?.away.find((one) => one.seat === seat);
      return away && room.now - away.since;
    });
  broken.ws.pause();
  expect(await awayOf('Ben')).toBeGreaterThanOrEqual(TIMEOUT - 100);
  closed.close();
  expect(await awayOf('Cleo')).toBeLessThan(TIMEOUT - 100);
  await at.stop();
});
