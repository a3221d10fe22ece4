import { useEffect, useState } from 'react';

/** After a row has gone the others rest this long, in ms: a tap may still be meant for it. */
const REST = 1_000;

/**
 * Whether rows have just moved up under the finger, so that what it hits now is somebody else's. True from the very
 * drawing in which a row is gone: no tap comes between.
 */
export function useMovedUp(rows: readonly string[]): boolean {
  const [before, setBefore] = useState(rows);
  const [gone, setGone] = useState(0);
  const [rested, setRested] = useState(0);
  if (before.length !== rows.length || before.some((row, index) => row !== rows[index])) {
    setBefore(rows);
    if (before.some((row) => !rows.includes(row))) setGone(gone + 1);
  }
  useEffect(() => {
    const timer = setTimeout(() => setRested(gone), REST);
    return () => clearTimeout(timer);
  }, [gone]);
  return gone !== rested;
}
