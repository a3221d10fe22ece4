import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { memoryKeys } from '../log/key-store.ts';
import { sealedLog } from '../log/sealed.ts';
import { sqliteLog } from '../log/sqlite.ts';
import { createFakeMedia } from '../media/testing/fake-media.ts';
import { startChild } from '../testing/child.ts';
import { listening } from '../testing/listening.ts';

const asked = async (url: string, place: string): Promise<readonly unknown[]> => {
  const answer = await fetch(`${url}${place}`);
  return [answer.status, await answer.json()];
};

describe('the health of the server', { timeout: 60_000 }, () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'tele-balint-health-'));
  afterAll(() => rmSync(dir, { recursive: true }));

  it('is not ready while the media server is away, and lives [HT14]', async () => {
    const media = createFakeMedia();
    const at = await listening({ media });
    expect(await asked(at.url, '/readyz')).toEqual([200, { ok: true, log: true, media: true }]);
    media.goAway();
    expect(await asked(at.url, '/readyz')).toEqual([503, { ok: false, log: true, media: false }]);
    expect(await asked(at.url, '/healthz')).toEqual([200, { ok: true }]);
    media.comeBack();
    expect(await asked(at.url, '/readyz')).toEqual([200, { ok: true, log: true, media: true }]);
    await at.stop();
  });

  it('is not ready where the log is closed, and lives [HT14]', async () => {
    const rows = sqliteLog(path.join(dir, 'events.db'));
    const log = { ...sealedLog(rows, memoryKeys()), close: async () => undefined };
    const at = await listening({ log });
    expect(await asked(at.url, '/readyz')).toEqual([200, { ok: true, log: true, media: true }]);
    await rows.close();
    expect(await asked(at.url, '/readyz')).toEqual([503, { ok: false, log: false, media: true }]);
    expect(await asked(at.url, '/healthz')).toEqual([200, { ok: true }]);
    await at.stop();
  });

  it('is told by the real program, which has no media server here [HT14]', async () => {
    const child = await startChild(dir);
    expect(await asked(child.url, '/readyz')).toEqual([503, { ok: false, log: true, media: false }]);
    child.process.kill('SIGTERM');
    expect(await child.gone).toBe(0);
  });
});
