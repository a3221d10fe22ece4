// The rug in the middle of the circle, and the words on it.

import { apart, type Box, type Ellipse, GAP, MIDDLE } from './box.ts';

/** A rug of less carries no words. */
export const LEAST_RUG: Ellipse = { rx: 180, ry: 100 };
/** What the rug keeps from every tile. */
const MARGIN = GAP + 4;
/** A rug is never wider than this times its height. */
const FLAT = 2.2;
const STEP = 2;
/** The words' share of the rug's width, and what is left of its height there, with a little for short first lines. */
const WORDS = { w: 0.8, h: 0.75 } as const;

/** The widest rug of half this height that keeps its distance from a box; touching means its nearest corner. */
const widestBeside = ({ x, y, w, h }: Box, ry: number): number => {
  const aside = Math.max(0, Math.abs(x) - w / 2 - MARGIN);
  const above = Math.max(0, Math.abs(y) - h / 2 - MARGIN);
  return above >= ry ? Infinity : aside / Math.sqrt(1 - (above / ry) ** 2);
};

/** The rug of the largest area within `most` that keeps its distance from every tile; `null` where it is too small. */
export const rugIn = (seats: readonly Box[], most: Ellipse): Ellipse | null => {
  let best: Ellipse | null = null;
  for (let ry = LEAST_RUG.ry; ry <= most.ry; ry += STEP) {
    const rx = Math.min(most.rx, ry * FLAT, ...seats.map((seat) => widestBeside(seat, ry)));
    if (rx >= LEAST_RUG.rx && (best === null || rx * ry > best.rx * best.ry)) best = { rx, ry };
  }
  return best;
};

/** Notices are never wider, in px. */
const NOTICES = 544;

/**
 * Where notices stand: at the rug's lower edge, clear of every tile however many there are of them. They may cover
 * words there, never a face.
 */
export const noticesOn = ({ rx, ry }: Ellipse, seats: readonly Box[]): Box => {
  for (let bottom = ry; bottom > MIDDLE.h / 2; bottom -= STEP)
    for (let w = Math.min(NOTICES, 2 * rx); w >= MIDDLE.w; w -= STEP) {
      const h = bottom + ry * WORDS.h;
      const box = { x: 0, y: bottom - h / 2, w, h };
      if (seats.every((seat) => apart(seat, box, GAP))) return box;
    }
  return MIDDLE;
};

/** The phase's name is as high, in px: where it has no room nothing stands, rather than half of it. */
const LINE = 36;

/** Where the words stand: inside the rug, whatever its size, and above what `notices` cover of it. */
export const wordsOn = ({ rx, ry }: Ellipse, notices: Box, covered = 0): Box => {
  const top = -ry * WORDS.h;
  const free = covered === 0 ? -top : Math.min(-top, notices.y + notices.h / 2 - covered - GAP / 2);
  const bottom = free - top < LINE ? top : free;
  return { x: 0, y: (top + bottom) / 2, w: 2 * rx * WORDS.w, h: bottom - top };
};
