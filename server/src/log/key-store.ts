// The keys of the sessions, kept apart from what they seal: to destroy one is to forget its session.

import { createHash, randomBytes } from 'node:crypto';
import type { Instant, SessionId } from '@tele-balint/shared/vocabulary';

/** Bytes of a session's key (AES-256). */
export const KEY_BYTES = 32;

/**
 * `fresh`: nothing was answered under it yet. `marked`: something was; `missedSince` says since when its rows are not there.
 * `destroyed`: forgotten on purpose; a tombstone stays for a while, so that a file put back brings nothing back.
 */
export type KeyState =
  | { readonly kind: 'fresh'; readonly key: Uint8Array }
  | { readonly kind: 'marked'; readonly key: Uint8Array; readonly missedSince: Instant | null }
  | { readonly kind: 'destroyed'; readonly at: Instant };

/** What is left of a forgotten session, in the place of its key: the SHA-256 of its id, and when the key was destroyed. */
export type Tombstone = { readonly hash: string; readonly at: Instant };

/** By what a session is found here, with its key and without: it does not say which session that was. */
export const hashOfSession = (session: SessionId): string =>
  createHash('sha256').update(session).digest('base64url');

export type KeyStore = {
  /** `null` = never seen. */
  find(session: SessionId): Promise<KeyState | null>;
  /** Puts a key or its state on the disk. A destroyed key's bytes are gone from the disk when this answers. */
  put(session: SessionId, state: KeyState): Promise<void>;
  /** Takes every trace of a session away, its key too. */
  clear(session: SessionId): Promise<void>;
  /** Those whose key is there. */
  sessions(): Promise<readonly SessionId[]>;
  /** Of those whose key was destroyed. */
  tombstones(): Promise<readonly Tombstone[]>;
  /** Writes another instant into a tombstone, or takes it away. */
  date(hash: string, at: Instant | null): Promise<void>;
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
  const keys = new Map<string, { readonly session: SessionId; readonly state: KeyState }>();
  const all = () => [...keys.values()];
  return {
    find: async (session) => keys.get(hashOfSession(session))?.state ?? null,
    put: async (session, state) => void keys.set(hashOfSession(session), { session, state }),
    clear: async (session) => void keys.delete(hashOfSession(session)),
    sessions: async () =>
      all().flatMap(({ session, state }) => (state.kind === 'destroyed' ? [] : [session])),
    tombstones: async () =>
      [...keys].flatMap(([hash, { state }]) => (state.kind === 'destroyed' ? [{ hash, at: state.at }] : [])),
    date: async (hash, at) => {
      const known = keys.get(hash);
      if (at === null || known === undefined) keys.delete(hash);
      else keys.set(hash, { ...known, state: { kind: 'destroyed', at } });
    },
    damaged: async () => 0,
    dropDamaged: async () => undefined,
    ready: async () => true,
    close: async () => undefined,
  };
};
