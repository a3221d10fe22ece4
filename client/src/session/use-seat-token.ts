import { useEffect, useState } from 'react';
import type { Link } from './address.ts';
import { closeUnlessChosen } from './devices.ts';
import { keepToken, keptToken } from './seat-token.ts';
import type { SessionState } from './store.ts';
import { useSession } from './use-session.ts';

/** The seat token of this link: `undefined` while it is looked for, `null` where the lobby has to ask. */
export const useSeatToken = (link: Link) => {
  const [token, setToken] = useState<string | null | undefined>(undefined);
  useEffect(() => {
    let gone = false;
    void keptToken(link).then((kept) => {
      if (gone) return;
      if (kept !== null) closeUnlessChosen();
      setToken(kept);
    });
    return () => {
      gone = true;
    };
  }, [link]);
  const keep = (next: string | null) => {
    void keepToken(link, next);
    setToken(next);
  };
  return [token, keep] as const;
};

/** Whether nothing of the session is left to come back to. A removed line keeps its token: it says why. */
export const isSessionOver = ({ link, view }: Pick<SessionState, 'link' | 'view'>): boolean =>
  link === 'over' || (view?.kind === 'over' && view.reason === 'ended');

/** Takes the token out of the browser's storage once the session is over. */
export const useForgetting = (link: Link): void => {
  const over = useSession(isSessionOver);
  useEffect(() => {
    if (over) void keepToken(link, null);
  }, [link, over]);
};
