import type { SessionId } from '@tele-balint/shared/vocabulary';
import { emptyJournal, openDatabase } from './database.ts';
import { freshKey, type KeyStore } from './key-store.ts';

const SCHEMA = 'CREATE TABLE IF NOT EXISTS key (session TEXT PRIMARY KEY, key BLOB) STRICT, WITHOUT ROWID';

/** Keys in a file of their own. A destroyed key is gone from the file and from its journal when `destroy` answers. */
export const sqliteKeys = (file: string): KeyStore => {
  const database = openDatabase(file, SCHEMA);
  const insert = database.prepare('INSERT INTO key (session, key) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const select = database.prepare('SELECT key FROM key WHERE session = ?');
  const wipe = database.prepare('UPDATE key SET key = NULL WHERE session = ?');
  const drop = database.prepare('DELETE FROM key WHERE session = ?');
  const names = database.prepare('SELECT session FROM key');
  const find = (session: SessionId): Uint8Array | 'destroyed' | null => {
    const row = select.get(session);
    return row === undefined ? null : row['key'] === null ? 'destroyed' : (row['key'] as Uint8Array);
  };
  return {
    make: async (session) => {
      insert.run(session, freshKey());
      const key = find(session);
      if (!(key instanceof Uint8Array)) throw new Error('this session has been forgotten');
      return key;
    },
    find: async (session) => find(session),
    destroy: async (session) => {
      wipe.run(session);
      emptyJournal(database);
    },
    clear: async (session) => {
      drop.run(session);
      emptyJournal(database);
    },
    sessions: async () => names.all().map((row) => row['session'] as SessionId),
    close: async () => database.close(),
  };
};
