// The outer circle: left and right of the circle in turn, stacked around the middle, so that the corners stay free for
// a chair. Pure; all lengths in px.

import { ASPECT, type Box, GAP, PAD, type Size } from './box.ts';
import { CHAIR, TAG } from './chair.ts';

/** The size of a seat there, as a share of one in the circle. */
const SHARE = 0.62;
const WIDTH = { least: 88, most: 132 } as const;
/** How far they stand from each other. */
const CLOSE = 10;

/** The seats of the outer circle beside tiles of this width, and what they take from each side of the stage. */
export const outerFor = (
  count: number,
  w: number,
  { width, height }: Size,
): { readonly outer: readonly Box[]; readonly inset: number } => {
  if (count === 0) return { outer: [], inset: 0 };
  const wide = Math.max(WIDTH.least, Math.min(WIDTH.most, w * SHARE));
  const high = wide / ASPECT;
  const corner = PAD + TAG + GAP + (w * CHAIR) / ASPECT;
  const rows = Math.max(1, Math.floor((height - 2 * corner + CLOSE) / (high + CLOSE)));
  const columns = Math.ceil(Math.ceil(count / 2) / rows);
  const outer = Array.from({ length: count }, (_, i) => {
    const right = i % 2;
    const onSide = Math.ceil((count - right) / 2);
    const k = Math.floor(i / 2);
    const column = Math.floor(k / rows);
    const stacked = Math.min(rows, onSide - column * rows);
    return {
      x: (right === 1 ? 1 : -1) * (width / 2 - PAD - wide / 2 - column * (wide + CLOSE)),
      y: ((k % rows) - (stacked - 1) / 2) * (high + CLOSE),
      w: wide,
      h: high,
    };
  });
  return { outer, inset: columns * (wide + CLOSE) + GAP - CLOSE };
};
