import { type HeldSecret, holdSecret } from './held-secret.ts';
import { secretsIn } from './links.ts';
import { forgetRoomKeys, keepRoomKey, keptRoomKey, roomKeyOf } from './room-key.ts';

/** What a link says: the session, and the two secrets of its fragment. */
export type Link = {
  readonly sessionId: string;
  readonly invitation: string;
  /** The room secret, as a key that gives no bytes back. */
  readonly roomKey: CryptoKey;
  /** Its bytes, for as long as this page needs them. */
  readonly roomSecret: HeldSecret;
  /** Somebody has just opened it; otherwise the page was loaded anew. */
  readonly opened: boolean;
};

/** The session in a path, or null for any other page. */
export const sessionIn = (path: string): string | null =>
  /^\/s\/([A-Za-z0-9_-]{16,64})\/?$/.exec(path)?.[1] ?? null;

/** What an address of a session leads to. */
export type Entry = {
  /** `null`: there are no whole secrets, neither in the address nor kept by this browser. */
  readonly link: Link | null;
  /** This tab has forgotten them, because the session was over. */
  readonly over: boolean;
};

/** The secrets of a link; the room's is `null` where only its key was kept. */
type Secrets = {
  readonly sessionId: string;
  readonly invitation: string;
  readonly roomSecret: string | null;
};
type Taken = { readonly secrets: Secrets | null; readonly fresh: boolean; readonly over: boolean };

const keptUnder = (sessionId: string): string => `tele-balint:link:${sessionId}`;
/** Stands where the secrets stood. */
const OVER = 'over';
const INVITATION = /^[A-Za-z0-9_-]{22,64}$/;

const linkIn = (sessionId: string, fragment: string): Secrets | null => {
  const secrets = secretsIn(fragment);
  return secrets && { sessionId, invitation: secrets.secret, roomSecret: secrets.roomSecret };
};
/** What a tab keeps: whoever leads the whole, everybody else the invitation. */
const keptIn = (sessionId: string, kept: string): Secrets | null =>
  linkIn(sessionId, kept) ??
  (INVITATION.test(kept) ? { sessionId, invitation: kept, roomSecret: null } : null);

/** Takes the secrets of this page off the address, or out of the tab's storage. */
const takeSecrets = (): Taken | null => {
  const sessionId = sessionIn(location.pathname);
  const none = { secrets: null, fresh: false, over: false };
  // A link that was cut off or mistyped is a link all the same, and no way to the first page.
  if (sessionId === null) return location.pathname === '/' ? null : none;
  const { hash } = location;
  const fresh = linkIn(sessionId, hash);
  if (hash !== '') history.replaceState(null, '', location.pathname);
  try {
    const kept = sessionStorage.getItem(keptUnder(sessionId)) ?? '';
    if (hash === '') return { secrets: keptIn(sessionId, kept), fresh: false, over: kept === OVER };
    if (fresh === null) return none;
    if (kept !== `${fresh.invitation}.${fresh.roomSecret}`)
      sessionStorage.setItem(keptUnder(sessionId), fresh.invitation);
  } catch {
    // Without storage the page has its link until a reload.
  }
  return { secrets: fresh, fresh: true, over: false };
};

/** The bytes, which this tab keeps with the invitation where its page says so. */
const heldIn = ({ sessionId, invitation, roomSecret }: Secrets): HeldSecret =>
  holdSecret(roomSecret, {
    read: () => {
      try {
        return linkIn(sessionId, sessionStorage.getItem(keptUnder(sessionId)) ?? '')?.roomSecret ?? null;
      } catch {
        return null;
      }
    },
    write: (bytes) => {
      try {
        sessionStorage.setItem(keptUnder(sessionId), `${invitation}.${bytes}`);
      } catch {
        // Without storage this page alone has them.
      }
    },
  });

const keyOf = async ({ roomSecret, ...owner }: Secrets, fresh: boolean): Promise<CryptoKey | null> => {
  if (roomSecret === null) return keptRoomKey(owner);
  const key = await roomKeyOf(roomSecret).catch(() => null);
  if (key !== null && fresh) await keepRoomKey(owner, key);
  return key;
};

/**
 * Reads the link of this page and takes the secrets off the address at once, so that neither the history,
 * a screenshot nor a copied address carries them. For its own reload this tab keeps the invitation, and this browser the
 * room's key. A fragment that is no whole link opens nothing, not even what is kept.
 */
export const takeLink = async (): Promise<Entry | null> => {
  const taken = takeSecrets();
  if (taken === null) return null;
  const { secrets, fresh, over } = taken;
  if (secrets === null) return { link: null, over };
  const { sessionId, invitation } = secrets;
  const roomKey = await keyOf(secrets, fresh);
  if (roomKey === null) return { link: null, over };
  return { link: { sessionId, invitation, roomKey, roomSecret: heldIn(secrets), opened: fresh }, over };
};

/** Opened again in the same tab, a link changes only the fragment: the page begins anew, and takes it off the address. */
export const takeLinksOpenedLater = (): void =>
  addEventListener('hashchange', () => {
    if (location.hash === '') return;
    if (secretsIn(location.hash) !== null) location.reload();
    else history.replaceState(null, '', location.pathname);
  });

/** Whether this tab is in a session, or could come back to it by a reload. */
export const isTabIn = (sessionId: string): boolean => {
  try {
    return keptIn(sessionId, sessionStorage.getItem(keptUnder(sessionId)) ?? '') !== null;
  } catch {
    return false;
  }
};

/** Where a tab that opened a room keeps its links. */
export const roomKeptUnder = (sessionId: string): string => `tele-balint:room:${sessionId}`;

/** Takes the secrets of a session that is over out of this tab, and its key out of this browser. */
export const forgetLink = (sessionId: string): void => {
  void forgetRoomKeys(sessionId);
  try {
    sessionStorage.setItem(keptUnder(sessionId), OVER);
    sessionStorage.removeItem(roomKeptUnder(sessionId));
  } catch {
    // Without storage nothing was kept.
  }
};
