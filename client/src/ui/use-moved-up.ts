import { useEffect, useRef, useState } from 'react';

/** After a row has gone the others rest this long, in ms: a tap may still be meant for it. */
const REST = 1_000;

/** Whether rows have just moved up under the finger, so that what it hits now is somebody else's. */
export function useMovedUp(rows: readonly string[]): boolean {
  const before = useRef(rows);
  const [rests, setRests] = useState(false);
  const key = rows.join(' ');
  useEffect(() => {
    const lost = before.current.some((row) => !key.split(' ').includes(row));
    before.current = key.split(' ');
    if (lost) setRests(true);
  }, [key]);
  useEffect(() => {
    if (!rests) return;
    const timer = setTimeout(() => setRests(false), REST);
    return () => clearTimeout(timer);
  }, [rests, key]);
  return rests;
}
