// The keys of the sessions, kept apart from what they seal: to destroy one is to forget its session.

import { randomBytes } from 'node:crypto';
import type { SessionId } from '@tele-balint/shared/vocabulary';

/** Bytes of a session's key (AES-256). */
export const KEY_BYTES = 32;

export type KeyStore = {
  /** The session's key; a fresh one where there is none. */
  make(session: SessionId): Promise<Uint8Array>;
  /** `destroyed` = forgotten on purpose and its rows not yet deleted; `null` = never seen. */
  find(session: SessionId): Promise<Uint8Array | 'destroyed' | null>;
  /** Destroys the key for good and leaves a mark until `clear`. */
  destroy(session: SessionId): Promise<void>;
  /** Takes the mark away, or a key that no log belongs to. */
  clear(session: SessionId): Promise<void>;
  sessions(): Promise<readonly SessionId[]>;
  close(): Promise<void>;
};

/** A fresh random key. */
export const freshKey = (): Uint8Array => new Uint8Array(randomBytes(KEY_BYTES));

/** Keys in memory: for tests. */
export const memoryKeys = (): KeyStore => {
  const keys = new Map<SessionId, Uint8Array | 'destroyed'>();
  return {
    make: async (session) => {
      const known = keys.get(session);
      const key = known instanceof Uint8Array ? known : freshKey();
      keys.set(session, key);
      return key;
    },
    find: async (session) => keys.get(session) ?? null,
    destroy: async (session) => void keys.set(session, 'destroyed'),
    clear: async (session) => void keys.delete(session),
    sessions: async () => [...keys.keys()],
    close: async () => undefined,
  };
};
