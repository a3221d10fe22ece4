import { MINUTE } from '@tele-balint/shared/vocabulary';
import type { Link } from './address.ts';

const base64url = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const PREFIX = 'tele-balint:seat:';
/** A session that nobody begins ends after 14 days: an older token opens nothing any more. */
const OLDEST = 15 * 24 * 60 * MINUTE;

/** The invitation itself is not kept beyond this tab: its hash names the token's drawer. */
const drawerOf = async ({ sessionId, invitation }: Link): Promise<string> => {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(invitation));
  return `${PREFIX}${sessionId}:${base64url(hash)}`;
};

/** A kept token with the instant at which it was taken, by this device's clock. */
const written = (token: string): string => `${Date.now()} ${token}`;
const read = (text: string | null): { readonly token: string; readonly at: number } | null => {
  const [, at, token] = /^(\d+) (.+)$/.exec(text ?? '') ?? [];
  return token === undefined ? null : { token, at: Number(at) };
};

/** The seat token that this browser got for this link, so that a reload and a second visit find the place. */
export const keptToken = async (link: Link): Promise<string | null> => {
  try {
    return read(localStorage.getItem(await drawerOf(link)))?.token ?? null;
  } catch {
    return null;
  }
};

/** Keeps the token, or forgets it where it opens nothing any more. */
export const keepToken = async (link: Link, token: string | null): Promise<void> => {
  try {
    const drawer = await drawerOf(link);
    if (token === null) localStorage.removeItem(drawer);
    else localStorage.setItem(drawer, written(token));
  } catch {
    // Without storage the place is held by this tab alone.
  }
};

/** Takes out the tokens of sessions that are long over, or that say not when they were taken. */
export const sweepTokens = (): void => {
  try {
    for (const drawer of Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))) {
      const kept = read(localStorage.getItem(drawer));
      if (kept === null || Date.now() - kept.at > OLDEST) localStorage.removeItem(drawer);
    }
  } catch {
    // Without storage there is nothing to sweep.
  }
};
