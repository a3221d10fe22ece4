import type { Link } from './address.ts';

const base64url = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** The invitation itself is not kept beyond this tab: its hash names the token's drawer. */
const drawerOf = async ({ sessionId, invitation }: Link): Promise<string> => {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(invitation));
  return `tele-balint:seat:${sessionId}:${base64url(hash)}`;
};

/** The seat token that this browser got for this link, so that a reload and a second visit find the place. */
export const keptToken = async (link: Link): Promise<string | null> => {
  try {
    return localStorage.getItem(await drawerOf(link));
  } catch {
    return null;
  }
};

/** Keeps the token, or forgets it where it opens nothing any more. */
export const keepToken = async (link: Link, token: string | null): Promise<void> => {
  try {
    const drawer = await drawerOf(link);
    if (token === null) localStorage.removeItem(drawer);
    else localStorage.setItem(drawer, token);
  } catch {
    // Without storage the place is held by this tab alone.
  }
};
