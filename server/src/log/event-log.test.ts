import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Instant } from '@tele-balint/shared/vocabulary';
import { expect, it } from 'vitest';
import { eventLogContract, lastingLogContract } from './event-log.contract.ts';
import { fileLog } from './file-log.ts';
import { openFolder } from './folder.ts';
import { memoryLog } from './memory.ts';

const inFiles = () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'tele-balint-log-'));
  return {
    log: fileLog(dir),
    reopen: async () => fileLog(dir),
    clean: () => rmSync(dir, { recursive: true }),
  };
};

eventLogContract('memory', () => ({ log: memoryLog(), clean: () => undefined }));
eventLogContract('file', inFiles);
lastingLogContract('file', inFiles);

it('refuses a data folder that another server holds, with a sentence [LG5]', async () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'tele-balint-log-'));
  const open = () => openFolder(dir, 0 as Instant, () => undefined);
  const { rows } = await open();
  await expect(open()).rejects.toThrow(/only one may run on a data folder/);
  await rows.close();
  await (await open()).rows.close();
  rmSync(dir, { recursive: true });
});
