// The room secret as browsers hold it: a key that gives no bytes back. For a reload the key itself is kept in IndexedDB.

import { createStore, del, entries, promisifyRequest, set } from 'idb-keyval';
import { MINUTE } from '@tele-balint/shared/vocabulary';
import { bytesOf, hashOf } from './links.ts';
import { isShared } from './remembered.ts';

/** As long as a seat token after it was taken. */
const OLDEST = 15 * 24 * 60 * MINUTE;
/** Milliseconds after which a storage that does not answer counts as refused: no page waits for it. */
const ANSWERS_WITHIN = 2_000;

type Row = { readonly key: CryptoKey; readonly at: number };
/** Whose key it is. As with seat tokens, the invitation itself is not kept beyond the tab. */
type Owner = { readonly sessionId: string; readonly invitation: string };

const store = () => createStore('tele-balint', 'room-keys');
const rowOf = async ({ sessionId, invitation }: Owner): Promise<string> =>
  `${sessionId}:${await hashOf(invitation)}`;
const sessionOf = (row: IDBValidKey): string => String(row).split(':')[0] ?? '';

/** What the storage says, or `none` where it refuses or says nothing in time. */
const answer = async <T>(asked: () => Promise<T>, none: T): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<T>((resolve) => (timer = setTimeout(resolve, ANSWERS_WITHIN, none)));
  try {
    return await Promise.race([asked(), late]);
  } catch {
    return none;
  } finally {
    clearTimeout(timer);
  }
};

/**
 * The key of a room secret as it stands in a link.
 * @throws where it is no base64url
 */
export const roomKeyOf = async (secret: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytesOf(secret), 'HKDF', false, ['deriveKey', 'deriveBits']);

/** Keeps the key for a reload; in a browser that keeps nothing the page works until then. */
export const keepRoomKey = (owner: Owner, key: CryptoKey): Promise<void> =>
  answer(async () => set(await rowOf(owner), { key, at: Date.now() } satisfies Row, store()), undefined);

/** The key that was kept, or null. It counts as taken anew, in the same step: what is forgotten meanwhile stays so. */
export const keptRoomKey = (owner: Owner): Promise<CryptoKey | null> =>
  answer(async () => {
    const name = await rowOf(owner);
    return store()('readwrite', async (rows) => {
      const row = await promisifyRequest<Row | undefined>(rows.get(name));
      if (row === undefined) return null;
      rows.put({ ...row, at: Date.now() } satisfies Row, name);
      return row.key;
    });
  }, null);

const forget = (which: (sessionId: string, row: Row) => boolean): Promise<void> =>
  answer(async () => {
    const rooms = store();
    for (const [name, row] of await entries<IDBValidKey, Row>(rooms))
      if (which(sessionOf(name), row)) await del(name, rooms);
  }, undefined);

/** Forgets the keys of a session, by whatever link they came. */
export const forgetRoomKeys = (sessionId: string): Promise<void> =>
  forget((session) => session === sessionId);

/**
 * Forgets keys that are too old and, at a shared computer, those of sessions that this tab is not in.
 * @param isOurs whether this tab is in a session
 */
export const sweepRoomKeys = (isOurs: (sessionId: string) => boolean): Promise<void> =>
  forget((session, { at }) => Date.now() - at > OLDEST || (isShared() && !isOurs(session)));
