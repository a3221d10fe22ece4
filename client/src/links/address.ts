import { secretsIn } from './links.ts';

/** What a link says: the session, and the two secrets of its fragment. */
export type Link = { readonly sessionId: string; readonly invitation: string; readonly roomSecret: string };

/** The session in a path, or null for any other page. */
export const sessionIn = (path: string): string | null =>
  /^\/s\/([A-Za-z0-9_-]{16,64})\/?$/.exec(path)?.[1] ?? null;

/** What an address of a session leads to. */
export type Entry = {
  /** `null`: there are no whole secrets, neither in the address nor kept by this tab. */
  readonly link: Link | null;
  /** This tab has forgotten them, because the session was over. */
  readonly over: boolean;
};

const keptUnder = (sessionId: string): string => `tele-balint:link:${sessionId}`;
/** Stands where the secrets stood. */
const OVER = 'over';

const linkIn = (sessionId: string, fragment: string): Link | null => {
  const secrets = secretsIn(fragment);
  return secrets && { sessionId, invitation: secrets.secret, roomSecret: secrets.roomSecret };
};

/**
 * Reads the link of this page and takes the secrets off the address at once, so that neither the history,
 * a screenshot nor a copied address carries them. This tab keeps them for its own reload. A fragment that is no
 * whole link opens nothing, not even what the tab keeps.
 */
export const takeLink = (): Entry | null => {
  const sessionId = sessionIn(location.pathname);
  // A link that was cut off or mistyped is a link all the same, and no way to the first page.
  if (sessionId === null) return location.pathname === '/' ? null : { link: null, over: false };
  const { hash } = location;
  const fresh = linkIn(sessionId, hash);
  if (hash !== '') history.replaceState(null, '', location.pathname);
  try {
    if (fresh !== null)
      sessionStorage.setItem(keptUnder(sessionId), `${fresh.invitation}.${fresh.roomSecret}`);
    const kept = sessionStorage.getItem(keptUnder(sessionId)) ?? '';
    const link = hash === '' ? linkIn(sessionId, kept) : fresh;
    return { link, over: hash === '' && kept === OVER };
  } catch {
    return { link: fresh, over: false };
  }
};

/** Opened again in the same tab, a link changes only the fragment: the page begins anew with it. */
export const takeLinksOpenedLater = (): void =>
  addEventListener('hashchange', () => {
    const comes = location.hash !== '';
    if (takeLink()?.link && comes) location.reload();
  });

/** Where a tab that opened a room keeps its links. */
export const roomKeptUnder = (sessionId: string): string => `tele-balint:room:${sessionId}`;

/** Takes the secrets of a session that is over out of this tab. */
export const forgetLink = (sessionId: string): void => {
  try {
    sessionStorage.setItem(keptUnder(sessionId), OVER);
    sessionStorage.removeItem(roomKeptUnder(sessionId));
  } catch {
    // Without storage nothing was kept.
  }
};
