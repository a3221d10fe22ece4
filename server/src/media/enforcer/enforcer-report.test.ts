import type { MediaIdentity } from '@tele-balint/shared/vocabulary';
import { describe, expect, test, vi } from 'vitest';
import { ALL, NONE, ROOM, SESSION, SILENT, grant, enforced } from '../testing/enforced.ts';

describe('what the enforcer tells of the media server', () => {
  const at = enforced();
  const { desire, inRoom, rights, settled } = at;
  /** A view is shown what there is to tell. */
  const show = () => {
    const report = at.enforcer.report(SESSION);
    at.enforcer.shown(SESSION, report);
    return report;
  };

  test('[EN6] what is not confirmed in 300 ms is told, and untold when it is', async () => {
    await inRoom('alice', ALL);
    const told = vi.fn();
    at.enforcer.onReport(told);
    at.media.goAway();
    const done = desire(grant('alice', SILENT));
    await vi.advanceTimersByTimeAsync(299);
    expect(at.enforcer.report(SESSION).unenforced).toEqual([]);
    await vi.advanceTimersByTimeAsync(10);
    await done;
    expect(at.enforcer.report(SESSION).unenforced).toMatchObject([{ line: 'line-alice', mayBeHeard: true }]);
    expect(told).toHaveBeenCalledTimes(1);
    at.media.comeBack();
    await vi.advanceTimersByTimeAsync(1100);
    expect(at.enforcer.report(SESSION).unenforced).toEqual([]);
    expect(rights('alice')).toEqual(SILENT);
    expect(told).toHaveBeenCalledTimes(2);
  });

  test('[EN6] what is not confirmed counts as such from the first moment; who was shown that hears when it is', async () => {
    await inRoom('alice', ALL);
    await vi.advanceTimersByTimeAsync(1100);
    const told = vi.fn();
    at.enforcer.onReport(told);
    const gate = at.media.slow(ROOM);
    void desire(grant('alice', SILENT));
    expect(show()).toMatchObject({ unconfirmed: ['line-alice'], unenforced: [] });
    await vi.advanceTimersByTimeAsync(50);
    expect(told).not.toHaveBeenCalled();
    gate.release();
    await vi.advanceTimersByTimeAsync(5);
    expect(told).toHaveBeenCalled();
    expect(at.enforcer.report(SESSION).unconfirmed).toEqual([]);
  });

  test('[EN6] asking for the report changes nothing: what nobody was shown need not be taken back', async () => {
    await inRoom('alice', ALL);
    await vi.advanceTimersByTimeAsync(1100);
    const told = vi.fn();
    at.enforcer.onReport(told);
    const gate = at.media.slow(ROOM);
    void desire(grant('alice', SILENT));
    expect(at.enforcer.report(SESSION)).toMatchObject({ unconfirmed: ['line-alice'], unenforced: [] });
    gate.release();
    await vi.advanceTimersByTimeAsync(50);
    expect(at.enforcer.report(SESSION).unconfirmed).toEqual([]);
    expect(told).not.toHaveBeenCalled();
  });

  test('[EN6] what one view was shown in between is told to the others all the same', async () => {
    await inRoom('alice', ALL);
    const told = vi.fn();
    at.enforcer.onReport(told);
    at.media.goAway();
    void desire(grant('alice', SILENT));
    // Past the patience, before the enforcer looks again: somebody comes in, and their first view shows it.
    await vi.advanceTimersByTimeAsync(301);
    expect(show().unenforced).toMatchObject([{ line: 'line-alice', mayBeHeard: true }]);
    expect(told).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(50);
    expect(told).toHaveBeenCalledTimes(1);
  });

  test('[EN7] away: who must be silent stays confirmed, who may speak is told; back: rights are given again', async () => {
    await settled(grant('alice', ALL), grant('bert', SILENT));
    for (const who of ['alice', 'bert']) {
      at.media.join(ROOM, who);
      at.enforcer.joined(who as MediaIdentity);
    }
    await vi.advanceTimersByTimeAsync(1100);
    at.media.goAway(true);
    await vi.advanceTimersByTimeAsync(2000);
    expect(at.enforcer.report(SESSION).unenforced).toMatchObject([{ line: 'line-alice', mayBeHeard: false }]);
    at.media.comeBack();
    at.media.join(ROOM, 'alice');
    at.enforcer.joined('alice' as MediaIdentity);
    await vi.advanceTimersByTimeAsync(100);
    expect(rights('alice')).toEqual(ALL);
    expect(at.enforcer.report(SESSION).unenforced).toEqual([]);
  });

  test('[EN6] nobody asks the media server about somebody who is known not to be there', async () => {
    await inRoom('bert', ALL);
    await settled(grant('bert', ALL), grant('alice', ALL));
    await vi.advanceTimersByTimeAsync(1100);
    const apply = vi.spyOn(at.media, 'apply');
    for (const rights of [SILENT, ALL, SILENT]) await settled(grant('bert', ALL), grant('alice', rights));
    expect(apply).not.toHaveBeenCalled();
    expect(at.enforcer.report(SESSION).unconfirmed).toEqual([]);
    at.media.join(ROOM, 'alice');
    at.enforcer.joined('alice' as MediaIdentity);
    await vi.advanceTimersByTimeAsync(50);
    expect(rights('alice')).toEqual(SILENT);
  });

  test('[EN6] whoever was given a right is asked about, also where no look has seen them', async () => {
    await inRoom('bert', ALL);
    await settled(grant('bert', ALL), grant('alice', NONE));
    await vi.advanceTimersByTimeAsync(1100);
    vi.spyOn(at.media, 'participants').mockRejectedValue(new Error('no answer'));
    at.media.join(ROOM, 'alice');
    at.enforcer.joined('alice' as MediaIdentity);
    await settled(grant('bert', ALL), grant('alice', ALL));
    expect(rights('alice')).toEqual(ALL);
    await vi.advanceTimersByTimeAsync(6_000);
    await settled(grant('bert', ALL), grant('alice', SILENT));
    expect(rights('alice')).toEqual(SILENT);
  });

  test('[EN6] who is not in the media server needs no confirmation', async () => {
    const done = desire(grant('alice', ALL));
    await vi.advanceTimersByTimeAsync(5);
    await done;
    expect(at.enforcer.report(SESSION).unenforced).toEqual([]);
  });

  test('[EN5] whoever sends something in disguise, or is kept from it, is told by name', async () => {
    await settled(grant('alice', ALL), grant('bert', SILENT));
    at.media.join(ROOM, 'alice');
    at.enforcer.joined('alice' as MediaIdentity);
    await vi.advanceTimersByTimeAsync(100);
    const told = vi.fn();
    at.enforcer.onReport(told);
    expect(at.enforcer.report(SESSION).disguised).toEqual([]);
    at.media.publish(ROOM, 'alice', { kind: 'mixed', source: 'camera' });
    await vi.advanceTimersByTimeAsync(1100);
    expect(told).toHaveBeenCalled();
    expect(at.enforcer.report(SESSION).disguised).toEqual(['line-alice']);
    told.mockClear();
    at.enforcer.violation('bert' as MediaIdentity);
    expect(told).toHaveBeenCalledTimes(1);
    expect(at.enforcer.report(SESSION).disguised).toEqual(['line-alice', 'line-bert']);
    // Once more is no news, and somebody of no session is nobody's.
    at.enforcer.violation('bert' as MediaIdentity);
    at.enforcer.violation('mallory' as MediaIdentity);
    expect(told).toHaveBeenCalledTimes(1);
  });

  test('[EN1] rights that change while a call hangs: the last one holds', async () => {
    await inRoom('alice', SILENT);
    const gate = at.media.slow(ROOM);
    void desire(grant('alice', ALL));
    await vi.advanceTimersByTimeAsync(400);
    expect(at.enforcer.report(SESSION).unenforced).toMatchObject([{ mayBeHeard: false }]);
    void desire(grant('alice', NONE));
    await vi.advanceTimersByTimeAsync(10);
    gate.release();
    await vi.advanceTimersByTimeAsync(1100);
    expect(rights('alice')).toEqual(NONE);
    expect(at.enforcer.report(SESSION).unenforced).toEqual([]);
  });
});
