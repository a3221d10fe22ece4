// One server a data folder: an empty SQLite file whose lock goes with the process, however it ends.

import { rmSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { withFile } from './disk.ts';

/** Another server holds the data folder. */
export class FolderInUse extends Error {}

const lock = (file: string): DatabaseSync => {
  const database = new DatabaseSync(file);
  try {
    // Nothing is ever written, no journal either: a transaction that stays open is the lock.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
};

/**
 * Holds a data folder; the answer lets go of it.
 * @throws FolderInUse where another server holds it
 */
export const holdFolder = (dir: string): (() => void) => {
  const file = path.join(dir, 'lock');
  // Made here and not by SQLite, which has one word for a full disk, a closed folder and all else.
  withFile(file, 'a', () => undefined);
  try {
    const database = lock(file);
    return () => database.close();
  } catch (error) {
    if (error instanceof Error && /locked|busy/.test(error.message))
      throw new FolderInUse(`${dir} is in use by another server: only one may run on a data folder.`, {
        cause: error,
      });
    if (!(error instanceof Error) || !/not a database|malformed/.test(error.message)) throw error;
    // Somebody has written into it; it holds nothing of ours.
    rmSync(file);
    const database = lock(file);
    return () => database.close();
  }
};
