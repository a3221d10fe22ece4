import { useEffect, useRef } from 'react';

/** After a row has gone, this long a tap may still be meant for it, in ms: a hurried second one, or one just before. */
const REST = 1_000;

/** Tells at a press whether the rows have just moved up under the finger: what it hits now is somebody else's. */
export function useMovedUp(rows: readonly string[]): () => boolean {
  const before = useRef(rows);
  const movedAt = useRef(-REST);
  useEffect(() => {
    if (before.current.some((row) => !rows.includes(row))) movedAt.current = performance.now();
    before.current = rows;
  });
  return () => performance.now() - movedAt.current < REST;
}
