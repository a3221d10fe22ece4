import type { MediaIdentity, SessionId } from '@tele-balint/shared/vocabulary';
import { describe, expect, test, vi } from 'vitest';
import { ALL, NONE, ROOM, SESSION, SILENT, grant, enforced } from '../testing/enforced.ts';

describe('the enforcer', () => {
  const at = enforced();
  const { desire, inRoom, rights, settled } = at;

  test('[EN1] who joins gets the rights of now, and a change is made at once', async () => {
    await inRoom('alice', ALL);
    expect(rights('alice')).toEqual(ALL);
    const done = desire(grant('alice', SILENT));
    await vi.advanceTimersByTimeAsync(0);
    expect(rights('alice')).toEqual(SILENT);
    await done;
    expect(at.enforcer.report(SESSION).unenforced).toEqual([]);
  });

  test('[EF4] withdrawals go before grants', async () => {
    await settled(grant('alice', ALL), grant('bert', SILENT));
    for (const who of ['alice', 'bert']) {
      at.media.join(ROOM, who);
      at.enforcer.joined(who as MediaIdentity);
    }
    await vi.advanceTimersByTimeAsync(1100);
    const before = at.media.calls.length;
    await settled(grant('bert', ALL), grant('alice', SILENT));
    expect(at.media.calls.slice(before)).toEqual([
      `apply ${ROOM} alice mic- cam+`,
      `apply ${ROOM} bert mic+ cam+`,
    ]);
  });

  test('[EN3] whoever has no place is put out within a second and told: strangers and clones', async () => {
    await inRoom('alice', ALL);
    await vi.advanceTimersByTimeAsync(1100);
    at.media.join(ROOM, 'alice#2', ALL);
    at.media.join(ROOM, 'mallory', ALL);
    await vi.advanceTimersByTimeAsync(1100);
    expect([rights('alice#2'), rights('mallory')]).toEqual(['absent', 'absent']);
    const { strangers } = at.enforcer.report(SESSION);
    expect(strangers).toEqual({ circle: { count: 2, last: expect.any(Number) }, debrief: null });
    expect(rights('alice')).toEqual(ALL);
  });

  test('[EN3] a stranger in the debrief is told of in the debrief alone', async () => {
    await settled(grant('alice', ALL), grant('ruth', ALL, 'debrief'));
    at.enforcer.joined('ruth' as MediaIdentity);
    await vi.advanceTimersByTimeAsync(1100);
    at.media.join('m.debrief', 'mallory', ALL);
    await vi.advanceTimersByTimeAsync(1100);
    expect(at.media.rightsIn('m.debrief', 'mallory')).toBe('absent');
    expect(at.enforcer.report(SESSION).strangers).toMatchObject({ circle: null, debrief: { count: 1 } });
  });

  test('[EN3] a stranger goes, too, while the same rights are desired again and again', async () => {
    await inRoom('alice', ALL);
    await vi.advanceTimersByTimeAsync(1100);
    const { participants } = at.media;
    // Every look takes longer than the pause between two commands.
    vi.spyOn(at.media, 'participants').mockImplementation(async (room) => {
      const people = await participants(room);
      await new Promise((resolve) => setTimeout(resolve, 20));
      return people;
    });
    at.media.join(ROOM, 'mallory', ALL);
    for (let n = 0; n < 240; n += 1) {
      void desire(grant('alice', ALL));
      await vi.advanceTimersByTimeAsync(5);
    }
    expect(rights('mallory')).toBe('absent');
  });

  test('[EN4] rights that changed behind our back are put right within a second', async () => {
    await inRoom('alice', NONE);
    await at.media.apply(ROOM, 'alice', ALL);
    await vi.advanceTimersByTimeAsync(1100);
    expect(rights('alice')).toEqual(NONE);
    at.media.join(ROOM, 'alice', null);
    await vi.advanceTimersByTimeAsync(1100);
    expect(rights('alice')).toEqual(NONE);
  });

  test('[EN5] sound called camera ends the right to the camera, not the honest microphone', async () => {
    await inRoom('alice', ALL);
    at.media.publish(ROOM, 'alice', { kind: 'audio', source: 'camera' });
    await vi.advanceTimersByTimeAsync(1100);
    expect(rights('alice')).toEqual({ microphone: true, camera: false });
    await settled(grant('alice', SILENT));
    expect(rights('alice')).toEqual(NONE);
  });

  test('[EN21] whoever announces or offers something is looked at then, not a second later', async () => {
    await inRoom('alice', ALL);
    await vi.advanceTimersByTimeAsync(5000);
    at.media.publish(ROOM, 'alice', { kind: 'audio', source: 'camera' });
    at.enforcer.stirred('alice' as MediaIdentity);
    await vi.advanceTimersByTimeAsync(30);
    expect(rights('alice')).toEqual({ microphone: true, camera: false });
  });

  test('[EN3] a line that changes space is out of the old room', async () => {
    await inRoom('alice', ALL);
    await settled(grant('alice', ALL, 'debrief'));
    expect(rights('alice')).toBe('absent');
    expect(at.enforcer.report(SESSION).strangers).toEqual({ circle: null, debrief: null });
  });

  test('[EN30] a session that hangs does not hold up another', async () => {
    await inRoom('alice', ALL);
    const gate = at.media.slow('slow.circle');
    const slow = at.enforcer.desire({
      session: 'slow' as SessionId,
      media: 'slow',
      grants: [grant('zoe', ALL, 'circle', 'slow')],
    });
    const quick = desire(grant('alice', SILENT));
    await vi.advanceTimersByTimeAsync(0);
    await quick;
    expect(rights('alice')).toEqual(SILENT);
    await vi.advanceTimersByTimeAsync(300);
    await slow;
    gate.release();
  });

  test('[EN11] an ended session: rooms closed, also when the media server comes back only later', async () => {
    await inRoom('alice', ALL);
    at.media.goAway();
    at.enforcer.forget(SESSION);
    await vi.advanceTimersByTimeAsync(5000);
    expect(at.warned.filter((text) => text.includes('not closed yet'))).toHaveLength(1);
    at.media.comeBack();
    await vi.advanceTimersByTimeAsync(1100);
    expect(rights('alice')).toBe('absent');
    expect(at.media.calls.at(-1)).toBe(`close ${ROOM}`);
  });

  test('[GW21] a second microphone of one person that stays costs the stay; one that gives way to the next does not', async () => {
    await inRoom('alice', ALL);
    const microphone = { kind: 'audio', source: 'microphone' } as const;
    at.media.publish(ROOM, 'alice', microphone);
    at.media.publish(ROOM, 'alice', { kind: 'video', source: 'camera' });
    await vi.advanceTimersByTimeAsync(4_000);
    expect(rights('alice')).toEqual(ALL);
    at.media.publish(ROOM, 'alice', microphone);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(rights('alice')).toEqual(ALL);
    await vi.advanceTimersByTimeAsync(2_500);
    expect(rights('alice')).toBe('absent');
  });

  test('[EN3] after our restart: who is still there without a place goes, and is no stranger', async () => {
    at.media.join(ROOM, 'alice', ALL);
    at.media.join('m.debrief', 'bert', ALL);
    await settled();
    expect([rights('alice'), at.media.rightsIn('m.debrief', 'bert')]).toEqual(['absent', 'absent']);
    expect(at.enforcer.report(SESSION).strangers).toEqual({ circle: null, debrief: null });
  });

  test('[RC21] an empty room is not looked into until somebody joins, whatever changes', async () => {
    await settled(grant('alice', ALL));
    await vi.advanceTimersByTimeAsync(2000);
    const looks = vi.spyOn(at.media, 'participants');
    await vi.advanceTimersByTimeAsync(5000);
    await settled(grant('alice', SILENT), grant('bert', ALL));
    await settled(grant('alice', ALL));
    await vi.advanceTimersByTimeAsync(5000);
    expect(looks).not.toHaveBeenCalled();
    at.media.join(ROOM, 'alice');
    at.enforcer.joined('alice' as MediaIdentity);
    await vi.advanceTimersByTimeAsync(100);
    expect(rights('alice')).toEqual(ALL);
    expect(at.enforcer.report(SESSION).connected.circle).toEqual(['line-alice']);
  });

  test('[EN3] whoever joins although the place was lost meanwhile is put out', async () => {
    await settled(grant('alice', ALL));
    await settled();
    await vi.advanceTimersByTimeAsync(5000);
    at.media.join(ROOM, 'alice');
    at.enforcer.joined('alice' as MediaIdentity);
    await vi.advanceTimersByTimeAsync(100);
    expect(rights('alice')).toBe('absent');
  });
});
