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

const keptUnder = (sessionId: string): string => `tele-balint:link:${sessionId}`;

/**
 * Reads the link of this page and takes the secrets off the address at once, so that neither the history,
 * a screenshot nor a copied address carries them. This tab keeps them for its own reload.
 */
export const takeLink = (): { readonly sessionId: string; readonly link: Link | null } | null => {
  const sessionId = sessionIn(location.pathname);
  if (sessionId === null) return null;
  const fresh = secretsIn(location.hash);
  if (location.hash !== '') history.replaceState(null, '', location.pathname);
  try {
    if (fresh !== null)
      sessionStorage.setItem(keptUnder(sessionId), `${fresh.invitation}.${fresh.roomSecret}`);
    const secrets = fresh ?? secretsIn(sessionStorage.getItem(keptUnder(sessionId)) ?? '');
    return { sessionId, link: secrets === null ? null : { sessionId, ...secrets } };
  } catch {
    return { sessionId, link: fresh === null ? null : { sessionId, ...fresh } };
  }
};
