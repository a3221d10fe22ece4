// Destroying what is over, and nothing else: what was answered and is merely missing waits for its file.

import { DAY, later, type Instant, type SessionId } from '@tele-balint/shared/vocabulary';
import type { EventLog } from './event-log.ts';
import type { KeyStore } from './key-store.ts';

/** Milliseconds: for how long the mark of a forgotten session stays, and the key of one whose rows are missing. */
export const KEPT_FOR = 14 * DAY;

/** What a start found; a forgetting that failed is tried again at the next one. */
export type Swept = {
  /** How many keys cannot be read. */
  readonly damagedKeys: number;
  readonly failed: readonly unknown[];
};

export type Sweeping = {
  forget(session: SessionId, now: Instant): Promise<void>;
  sweep(now: Instant): Promise<Swept>;
};

/** The ways of forgetting of a log and its keys. */
export const sweeping = (log: EventLog, keys: KeyStore): Sweeping => {
  const forget = async (session: SessionId, now: Instant): Promise<void> => {
    const state = await keys.find(session);
    if (state?.kind !== 'destroyed') await keys.put(session, { kind: 'destroyed', at: now });
    await log.remove(session);
  };

  /** Looks at one key after a start. */
  const settle = async (session: SessionId, hasRows: boolean, now: Instant): Promise<void> => {
    const state = await keys.find(session);
    if (state?.kind === 'destroyed') {
      // Rows of a forgotten session: a file was put back, or a forgetting was cut short.
      if (hasRows) await log.remove(session);
      if (later(state.at, KEPT_FOR) <= now) await keys.clear(session);
    } else if (state?.kind === 'fresh' && !hasRows) {
      await keys.clear(session);
    } else if (state?.kind === 'marked' && !hasRows && state.missedSince === null) {
      await keys.put(session, { ...state, missedSince: now });
    }
  };

  const sweep = async (now: Instant): Promise<Swept> => {
    const written = new Set(await log.sessions());
    const failed: unknown[] = [];
    for (const session of await keys.sessions())
      await settle(session, written.has(session), now).catch((error: unknown) => failed.push(error));
    const known = new Set(await keys.sessions());
    const damagedKeys = await keys.damaged();
    // A key that cannot be read may be the one that some session misses; after that one it is nobody's.
    if (damagedKeys > 0 && [...written].every((session) => known.has(session)))
      await keys.dropDamaged().catch((error: unknown) => failed.push(error));
    return { damagedKeys, failed };
  };
  return { forget, sweep };
};
