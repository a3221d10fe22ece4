import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from './database.ts';

it('has every commit on the disk before it is answered, and overwrites what is deleted [LG4, LG10]', () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'tele-balint-database-'));
  const database = openDatabase(path.join(dir, 'own.db'), 'CREATE TABLE one (n INTEGER) STRICT');
  const valueOf = (pragma: string): unknown =>
    Object.values(database.prepare(`PRAGMA ${pragma}`).get() ?? {})[0];
  // 2 = FULL: the write-ahead file is synced at every commit. With NORMAL a power cut takes the last answers back.
  expect(valueOf('synchronous')).toBe(2);
  expect(valueOf('journal_mode')).toBe('wal');
  expect(valueOf('secure_delete')).toBe(1);
  expect(valueOf('locking_mode')).toBe('exclusive');
  database.close();
  rmSync(dir, { recursive: true });
});
