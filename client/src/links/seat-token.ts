import { MINUTE } from '@tele-balint/shared/vocabulary';
import { isShared, PLACES } from './remembered.ts';
import { hashOf } from './links.ts';

/** A session that nobody begins ends 14 days after its date, or its opening: an older token opens nothing any more. */
const OLDEST = 15 * 24 * 60 * MINUTE;

type Owner = { readonly sessionId: string; readonly invitation: string };

/** The invitation itself is not kept beyond this tab: its hash names the token's drawer. */
const drawerOf = async ({ sessionId, invitation }: Owner): Promise<string> =>
  `${PLACES}${sessionId}:${await hashOf(invitation)}`;

/** What this browser has of a place: its token, whether the open link led to it, and whether its owner has left and not come back. */
export type Kept = { readonly token: string; readonly open: boolean; readonly left?: boolean };

/** As it lies there, with the instant from which its age counts: when it was taken, by this device's clock, or the session's date. */
type Lying = Kept & { readonly at: number };

const written = ({ token, open, left, at }: Lying): string =>
  `${at} ${token}${open ? ' open' : ''}${left ? ' left' : ''}`;
const read = (text: string | null): Lying | null => {
  const [, at, token, open, left] = /^(\d+) (\S+)( open)?( left)?$/.exec(text ?? '') ?? [];
  if (token === undefined) return null;
  return { token, open: open !== undefined, left: left !== undefined, at: Number(at) };
};

const lyingIn = (drawer: string): Lying | null =>
  read(sessionStorage.getItem(drawer) ?? localStorage.getItem(drawer));

/** The seat token that this browser got for this link, so that a reload and a second visit find the place. */
export const keptToken = async (link: Owner): Promise<Kept | null> => {
  try {
    return lyingIn(await drawerOf(link));
  } catch {
    return null;
  }
};

/**
 * Keeps a token until after the session's date. Where another window of this browser has got one by this link meanwhile, that one
 * stays, or that window would find no place after a reload. Gives back which of both is kept.
 */
export const keepToken = async (link: Owner, kept: Kept, startsAt: number | null = null): Promise<Kept> => {
  try {
    const drawer = await drawerOf(link);
    const there = lyingIn(drawer);
    if (there !== null && there.token !== kept.token) return there;
    const at = Math.max(Date.now(), startsAt ?? 0);
    // At a shared computer the place is this tab's alone.
    (isShared() ? sessionStorage : localStorage).setItem(drawer, written({ ...kept, at }));
  } catch {
    // Without storage the place is held by this tab alone.
  }
  return kept;
};

/** Changes what is kept of this very token; what another window has put into the drawer is that window's. */
const change = async (link: Owner, token: string, to: (there: Lying) => Lying | null): Promise<void> => {
  try {
    const drawer = await drawerOf(link);
    for (const storage of [sessionStorage, localStorage]) {
      const there = read(storage.getItem(drawer));
      if (there?.token !== token) continue;
      const next = to(there);
      if (next === null) storage.removeItem(drawer);
      else storage.setItem(drawer, written(next));
    }
  } catch {
    // Without storage nothing was kept.
  }
};

/** Forgets a token that opens nothing any more. */
export const forgetToken = (link: Owner, token: string): Promise<void> => change(link, token, () => null);

/** Keeps whether its owner has left. Its age counts on: for an evening that lies ahead it would else be swept before that. */
export const keepLeft = (link: Owner, token: string, left: boolean): Promise<void> =>
  change(link, token, (there) => ({ ...there, left }));

/** Tells what is kept for a link whenever another window of this browser has changed it. Gives back how to stop. */
export const onTokenElsewhere = (link: Owner, tell: (kept: Kept | null) => void): (() => void) => {
  let stopped = false;
  const look = ({ key }: StorageEvent) => {
    // Without a name: all was taken out.
    if (key !== null && !key.startsWith(PLACES)) return;
    void keptToken(link).then((kept) => {
      if (!stopped) tell(kept);
    });
  };
  addEventListener('storage', look);
  return () => {
    stopped = true;
    removeEventListener('storage', look);
  };
};

/** Takes out the tokens of sessions that are long over, or that say not when they were taken. */
export const sweepTokens = (): void => {
  try {
    for (const drawer of Object.keys(localStorage).filter((key) => key.startsWith(PLACES))) {
      const kept = read(localStorage.getItem(drawer));
      if (kept === null || Date.now() - kept.at > OLDEST) localStorage.removeItem(drawer);
    }
  } catch {
    // Without storage there is nothing to sweep.
  }
};
