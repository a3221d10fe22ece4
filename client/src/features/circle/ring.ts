// Where the seats of the circle stand. Pure; all lengths in px.

import { apart, type Box, CHAIR, type Ellipse, GAP, MIDDLE, PAD } from './box.ts';
import { rowFor } from './row.ts';
import { rugIn } from './rug.ts';

export type RingPlan = {
  readonly seats: readonly Box[];
  readonly w: number;
  readonly h: number;
  /** Half axes of the curve through the middles of the seats. */
  readonly curve: Ellipse;
  /** The middle of the circle on the stage. */
  readonly cx: number;
  readonly cy: number;
  /** Whether a back row is kept free on the left too; the right one always is. */
  readonly leftRow: boolean;
  readonly rug: Ellipse;
};

const ASPECT = 4 / 3;
/** Below the least width a face is too small: the grid is better. */
const WIDTH = { least: 128, most: 244, step: 2 };
/** 2 is an ellipse, 4 nearly a rectangle. */
const CURVE = 2.3;
/** The circle is never wider than this times its height. */
const FLAT = 1.95;
/** From this stage width on there is a back row on both sides. */
const BOTH_ROWS = 1_180;

/** `count` points at equal distances along the curve, first at 12 o'clock, clockwise. */
const pointsOn = ({ rx, ry }: Ellipse, count: number): { x: number; y: number }[] => {
  const power = 2 / CURVE;
  const steps = 1_440;
  const walk = [{ x: 0, y: -ry, along: 0 }];
  for (let i = 1; i <= steps; i += 1) {
    const s = Math.sin((2 * Math.PI * i) / steps);
    const c = Math.cos((2 * Math.PI * i) / steps);
    const x = rx * Math.sign(s) * Math.abs(s) ** power;
    const y = -ry * Math.sign(c) * Math.abs(c) ** power;
    const last = walk.at(-1) ?? { x, y, along: 0 };
    walk.push({ x, y, along: last.along + Math.hypot(x - last.x, y - last.y) });
  }
  const total = walk.at(-1)?.along ?? 0;
  return Array.from({ length: count }, (_, k) => {
    const { x, y } = walk.find(({ along }) => along >= (k * total) / count) ?? { x: 0, y: -ry };
    return { x, y };
  });
};

const fits = (seats: readonly Box[]): boolean =>
  seats.every((a, i) => apart(a, MIDDLE, 0) && seats.every((b, j) => j <= i || apart(a, b, GAP)));

/** Whether the outer circle has room, whoever presents: nothing shifts when a chair moves back. */
const rowHolds = (plan: RingPlan, observers: number): boolean =>
  plan.seats.every((seat) => rowFor(plan, observers, seat) !== null);

/**
 * The circle for `count` places and an outer circle, with the largest tiles that leave room for both and for the
 * words of the middle; `null` where a grid is needed.
 */
export const ringFor = (count: number, observers: number, width: number, height: number): RingPlan | null => {
  const leftRow = width >= BOTH_ROWS;
  for (let w = WIDTH.most; w >= WIDTH.least; w -= WIDTH.step) {
    const h = w / ASPECT;
    const row = w * CHAIR + 3 * GAP;
    const left = leftRow ? row : 0;
    const ry = (height - h) / 2 - PAD;
    const rx = Math.min((width - left - row - w) / 2 - PAD, ry * FLAT);
    if (ry <= 0 || rx < ry) continue;
    const curve = { rx, ry };
    const seats = pointsOn(curve, count).map((point) => ({ ...point, w, h }));
    if (!fits(seats)) continue;
    const rug = rugIn(seats, { rx: rx - w / 2, ry: ry - h / 2 });
    if (rug === null) continue;
    const plan = { seats, w, h, curve, cx: left + (width - left - row) / 2, cy: height / 2, leftRow, rug };
    if (rowHolds(plan, observers)) return plan;
  }
  return null;
};
