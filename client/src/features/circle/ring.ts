// Where the seats of the circle stand. Pure; all lengths in px. It depends on the places and the stage alone, never on
// who presents or speaks.

import { apart, ASPECT, type Box, type Ellipse, GAP, MIDDLE, PAD, type Size } from './box.ts';
import { chairsFit, chairsFor } from './chair.ts';
import { outerFor } from './outer.ts';
import { rugIn } from './rug.ts';
import { type Drawing, placed, shapesFor } from './shapes.ts';

export type RingPlan = {
  readonly seats: readonly Box[];
  /** For each seat, where its chair goes when it moves back. */
  readonly chairs: readonly Box[];
  /** The outer circle. */
  readonly outer: readonly Box[];
  readonly w: number;
  readonly h: number;
  /** Half axes of the curve through the middles of the outermost seats. */
  readonly curve: Ellipse;
  /** The middle of the circle on the stage. */
  readonly cx: number;
  readonly cy: number;
  readonly rug: Ellipse;
};

/** A stage that is narrower, lower or upright has larger faces in the grid. */
const STAGE = { width: 760, height: 360 } as const;
/** Below the least width a face is too small: the grid is better. Wider stages have wider tiles. */
const WIDTH = { least: 112, most: 244, ofStage: 0.178, step: 2 } as const;
/** No tile is wider than this share of the stage's height, so that the middle stays calm. */
const TALL = 0.36;
/** The middle has at least this share of the stage. */
const MIDDLE_SHARE = { w: 0.33, h: 0.32 } as const;
const BENDS = [0.5, 0.4, 0.3, 0.2, 0.1, 0];
/** How far the sides are drawn in, in tiles: so they leave room for a chair beside them. */
const DRAWN_IN = [0, 0.35, 0.7];
/** How much of a tile's width is given up for roundness, and for rows of one length. */
const PRICE = { square: 0.65, uneven: 0.06 } as const;

const middleOf = ({ width, height }: Size): Box => ({
  ...MIDDLE,
  w: Math.max(MIDDLE.w, width * MIDDLE_SHARE.w),
  h: Math.max(MIDDLE.h, height * MIDDLE_SHARE.h),
});

/** How far the seats stand from an ellipse: 0 is round. */
const squareness = (seats: readonly Box[], { rx, ry }: Ellipse): number =>
  seats.reduce((sum, { x, y }) => sum + Math.abs((x / rx) ** 2 + (y / ry) ** 2 - 1), 0) / seats.length;

const fits = (seats: readonly Box[], outer: readonly Box[], middle: Box, width: number): boolean =>
  seats.every(
    (a, i) =>
      Math.abs(a.x) + a.w / 2 <= width / 2 - PAD + 1 &&
      apart(a, middle, 0) &&
      outer.every((other) => apart(a, other, GAP)) &&
      seats.every((b, j) => j <= i || apart(a, b, GAP)),
  );

/** A drawing with tiles of this width, or `null` where something would be in the way of something. */
const standing = (
  people: readonly number[],
  count: number,
  drawing: Drawing,
  w: number,
  stage: Size,
): Omit<RingPlan, 'chairs'> | null => {
  const { outer, inset } = outerFor(count, w, stage);
  const { seats, curve } = placed(people, { ...drawing, inset: inset + drawing.inset * w }, w, stage);
  const h = w / ASPECT;
  if (curve.ry <= 0 || curve.rx <= w * 0.6) return null;
  if (!fits(seats, outer, middleOf(stage), stage.width)) return null;
  const rug = rugIn(seats, { rx: curve.rx - w / 2, ry: curve.ry - h / 2 });
  const plan = { seats, outer, w, h, curve, cx: stage.width / 2, cy: stage.height / 2 };
  return rug !== null && chairsFit(plan, stage) ? { ...plan, rug } : null;
};

/** What stands with the widest tiles between these widths: halved until none is left, as less always fits better. */
const widest = <T>(least: number, most: number, at: (w: number) => T | null): T | null => {
  const all = at(most);
  if (all !== null) return all;
  let [low, high, best] = [least, most, at(least)];
  while (best !== null && high - low > WIDTH.step) {
    const middle = low + WIDTH.step * Math.floor((high - low) / (2 * WIDTH.step));
    const plan = at(middle);
    if (plan === null) high = middle;
    else [low, best] = [middle, plan];
  }
  return best;
};

const even = (w: number): number => WIDTH.step * Math.floor(w / WIDTH.step);

/**
 * The circle for tiles with so many people each, and an outer circle: the one with the largest tiles, a little of which
 * is given up for roundness. Every seat has a spot for its chair outside. `null` where a grid is needed.
 */
export const ringFor = (
  people: readonly number[],
  outer: number,
  width: number,
  height: number,
): RingPlan | null => {
  const stage = { width, height };
  if (width < STAGE.width || height < STAGE.height || width < height) return null;
  const most = even(Math.min(Math.max(WIDTH.most, width * WIDTH.ofStage), height * TALL));
  const shapes = shapesFor(
    people.length,
    people.some((at) => at > 1),
  );
  let best: Omit<RingPlan, 'chairs'> | null = null;
  let score = 0;
  for (const shape of shapes)
    for (const bend of BENDS)
      for (const inset of DRAWN_IN) {
        const least = Math.max(WIDTH.least, even(score) + WIDTH.step);
        if (least > most) continue;
        const plan = widest(least, most, (w) => standing(people, outer, { shape, bend, inset }, w, stage));
        if (plan === null) continue;
        const uneven = Math.abs(shape.above - shape.below) > 1 ? PRICE.uneven : 0;
        const its = plan.w * (1 - PRICE.square * squareness(plan.seats, plan.curve)) * (1 - uneven);
        if (its > score) [best, score] = [plan, its];
      }
  return best === null ? null : { ...best, chairs: chairsFor(best, stage) };
};
