import { useEffect, useState } from 'react';

/** The answer is read within this time, in ms. */
const SHOWN = 8_000;

/**
 * Somebody asks why a control rests; the answer stands for a while, and no longer than it is true.
 * @param reason why it rests now, or `null` where it does not
 */
export const useWhy = (reason: string | null) => {
  const [asked, setAsked] = useState<{ readonly reason: string } | null>(null);
  useEffect(() => {
    if (asked === null) return;
    const timer = setTimeout(() => setAsked(null), SHOWN);
    return () => clearTimeout(timer);
  }, [asked]);
  return {
    why: asked !== null && asked.reason === reason ? reason : null,
    ask: () => setAsked(reason === null ? null : { reason }),
  };
};
