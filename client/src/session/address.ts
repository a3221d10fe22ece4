/** What a link says: the session, and the two secrets of its fragment. */
export type Link = { readonly sessionId: string; readonly invitation: string; readonly roomSecret: string };

/** The session in a path, or null for any other page. */
export const sessionIn = (path: string): string | null =>
  /^\/s\/([A-Za-z0-9_-]{16,64})\/?$/.exec(path)?.[1] ?? null;

/** Both secrets of a fragment `#<invitation>.<roomSecret>`, or null. */
export const secretsIn = (fragment: string): Pick<Link, 'invitation' | 'roomSecret'> | null => {
  const [, invitation, roomSecret] =
    /^#?([A-Za-z0-9_-]{22,64})(?:\.([A-Za-z0-9_-]{0,128}))?$/.exec(fragment) ?? [];
  return invitation === undefined ? null : { invitation, roomSecret: roomSecret ?? '' };
};

/** What an address of a session leads to. */
export type Entry = {
  readonly sessionId: string;
  /** `null`: there are no secrets, neither in the address nor kept by this tab. */
  readonly link: Link | null;
  /** This tab has forgotten them, because the session was over. */
  readonly over: boolean;
};

const keptUnder = (sessionId: string): string => `tele-balint:link:${sessionId}`;
/** Stands where the secrets stood. */
const OVER = 'over';

/**
 * Reads the link of this page and takes the secrets off the address at once, so that neither the history,
 * a screenshot nor a copied address carries them. This tab keeps them for its own reload.
 */
export const takeLink = (): Entry | null => {
  const sessionId = sessionIn(location.pathname);
  if (sessionId === null) return null;
  const fresh = secretsIn(location.hash);
  if (location.hash !== '') history.replaceState(null, '', location.pathname);
  try {
    if (fresh !== null)
      sessionStorage.setItem(keptUnder(sessionId), `${fresh.invitation}.${fresh.roomSecret}`);
    const kept = sessionStorage.getItem(keptUnder(sessionId)) ?? '';
    const secrets = fresh ?? secretsIn(kept);
    return { sessionId, link: secrets === null ? null : { sessionId, ...secrets }, over: kept === OVER };
  } catch {
    return { sessionId, link: fresh === null ? null : { sessionId, ...fresh }, over: false };
  }
};

/** Opened again in the same tab, a link changes only the fragment: the page begins anew with it. */
export const takeLinksOpenedLater = (): void =>
  addEventListener('hashchange', () => {
    const comes = location.hash !== '';
    if (takeLink() !== null && comes) location.reload();
  });

/** Takes the secrets of a session that is over out of this tab. */
export const forgetLink = (sessionId: string): void => {
  try {
    sessionStorage.setItem(keptUnder(sessionId), OVER);
  } catch {
    // Without storage nothing was kept.
  }
};
