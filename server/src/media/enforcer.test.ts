import type { Instant, LineId, MediaIdentity, SessionId, Space } from '@tele-balint/shared/vocabulary';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createEnforcer } from './enforcer.ts';
import type { Enforcer, Grant, Rights } from './media.ts';
import { createFakeMedia, type FakeMedia } from './testing/fake-media.ts';

const SESSION = 'session' as SessionId;
const ROOM = 'm.circle';
const ALL: Rights = { microphone: true, camera: true };
const SILENT: Rights = { microphone: false, camera: true };
const NONE: Rights = { microphone: false, camera: false };

const grant = (who: string, rights: Rights, space: Space = 'circle', media = 'm'): Grant => ({
  line: `line-${who}` as LineId,
  identity: who as MediaIdentity,
  space,
  room: `${media}.${space}`,
  ...rights,
});

describe('the enforcer', () => {
  let media: FakeMedia;
  let enforcer: Enforcer;
  let warnings: string[];
  const desire = (...grants: readonly Grant[]): Promise<void> =>
    enforcer.desire({ session: SESSION, media: 'm', grants });
  const rights = (who: string): Rights | null | 'absent' => media.rightsIn(ROOM, who);

  beforeEach(() => {
    vi.useFakeTimers();
    media = createFakeMedia();
    warnings = [];
    const log = { info: () => undefined, warn: (_: object, message: string) => void warnings.push(message) };
    enforcer = createEnforcer({ media, clock: { now: () => Date.now() as Instant }, log });
  });
  afterEach(async () => {
    await enforcer.stop();
    vi.useRealTimers();
  });

  /** Desires and lets the time pass that it may take. */
  const settled = async (...grants: readonly Grant[]): Promise<void> => {
    const done = desire(...grants);
    await vi.advanceTimersByTimeAsync(300);
    await done;
  };
  const inRoom = async (who: string, given: Rights): Promise<void> => {
    await settled(grant(who, given));
    media.join(ROOM, who);
    enforcer.joined(who as MediaIdentity);
    await vi.advanceTimersByTimeAsync(50);
  };

  test('[EN1] who joins gets the rights of now, and a change is made at once', async () => {
    await inRoom('alice', ALL);
    expect(rights('alice')).toEqual(ALL);
    const done = desire(grant('alice', SILENT));
    await vi.advanceTimersByTimeAsync(0);
    expect(rights('alice')).toEqual(SILENT);
    await done;
    expect(enforcer.report(SESSION).unenforced).toEqual([]);
  });

  test('[EN2] withdrawals go before grants', async () => {
    await settled(grant('alice', ALL), grant('bert', SILENT));
    for (const who of ['alice', 'bert']) {
      media.join(ROOM, who);
      enforcer.joined(who as MediaIdentity);
    }
    await vi.advanceTimersByTimeAsync(1100);
    const before = media.calls.length;
    await settled(grant('bert', ALL), grant('alice', SILENT));
    expect(media.calls.slice(before)).toEqual([
      `apply ${ROOM} alice mic- cam+`,
      `apply ${ROOM} bert mic+ cam+`,
    ]);
  });

  test('[EN3] whoever has no place is put out within a second and told: strangers and clones', async () => {
    await inRoom('alice', ALL);
    await vi.advanceTimersByTimeAsync(1100);
    media.join(ROOM, 'alice#2', ALL);
    media.join(ROOM, 'mallory', ALL);
    await vi.advanceTimersByTimeAsync(1100);
    expect([rights('alice#2'), rights('mallory')]).toEqual(['absent', 'absent']);
    expect(enforcer.report(SESSION).strangers).toBe(2);
    expect(rights('alice')).toEqual(ALL);
  });

  test('[EN3] a stranger goes, too, while the same rights are desired again and again', async () => {
    await inRoom('alice', ALL);
    await vi.advanceTimersByTimeAsync(1100);
    const { participants } = media;
    // Every look takes longer than the pause between two commands.
    vi.spyOn(media, 'participants').mockImplementation(async (room) => {
      const people = await participants(room);
      await new Promise((resolve) => setTimeout(resolve, 20));
      return people;
    });
    media.join(ROOM, 'mallory', ALL);
    for (let n = 0; n < 240; n += 1) {
      void desire(grant('alice', ALL));
      await vi.advanceTimersByTimeAsync(5);
    }
    expect(rights('mallory')).toBe('absent');
  });

  test('[EN4] rights that changed behind our back are put right within a second', async () => {
    await inRoom('alice', NONE);
    await media.apply(ROOM, 'alice', ALL);
    await vi.advanceTimersByTimeAsync(1100);
    expect(rights('alice')).toEqual(NONE);
    media.join(ROOM, 'alice', null);
    await vi.advanceTimersByTimeAsync(1100);
    expect(rights('alice')).toEqual(NONE);
  });

  test('[EN5] sound called camera ends the right to the camera, not the honest microphone', async () => {
    await inRoom('alice', ALL);
    media.publish(ROOM, 'alice', { kind: 'audio', source: 'camera' });
    await vi.advanceTimersByTimeAsync(1100);
    expect(rights('alice')).toEqual({ microphone: true, camera: false });
    await settled(grant('alice', SILENT));
    expect(rights('alice')).toEqual(NONE);
  });

  test('[EN6] what is not confirmed in 300 ms is told, and untold when it is', async () => {
    await inRoom('alice', ALL);
    const told = vi.fn();
    enforcer.onReport(told);
    media.goAway();
    const done = desire(grant('alice', SILENT));
    await vi.advanceTimersByTimeAsync(299);
    expect(enforcer.report(SESSION).unenforced).toEqual([]);
    await vi.advanceTimersByTimeAsync(10);
    await done;
    expect(enforcer.report(SESSION).unenforced).toMatchObject([{ line: 'line-alice', mayBeHeard: true }]);
    expect(told).toHaveBeenCalledTimes(1);
    media.comeBack();
    await vi.advanceTimersByTimeAsync(1100);
    expect(enforcer.report(SESSION).unenforced).toEqual([]);
    expect(rights('alice')).toEqual(SILENT);
    expect(told).toHaveBeenCalledTimes(2);
  });

  test('[EN19] what is not confirmed counts as such from the first moment; who read that hears when it is', async () => {
    await inRoom('alice', ALL);
    await vi.advanceTimersByTimeAsync(1100);
    const told = vi.fn();
    enforcer.onReport(told);
    const gate = media.slow(ROOM);
    void desire(grant('alice', SILENT));
    expect(enforcer.report(SESSION)).toMatchObject({ unconfirmed: ['line-alice'], unenforced: [] });
    await vi.advanceTimersByTimeAsync(50);
    expect(told).not.toHaveBeenCalled();
    gate.release();
    await vi.advanceTimersByTimeAsync(5);
    expect(told).toHaveBeenCalled();
    expect(enforcer.report(SESSION).unconfirmed).toEqual([]);
  });

  test('[EN7] away: who must be silent stays confirmed, who may speak is told; back: rights are given again', async () => {
    await settled(grant('alice', ALL), grant('bert', SILENT));
    for (const who of ['alice', 'bert']) {
      media.join(ROOM, who);
      enforcer.joined(who as MediaIdentity);
    }
    await vi.advanceTimersByTimeAsync(1100);
    media.goAway(true);
    await vi.advanceTimersByTimeAsync(2000);
    expect(enforcer.report(SESSION).unenforced).toMatchObject([{ line: 'line-alice', mayBeHeard: false }]);
    media.comeBack();
    media.join(ROOM, 'alice');
    enforcer.joined('alice' as MediaIdentity);
    await vi.advanceTimersByTimeAsync(100);
    expect(rights('alice')).toEqual(ALL);
    expect(enforcer.report(SESSION).unenforced).toEqual([]);
  });

  test('[EN8] who is not in the media server needs no confirmation', async () => {
    const done = desire(grant('alice', ALL));
    await vi.advanceTimersByTimeAsync(5);
    await done;
    expect(enforcer.report(SESSION).unenforced).toEqual([]);
  });

  test('[EN9] a line that changes space is out of the old room', async () => {
    await inRoom('alice', ALL);
    await settled(grant('alice', ALL, 'debrief'));
    expect(rights('alice')).toBe('absent');
    expect(enforcer.report(SESSION).strangers).toBe(0);
  });

  test('[EN10] a session that hangs does not hold up another', async () => {
    await inRoom('alice', ALL);
    const gate = media.slow('slow.circle');
    const slow = enforcer.desire({
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
    media.goAway();
    enforcer.forget(SESSION);
    await vi.advanceTimersByTimeAsync(2000);
    media.comeBack();
    await vi.advanceTimersByTimeAsync(1100);
    expect(rights('alice')).toBe('absent');
    expect(media.calls.at(-1)).toBe(`close ${ROOM}`);
  });

  test('[EN12] after our restart: who is still there without a place goes, and is no stranger', async () => {
    media.join(ROOM, 'alice', ALL);
    media.join('m.debrief', 'bert', ALL);
    await settled();
    expect([rights('alice'), media.rightsIn('m.debrief', 'bert')]).toEqual(['absent', 'absent']);
    expect(enforcer.report(SESSION).strangers).toBe(0);
  });

  test('[EN13] rights that change while a call hangs: the last one holds', async () => {
    await inRoom('alice', SILENT);
    const gate = media.slow(ROOM);
    void desire(grant('alice', ALL));
    await vi.advanceTimersByTimeAsync(400);
    expect(enforcer.report(SESSION).unenforced).toMatchObject([{ mayBeHeard: false }]);
    void desire(grant('alice', NONE));
    await vi.advanceTimersByTimeAsync(10);
    gate.release();
    await vi.advanceTimersByTimeAsync(1100);
    expect(rights('alice')).toEqual(NONE);
    expect(enforcer.report(SESSION).unenforced).toEqual([]);
  });

  test('[EN16] an empty room is not looked into until somebody joins', async () => {
    await settled(grant('alice', ALL));
    await vi.advanceTimersByTimeAsync(2000);
    const looks = vi.spyOn(media, 'participants');
    await vi.advanceTimersByTimeAsync(5000);
    expect(looks).not.toHaveBeenCalled();
    media.join(ROOM, 'alice');
    enforcer.joined('alice' as MediaIdentity);
    await vi.advanceTimersByTimeAsync(100);
    expect(rights('alice')).toEqual(ALL);
    expect(enforcer.report(SESSION).connected).toEqual(['line-alice']);
  });

  test('[EN17] whoever joins although the place was lost meanwhile is put out', async () => {
    await settled(grant('alice', ALL));
    await settled();
    await vi.advanceTimersByTimeAsync(5000);
    media.join(ROOM, 'alice');
    enforcer.joined('alice' as MediaIdentity);
    await vi.advanceTimersByTimeAsync(100);
    expect(rights('alice')).toBe('absent');
  });
});
