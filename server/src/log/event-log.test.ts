import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { eventLogContract, lastingLogContract } from './event-log.contract.ts';
import { memoryLog } from './memory.ts';
import { sqliteLog } from './sqlite.ts';

const folder = (): string => mkdtempSync(path.join(tmpdir(), 'tele-balint-log-'));

const inFile = () => {
  const dir = folder();
  const file = path.join(dir, 'events.db');
  const log = sqliteLog(file);
  const reopen = async () => {
    await log.close();
    return sqliteLog(file);
  };
  return { log, reopen, clean: () => rmSync(dir, { recursive: true }) };
};

eventLogContract('memory', () => ({ log: memoryLog(), clean: () => undefined }));
eventLogContract('sqlite', inFile);
lastingLogContract('sqlite', inFile);

it('refuses a data folder that another server holds, with a sentence [LG5]', async () => {
  const dir = folder();
  const log = sqliteLog(path.join(dir, 'events.db'));
  expect(() => sqliteLog(path.join(dir, 'events.db'))).toThrow(/only one may run on a data folder/);
  await log.close();
  rmSync(dir, { recursive: true });
});
