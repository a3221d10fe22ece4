// The log in a file of its own. An append is one transaction, on the disk before it is answered.

import type { SessionId } from '@tele-balint/shared/vocabulary';
import { emptyJournal, openDatabase } from './database.ts';
import { LogConflict, type Envelope, type EventLog } from './event-log.ts';

const SCHEMA = `CREATE TABLE IF NOT EXISTS envelope (
  session TEXT NOT NULL, n INTEGER NOT NULL, v INTEGER NOT NULL, at INTEGER NOT NULL, by TEXT NOT NULL,
  commandId TEXT NOT NULL, prevHash TEXT NOT NULL, data BLOB NOT NULL, PRIMARY KEY (session, n)
) STRICT, WITHOUT ROWID`;

/** The log in the given file; it is made where there is none. */
export const sqliteLog = (file: string): EventLog => {
  const database = openDatabase(file, SCHEMA);
  // Compare and set in one statement: it inserts only where the last n is the expected one.
  const insert = database.prepare(`INSERT INTO envelope (session, n, v, at, by, commandId, prevHash, data)
    SELECT :session, :n, :v, :at, :by, :commandId, :prevHash, :data
    WHERE (SELECT coalesce(max(n), 0) FROM envelope WHERE session = :session) = :expected AND :n = :expected + 1`);
  const select = database.prepare(
    'SELECT n, v, at, by, commandId, prevHash, data FROM envelope WHERE session = ? ORDER BY n',
  );
  const names = database.prepare('SELECT DISTINCT session FROM envelope');
  const drop = database.prepare('DELETE FROM envelope WHERE session = ?');
  const probe = database.prepare('SELECT 1');
  return {
    append: async (session, expected, envelope) => {
      const { changes } = insert.run({ session, expected, ...envelope });
      if (changes !== 1) throw new LogConflict(`the log of this session does not stand at ${expected}`);
    },
    read: async (session) => select.all(session) as unknown as Envelope[],
    sessions: async () => names.all().map((row) => row['session'] as SessionId),
    remove: async (session) => {
      drop.run(session);
      emptyJournal(database);
    },
    ready: async () => {
      try {
        return probe.get() !== undefined;
      } catch {
        return false;
      }
    },
    close: async () => database.close(),
  };
};
