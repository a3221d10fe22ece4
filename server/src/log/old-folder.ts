// A data folder of earlier programs is taken over once: its keys into slots, its rows into files, then its two databases are scrubbed.

import path from 'node:path';
import type { Instant, SessionId } from '@tele-balint/shared/vocabulary';
import type { Envelope } from './event-log.ts';
import type { KeyStore } from './key-store.ts';
import { openOld, type OldDatabase } from './old-database.ts';
import { fromOldRows } from './old-rows.ts';

const ROWS = 'SELECT n, v, at, by, commandId, prevHash, data FROM envelope WHERE session = ? ORDER BY n';

/** What a person at the terminal must know. */
export type Tell = (sentence: string) => void;

type Taking = {
  readonly keys: KeyStore;
  /** Whether the session's rows are in today's folder already. */
  readonly has: (session: SessionId) => boolean;
  readonly adopt: (session: SessionId, envelopes: readonly Envelope[]) => void;
  readonly now: Instant;
};

/** Takes one session's rows over; answers whether they were there and could be read. */
const takeRows = (
  events: OldDatabase,
  session: SessionId,
  key: Uint8Array | null,
  { adopt }: Taking,
): boolean => {
  const { rows, whole } = events.rows(ROWS, session);
  if (!whole) return false;
  try {
    if (rows.length > 0) adopt(session, fromOldRows(key, session, rows));
    // A key without rows: what followed a damaged byte of the journal is missing, and SQLite says nothing of that.
    return rows.length > 0;
  } catch {
    return false;
  }
};

/** Takes a key over, unless this folder knows the session already. `null` in the old store = being forgotten. */
const takeKey = async (session: SessionId, key: unknown, { keys, now }: Taking): Promise<void> => {
  if ((await keys.find(session)) !== null) return;
  if (key instanceof Uint8Array) await keys.put(session, { kind: 'marked', key, missedSince: null });
  else await keys.put(session, { kind: 'destroyed', at: now });
};

/** Takes over what earlier programs have left in a folder. May be repeated after a crash. */
export const takeOverOld = async (dir: string, taking: Taking, tell: Tell): Promise<void> => {
  const stamp = new Date(taking.now).toISOString().replaceAll(':', '-');
  const oldKeys = openOld(path.join(dir, 'keys.db'));
  const events = openOld(path.join(dir, 'events.db'));
  const { rows: keyRows, whole: keysWhole } = oldKeys?.rows('SELECT session, key FROM key') ?? {
    rows: [],
    whole: true,
  };
  const all = events?.rows('SELECT DISTINCT session FROM envelope') ?? { rows: [], whole: true };
  let whole = all.whole;
  for (const row of keyRows) await takeKey(row['session'] as SessionId, row['key'], taking);
  const names = new Set([
    ...(await taking.keys.sessions()),
    ...all.rows.map((row) => row['session'] as SessionId),
  ]);
  if (events !== null)
    for (const session of names) {
      const state = await taking.keys.find(session);
      if (state?.kind === 'destroyed' || taking.has(session)) continue;
      if (!takeRows(events, session, state?.key ?? null, taking)) whole = false;
    }
  if (events !== null && !whole) {
    const aside = events.setAside(stamp);
    tell(
      `events.db cannot be read whole. It is kept as ${aside}; what could be read goes on. Put a whole events.db back within 14 days and start again to have the other sessions too.`,
    );
  } else events?.scrub();
  if (oldKeys !== null && !keysWhole) {
    const aside = oldKeys.setAside(stamp);
    tell(
      `keys.db cannot be read whole. It is kept as ${aside}; sessions whose keys it holds are refused. Put a whole keys.db back and start again to have them too; delete the kept file when nobody needs it, for it holds keys.`,
    );
  } else oldKeys?.scrub();
};
