// The log as a session sees it: entries in, entries out; sealed, chained and checked in between.

import type { Instant, SessionId } from '@tele-balint/shared/vocabulary';
import type { Tail } from './entry.ts';
import type { EventLog } from './event-log.ts';
import { sweeping, type Swept } from './forgetting.ts';
import type { KeyStore } from './key-store.ts';
import { openTail } from './tail.ts';
import { toldAt } from './tombstones.ts';

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
  /** Destroys the key first, then the rows; `destroyed` is called in between. May be repeated. */
  forget(session: SessionId, now: () => Instant, destroyed?: () => void): Promise<void>;
  /**
   * When the last copy of the session's key was destroyed, of every file that held one; `destroyedAt` is `null` while it is there, and the whole
   * answer where nothing is known of the session, not any more either.
   */
  fate(session: SessionId, now: Instant): Promise<{ readonly destroyedAt: Instant | null } | null>;
  /** Lets what is left of forgotten sessions grow old; answers when to do so next. */
  age(now: Instant): Promise<Instant | null>;
  /** After a start: finishes forgetting that was cut short, and notes whose rows are missing. */
  sweep(now: Instant): Promise<Swept>;
  /** Whether a row can be written and read, and the keys are there. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
};

/** Joins a log and a key store. */
export const sealedLog = (log: EventLog, keys: KeyStore): SealedLog => {
  const { forget, sweep, age } = sweeping(log, keys);
  return {
    open: (session) => openTail(log, keys, session),
    sessions: async () => {
      const written = await log.sessions();
      const named: SessionId[] = [];
      for (const session of new Set([...written, ...(await keys.sessions())])) {
        const state = await keys.find(session);
        if (state?.kind === 'marked' || (state?.kind !== 'destroyed' && written.includes(session)))
          named.push(session);
      }
      return named;
    },
    lastAt: async (session) => {
      const last = await log.lastAt(session);
      if (last !== null) return last as Instant;
      const state = await keys.find(session);
      return state?.kind === 'marked' ? state.missedSince : null;
    },
    forget,
    fate: async (session, now) => {
      const state = await keys.find(session);
      if (state === null) return null;
      if (state.kind !== 'destroyed') return { destroyedAt: null };
      const destroyedAt = toldAt(state.at, now);
      return destroyedAt === null ? null : { destroyedAt };
    },
    age,
    sweep,
    ready: async () => (await log.ready()) && (await keys.ready()),
    close: async () => {
      await log.close();
      await keys.close();
    },
  };
};
