import type { MediaIdentity } from '@tele-balint/shared/vocabulary';
import { describe, expect, test, vi } from 'vitest';
import { ALL, ROOM, SESSION, SILENT, grant, enforced } from '../testing/enforced.ts';

/** Milliseconds in which everything wrong in a room is put right, and a little. */
const STEADY = 1_100;

describe('where the media server leaves one call without an answer', () => {
  const at = enforced();
  const { rights, settled } = at;
  const everybody = ['alice', 'bert', 'cleo'];

  const allIn = async (): Promise<void> => {
    await settled(...everybody.map((who) => grant(who, SILENT)));
    for (const who of everybody) {
      at.media.join(ROOM, who);
      at.enforcer.joined(who as MediaIdentity);
    }
    await vi.advanceTimersByTimeAsync(STEADY);
    expect(everybody.map(rights)).toEqual([SILENT, SILENT, SILENT]);
  };

  test('[EN30] the others are put right as ever, again and again', async () => {
    await allIn();
    const gate = at.media.slow(ROOM, 'alice');
    const apply = vi.spyOn(at.media, 'apply');
    for (const who of ['alice', 'bert']) at.media.join(ROOM, who, ALL);
    await vi.advanceTimersByTimeAsync(STEADY);
    expect([rights('alice'), rights('bert')]).toEqual([ALL, SILENT]);
    for (const who of ['bert', 'cleo']) {
      at.media.join(ROOM, who, ALL);
      await vi.advanceTimersByTimeAsync(STEADY);
      expect(rights(who)).toEqual(SILENT);
    }
    expect(apply.mock.calls.filter(([, who]) => who === 'alice')).toHaveLength(1);
    expect(at.enforcer.report(SESSION).unenforced).toMatchObject([{ line: 'line-alice' }]);
    gate.release();
    await vi.advanceTimersByTimeAsync(STEADY);
    expect(everybody.map(rights)).toEqual([SILENT, SILENT, SILENT]);
    expect(at.enforcer.report(SESSION).unenforced).toEqual([]);
  });

  test('[EN30] whoever joins meanwhile has the rights of now at once', async () => {
    await allIn();
    at.media.slow(ROOM, 'alice');
    at.media.join(ROOM, 'alice', ALL);
    await vi.advanceTimersByTimeAsync(STEADY);
    at.media.join(ROOM, 'bert');
    at.enforcer.joined('bert' as MediaIdentity);
    await vi.advanceTimersByTimeAsync(50);
    expect(rights('bert')).toEqual(SILENT);
  });

  test('[EN30] whoever sends sound as camera meanwhile loses the camera at once, also where it is their own call', async () => {
    await allIn();
    const gate = at.media.slow(ROOM, 'alice');
    at.media.join(ROOM, 'alice');
    at.enforcer.joined('alice' as MediaIdentity);
    await vi.advanceTimersByTimeAsync(STEADY);
    const apply = vi.spyOn(at.media, 'apply');
    for (const who of ['bert', 'alice']) {
      at.media.publish(ROOM, who, { kind: 'audio', source: 'camera' });
      at.enforcer.stirred(who as MediaIdentity);
      await vi.advanceTimersByTimeAsync(30);
      expect(apply).toHaveBeenLastCalledWith(ROOM, who, { microphone: false, camera: false });
    }
    expect(at.enforcer.report(SESSION).disguised).toEqual(['line-bert', 'line-alice']);
    await vi.advanceTimersByTimeAsync(STEADY);
    expect(apply.mock.calls.filter(([, who]) => who === 'alice')).toHaveLength(1);
    gate.release();
    await vi.advanceTimersByTimeAsync(STEADY);
    expect(rights('alice')).toEqual({ microphone: false, camera: false });
  });

  test('[EN30] a stranger who does not go keeps no other one in, and is asked to go once at a time', async () => {
    await allIn();
    at.media.slow(ROOM, 'mallory');
    const remove = vi.spyOn(at.media, 'remove');
    at.media.join(ROOM, 'mallory', ALL);
    await vi.advanceTimersByTimeAsync(STEADY);
    at.media.join(ROOM, 'trudy', ALL);
    await vi.advanceTimersByTimeAsync(STEADY);
    expect([rights('mallory'), rights('trudy')]).toEqual([ALL, 'absent']);
    expect(remove.mock.calls.filter(([, who]) => who === 'mallory')).toHaveLength(1);
    expect(at.enforcer.report(SESSION).strangers.circle?.count).toBe(2);
  });

  test('[EN30] answers that come while a room is read make nobody else’s reading old', async () => {
    await allIn();
    const { participants } = at.media;
    // Every look takes longer than the pause between two answers.
    vi.spyOn(at.media, 'participants').mockImplementation(async (room) => {
      const people = await participants(room);
      await new Promise((resolve) => setTimeout(resolve, 20));
      return people;
    });
    at.media.join(ROOM, 'mallory', ALL);
    for (let n = 0; n < 120; n += 1) {
      const floor = n % 2 === 0 ? ALL : SILENT;
      void at.desire(grant('alice', floor), grant('bert', SILENT), grant('cleo', SILENT));
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(rights('mallory')).toBe('absent');
  });
});
