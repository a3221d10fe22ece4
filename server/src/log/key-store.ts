// The keys of the sessions, kept apart from what they seal: to destroy one is to forget its session.

import { randomBytes } from 'node:crypto';
import type { Instant, SessionId } from '@tele-balint/shared/vocabulary';

/** Bytes of a session's key (AES-256). */
export const KEY_BYTES = 32;

/**
 * `fresh`: nothing was answered under it yet. `marked`: something was; `missedSince` says since when its rows are not there.
 * `destroyed`: forgotten on purpose; the mark stays for a while, so that a file put back brings nothing back.
 */
export type KeyState =
  | { readonly kind: 'fresh'; readonly key: Uint8Array }
  | { readonly kind: 'marked'; readonly key: Uint8Array; readonly missedSince: Instant | null }
  | { readonly kind: 'destroyed'; readonly at: Instant };

export type KeyStore = {
  /** `null` = never seen. */
  find(session: SessionId): Promise<KeyState | null>;
  /** Puts a key or its state on the disk. A destroyed key's bytes are gone from the disk when this answers. */
  put(session: SessionId, state: KeyState): Promise<void>;
  /** Takes every trace of a session away, its key too. */
  clear(session: SessionId): Promise<void>;
  sessions(): Promise<readonly SessionId[]>;
  /** How many keys cannot be read, so that nobody knows whose they are. */
  damaged(): Promise<number>;
  /** Overwrites those, once no session misses its key. */
  dropDamaged(): Promise<void>;
  /** Whether the store is there. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
};

/** A fresh random key. */
export const freshKey = (): Uint8Array => new Uint8Array(randomBytes(KEY_BYTES));

/** Keys in memory: for tests. */
export const memoryKeys = (): KeyStore => {
  const keys = new Map<SessionId, KeyState>();
  return {
    find: async (session) => keys.get(session) ?? null,
    put: async (session, state) => void keys.set(session, state),
    clear: async (session) => void keys.delete(session),
    sessions: async () => [...keys.keys()],
    damaged: async () => 0,
    dropDamaged: async () => undefined,
    ready: async () => true,
    close: async () => undefined,
  };
};
