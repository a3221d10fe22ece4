import { DatabaseSync } from 'node:sqlite';

/**
 * Opens a database file the way both of ours are kept: every commit on the disk before it is answered, deleted rows
 * overwritten, and one process only.
 * @throws Error with a sentence, where another process holds the file
 */
export const openDatabase = (file: string, schema: string): DatabaseSync => {
  const database = new DatabaseSync(file);
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    database.exec('PRAGMA journal_mode = WAL');
    database.exec('PRAGMA synchronous = FULL');
    database.exec('PRAGMA secure_delete = ON');
    database.exec('BEGIN IMMEDIATE');
    database.exec(schema);
    database.exec('COMMIT');
  } catch (error) {
    database.close();
    if (error instanceof Error && /locked|busy/.test(error.message))
      throw new Error(`${file} is in use by another server: only one may run on a data folder.`, {
        cause: error,
      });
    throw error;
  }
  return database;
};

/** Takes what was deleted out of the write-ahead file too. */
export const emptyJournal = (database: DatabaseSync): void => {
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
};
