import type { Instant } from '@tele-balint/shared/vocabulary';
import { expect, it } from 'vitest';
import { eventLogContract, lastingLogContract } from './event-log.contract.ts';
import { fileLog } from './file-log.ts';
import { openFolder } from './folder.ts';
import { memoryLog } from './memory.ts';
import { temporary } from '../testing/temporary.ts';

const inFiles = () => {
  const dir = temporary();
  return {
    log: fileLog(dir),
    reopen: async () => fileLog(dir),
  };
};

eventLogContract('memory', () => ({ log: memoryLog() }));
eventLogContract('file', inFiles);
lastingLogContract('file', inFiles);

it('refuses a data folder that another server holds, with a sentence [HS19]', async () => {
  const dir = temporary();
  const open = () => openFolder(dir, 0 as Instant, () => undefined);
  const { rows } = await open();
  await expect(open()).rejects.toThrow(/only one may run on a data folder/);
  await rows.close();
  await (await open()).rows.close();
});
