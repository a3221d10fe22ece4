// What our start costs the media server when a thousand people stand in the logs.

import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { SessionId } from '@tele-balint/shared/vocabulary';
import { describe, expect, test, vi } from 'vitest';
import { createLiveKit } from '../livekit/livekit.ts';
import { ALL, enforced, grant, NONE, SILENT } from '../testing/enforced.ts';

const SESSIONS = 63;
const PEOPLE = 16;

describe('a start with a thousand people in the logs', () => {
  const at = enforced();

  test('[RC21] asks for no right of anybody who is not there, and puts right who is', async () => {
    const apply = vi.spyOn(at.media, 'apply');
    const participants = vi.spyOn(at.media, 'participants');
    // The presenter of one room can still speak, though the move into push-back was written.
    at.media.join('m0.circle', 'm0-0', ALL);
    at.media.join('m0.circle', 'm0-1', ALL);
    at.media.join('m1.circle', 'm1-0', NONE);
    const began = Array.from({ length: SESSIONS }, (_, n) => {
      const media = `m${n}`;
      const people = Array.from({ length: PEOPLE }, (_, who) => `${media}-${who}`);
      const grants = people.map((who, n) => grant(who, n === 0 ? SILENT : ALL, 'circle', media));
      return at.enforcer.desire({ session: media as SessionId, media, grants });
    });
    await vi.advanceTimersByTimeAsync(300);
    await Promise.all(began);
    expect(apply.mock.calls.map(([, who]) => who).sort()).toEqual(['m0-0', 'm1-0']);
    expect(participants.mock.calls.length).toBeLessThanOrEqual(2 * 2 * SESSIONS);
    expect(at.media.rightsIn('m0.circle', 'm0-0')).toEqual(SILENT);
    for (let n = 0; n < SESSIONS; n += 1)
      expect(at.enforcer.report(`m${n}` as SessionId).unconfirmed).toEqual([]);
  });
});

test('[RC21] however many rooms are looked into, only so many questions are under way', async () => {
  let under = 0;
  let most = 0;
  const server = createServer((_, answer) => {
    under += 1;
    most = Math.max(most, under);
    setTimeout(() => {
      under -= 1;
      answer.setHeader('content-type', 'application/json').end('{"participants":[]}');
    }, 100);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const media = createLiveKit({ url: `http://127.0.0.1:${port}`, key: 'key', secret: 's'.repeat(32) });
  const rooms = Array.from({ length: 2 * SESSIONS }, (_, n) => media.participants(`m${n}.circle`));
  expect((await Promise.all(rooms)).flat()).toEqual([]);
  server.close();
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(32);
});
