import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { memoryKeys } from '../log/key-store.ts';
import { memoryLog } from '../log/memory.ts';
import { LOOK_HOLDS } from '../log/probe.ts';
import { sealedLog } from '../log/sealed.ts';

import { createFakeMedia } from '../media/testing/fake-media.ts';
import { startChild } from '../testing/child.ts';
import { listening } from '../testing/listening.ts';
import { smallDisk } from '../testing/small-disk.ts';
import { until } from '../testing/until.ts';

const asked = async (url: string, place: string): Promise<readonly unknown[]> => {
  const answer = await fetch(`${url}${place}`);
  return [answer.status, await answer.json()];
};

describe('the health of the server', { timeout: 180_000 }, () => {
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

  it('is not ready where the log cannot be written, and lives [HT14]', async () => {
    const faulty = { good: true };
    const rows = { ...memoryLog(), ready: async () => faulty.good };
    const at = await listening({ log: sealedLog(rows, memoryKeys()) });
    expect(await asked(at.url, '/readyz')).toEqual([200, { ok: true, log: true, media: true }]);
    faulty.good = false;
    expect(await asked(at.url, '/readyz')).toEqual([503, { ok: false, log: false, media: true }]);
    expect(await asked(at.url, '/healthz')).toEqual([200, { ok: true }]);
    await at.stop();
  });

  it('proves that a row can be written and read on the disk that is there [HT14]', async () => {
    const disk = smallDisk();
    const child = await startChild(disk.dir, { REQUESTS_PER_MINUTE: '1000000' });
    const log = async () => {
      const [, body] = await asked(child.url, '/readyz');
      return (body as { log: boolean }).log;
    };
    expect(await log()).toBe(true);
    disk.fill();
    await until('the full disk to be told', async () => !(await log()), LOOK_HOLDS + 10_000);
    disk.free();
    await until('the disk with room to be told', log, LOOK_HOLDS + 10_000);
    rmSync(disk.dir, { recursive: true });
    await until('the deleted folder to be told', async () => !(await log()), LOOK_HOLDS + 10_000);
    expect(await asked(child.url, '/healthz')).toEqual([200, { ok: true }]);
    child.process.kill('SIGTERM');
    await child.gone;
  });

  it('is told by the real program, which has no media server here [HT14]', async () => {
    const child = await startChild(dir);
    expect(await asked(child.url, '/readyz')).toEqual([503, { ok: false, log: true, media: false }]);
    child.process.kill('SIGTERM');
    expect(await child.gone).toBe(0);
  });
});
