import { useEffect, useState } from 'react';
import type { Link } from './address.ts';
import { closeUnlessChosen } from '../devices/chosen-devices.ts';
import { type Kept, keepToken, keptToken } from './seat-token.ts';

/** The seat token of this link: `undefined` while it is looked for, `null` where the lobby has to ask. */
export const useSeatToken = (link: Link) => {
  const [token, setToken] = useState<Kept | null | undefined>(undefined);
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
  const keep = (next: Kept | null, startsAt: number | null = null) => {
    void keepToken(link, next, startsAt);
    setToken(next);
  };
  return [token, keep] as const;
};
