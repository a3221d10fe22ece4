// The log as a session sees it: entries in, entries out; sealed, chained and checked in between.

import type { Instant, SessionId } from '@tele-balint/shared/vocabulary';
import type { Tail } from './entry.ts';
import type { EventLog } from './event-log.ts';
import { sweeping, type Swept } from './forgetting.ts';
import type { KeyStore } from './key-store.ts';
import { openTail } from './tail.ts';

export type SealedLog = {
  /**
   * Opens a session for reading and appending; a fresh one gets its key with this.
   * @throws LogBroken on a gap, a broken chain, a missing key or missing rows
   */
  open<Result>(session: SessionId): Promise<Tail<Result>>;
  /** The sessions that were answered and are not forgotten, by their keys and by their rows. */
  sessions(): Promise<readonly SessionId[]>;
  /** When the last entry was written, or since when the rows are missing; `null` without either. Needs no whole log. */
  lastAt(session: SessionId): Promise<Instant | null>;
  /** Destroys the key first, then the rows. May be repeated. */
  forget(session: SessionId, now: Instant): Promise<void>;
  /** After a start: finishes forgetting that was cut short, and notes whose rows are missing. */
  sweep(now: Instant): Promise<Swept>;
  /** Whether a row can be written and read, and the keys are there. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
};

/** Joins a log and a key store. */
export const sealedLog = (log: EventLog, keys: KeyStore): SealedLog => {
  const { forget, sweep } = sweeping(log, keys);
  return {
    open: (session) => openTail(log, keys, session),
    sessions: async () => {
      const named = new Set(await log.sessions());
      for (const session of await keys.sessions()) {
        const state = await keys.find(session);
        if (state?.kind === 'marked') named.add(session);
        else if (state?.kind === 'destroyed') named.delete(session);
      }
      return [...named];
    },
    lastAt: async (session) => {
      const last = await log.lastAt(session);
      if (last !== null) return last as Instant;
      const state = await keys.find(session);
      return state?.kind === 'marked' ? state.missedSince : null;
    },
    forget,
    sweep,
    ready: async () => (await log.ready()) && (await keys.ready()),
    close: async () => {
      await log.close();
      await keys.close();
    },
  };
};
