import { expect, test, vi } from 'vitest';
import { ALL, enforced, ROOM, SESSION } from '../testing/enforced.ts';

const at = enforced();

test.each([
  ['microphone', { microphone: false, camera: true }],
  ['camera', { microphone: true, camera: false }],
] as const)(
  '[EN22] an unsealed %s costs its owner that right for the page load, and no other',
  async (source, left) => {
    await at.inRoom('alice', ALL);
    at.media.publish(ROOM, 'alice', { kind: 'unsealed', source });
    await vi.advanceTimersByTimeAsync(1_100);
    expect(at.rights('alice')).toEqual(left);
    expect((await at.media.participants(ROOM))[0]?.tracks).toEqual([]);
    expect(at.enforcer.report(SESSION).disguised).toEqual(['line-alice']);
  },
);

test('[EN22] sealed ones of both sources stay', async () => {
  await at.inRoom('alice', ALL);
  at.media.publish(ROOM, 'alice', { kind: 'audio', source: 'microphone' });
  at.media.publish(ROOM, 'alice', { kind: 'video', source: 'camera' });
  await vi.advanceTimersByTimeAsync(1_100);
  expect(at.rights('alice')).toEqual(ALL);
  expect(at.enforcer.report(SESSION).disguised).toEqual([]);
});

test('[EE11] views are told that all is sealed, also before the enforcer knows the session', async () => {
  expect(at.enforcer.report(SESSION).sealed).toBe(true);
  await at.inRoom('alice', ALL);
  expect(at.enforcer.report(SESSION)).toMatchObject({
    sealed: true,
    connected: { circle: ['line-alice'] },
  });
});
