import { useEffect, useState } from 'react';
import type { Link } from './address.ts';
import { closeUnlessChosen } from '../devices/chosen-devices.ts';
import { forgetToken, type Kept, keepToken, keptToken, onTokenElsewhere } from './seat-token.ts';

/** The place of this link in this browser, and how the lobby comes to it. */
export const useSeatToken = (link: Link) => {
  const [kept, setKept] = useState<Kept | null | undefined>(undefined);
  const [elsewhere, setElsewhere] = useState<Kept | null>(null);
  useEffect(() => {
    let gone = false;
    void keptToken(link).then((found) => {
      if (gone) return;
      if (found !== null) closeUnlessChosen();
      setKept(found);
    });
    return () => {
      gone = true;
    };
  }, [link]);
  useEffect(() => {
    if (kept !== null) return undefined;
    // To a place that somebody has left only they themselves lead back.
    return onTokenElsewhere(link, (found) => setElsewhere(found?.left === true ? null : found));
  }, [link, kept]);
  const take = (place: Kept | null) => {
    setElsewhere(null);
    setKept(place);
  };
  return {
    /** `undefined` while it is looked for, `null` where the lobby has to ask. */
    kept,
    /** What another window of this browser has got while this one stands in the lobby. */
    elsewhere,
    /** Goes to the place that this browser has got since the page began; whether there is one. */
    findPlace: async (): Promise<boolean> => {
      const found = await keptToken(link);
      take(found);
      return found !== null;
    },
    /** Goes to the place that the server has given, or to another window's, where that was quicker. */
    keep: (got: Kept, startsAt: number | null) => void keepToken(link, got, startsAt).then(take),
    /** Its token opens nothing any more: to the lobby, or to a place that another window has got by this link. */
    lose: ({ token }: Kept) =>
      void forgetToken(link, token)
        .then(() => keptToken(link))
        .then(take),
  };
};
