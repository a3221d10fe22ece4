// kill -9 at every failpoint inside a command, then a new start on the same folder.

import { MINUTE } from '@tele-balint/shared/vocabulary';
import type { Ack } from '@tele-balint/shared/wire';
import { describe, expect, it } from 'vitest';
import { FAILPOINTS, type FailpointName } from '../failpoint.ts';
import { startChild } from '../testing/child.ts';
import { enter, openGroup } from '../testing/group.ts';
import { freshId, knock } from '../testing/raw-socket.ts';
import { temporary } from '../testing/temporary.ts';
import { until } from '../testing/until.ts';

const origin = 'http://localhost:1';
/** Commands sent; the third one meets the failpoint. Each moves the step's end by a minute, so doubling would show. */
const SENT = 5;
/** How often a point has been passed before the third command: opening, entering, connecting and Begin pass most of them too. */
const BEFORE: Record<FailpointName, number> = {
  'before-append': 6,
  'after-append': 6,
  'after-memory': 6,
  'after-enforce': 6,
  // Begin is shown, and the end of the rest after it.
  'mid-views': 4,
  'before-ack': 6,
};

describe('kill -9', { timeout: 120_000 }, () => {
  it.each(FAILPOINTS)('%s: nothing answered is lost, nothing is done twice [HS1]', async (name) => {
    const dir = temporary();
    const first = await startChild(dir, { TELE_BALINT_FAILPOINT: `${name}:${BEFORE[name] + 1}` });
    const group = await openGroup(first.url);
    const token = await enter(first.url, group, group.leader, 'Anna');
    const page = freshId();
    const leader = await knock(first.url, { session: group.id, token, page, origin });
    await leader.command({ type: 'begin' });
    await until('the end of the rest after Begin', () => leader.room().leader?.rests === false);
    const { turn, clock } = leader.room().course;
    const startEnd = clock!.endsAt;
    const ids = Array.from({ length: SENT }, freshId);
    const extend = { type: 'extend', minutes: 1, turn };
    const before = new Map<string, Ack>();
    for (const id of ids) {
      try {
        before.set(id, await leader.command(extend, id));
      } catch {
        break;
      }
    }
    expect(await first.gone).toBe('SIGKILL');
    // Views also go out when the media server, which is away here, is reported so.
    if (name === 'mid-views') expect([1, 2]).toContain(before.size);
    else expect(before.size).toBe(2);

    const second = await startChild(dir);
    const again = await knock(second.url, { session: group.id, token, page, origin });
    expect(again.room().course.clock!.endsAt).toBeGreaterThanOrEqual(startEnd + before.size * MINUTE);
    // The page sends everything again, as it would: what was done stays done once, the rest is done now.
    for (const id of ids) {
      const ack = await again.command(extend, id);
      expect(ack).toEqual(before.get(id) ?? expect.objectContaining({ ok: true }));
    }
    expect(again.room().course.clock!.endsAt).toBe(startEnd + SENT * MINUTE);
    second.process.kill('SIGTERM');
    expect(await second.gone).toBe(0);
  });

  it('ends quietly within five seconds when asked, with people in the room [HS2]', async () => {
    const dir = temporary();
    const child = await startChild(dir);
    const group = await openGroup(child.url);
    const token = await enter(child.url, group, group.leader, 'Anna Canary');
    const leader = await knock(child.url, { session: group.id, token, origin });
    leader.ws.pause();
    const asked = performance.now();
    child.process.kill('SIGTERM');
    expect(await child.gone).toBe(0);
    expect(performance.now() - asked).toBeLessThan(5_000);
    expect(child.output()).not.toMatch(/Canary/);
    expect(child.output()).not.toContain(token);
  });
});
