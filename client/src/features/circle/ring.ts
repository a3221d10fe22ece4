// Where the seats of the circle stand. Pure; all lengths in px.

/** A box by its centre, measured from the middle of the circle. */
export type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
export type Ellipse = { readonly rx: number; readonly ry: number };
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
const GAP = 14;
const PAD = 10;
/** 2 is an ellipse, 4 nearly a rectangle. */
const CURVE = 2.3;
/** The quiet middle that no tile may enter. */
const MIDDLE: Box = { x: 0, y: 0, w: 330, h: 168 };
const CHAIR = 0.88;
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

const apart = (a: Box, b: Box, gap: number): boolean =>
  Math.abs(a.x - b.x) >= (a.w + b.w) / 2 + gap || Math.abs(a.y - b.y) >= (a.h + b.h) / 2 + gap;

const fits = (seats: readonly Box[]): boolean =>
  seats.every((a, i) => apart(a, MIDDLE, 0) && seats.every((b, j) => j <= i || apart(a, b, GAP)));

/** The largest ellipse inside the circle that keeps its distance from every tile. */
const rugIn = (seats: readonly Box[], { rx, ry }: Ellipse): Ellipse => {
  for (let k = 1; k > 0.4; k -= 0.01) {
    const rim = Array.from({ length: 180 }, (_, t) => {
      const angle = (2 * Math.PI * t) / 180;
      return { x: rx * k * Math.sin(angle), y: ry * k * Math.cos(angle), w: 0, h: 0 };
    });
    if (rim.every((point) => seats.every((seat) => apart(point, seat, GAP + 4))))
      return { rx: rx * k, ry: ry * k };
  }
  return { rx: rx * 0.4, ry: ry * 0.4 };
};

/** The circle for `count` places on a stage, with the largest tiles that fit; `null` where a grid is needed. */
export const ringFor = (count: number, width: number, height: number): RingPlan | null => {
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
    return { seats, w, h, curve, cx: left + (width - left - row) / 2, cy: height / 2, leftRow, rug };
  }
  return null;
};

/** Where the words of the middle stand: on the rug, and never narrower than what is kept free of tiles. */
export const middleFor = ({ rug }: RingPlan): Box => ({
  x: 0,
  y: 0,
  w: Math.max(MIDDLE.w, rug.rx * 1.5),
  h: Math.max(MIDDLE.h, rug.ry * 1.7),
});

/** Distance of a back row's middle from the middle of the circle. */
const rowAt = ({ curve, w }: RingPlan): number => curve.rx + w / 2 + 2 * GAP + (w * CHAIR) / 2;

/** Where a chair goes that has moved back: straight outward, level with its kept place. */
export const chairFor = (plan: RingPlan, seat: Box): Box => {
  const side = seat.x < -plan.w / 2 && plan.leftRow ? -1 : 1;
  return { w: plan.w * CHAIR, h: plan.h * CHAIR, x: side * rowAt(plan), y: seat.y };
};

/**
 * The outer circle: the back row on the left, stacked from the top; where there is only a right one, there,
 * from the bottom up, so that it keeps clear of a presenter's chair.
 */
export const rowFor = (plan: RingPlan, index: number): Box => {
  const h = plan.h * CHAIR;
  const fromEdge = plan.cy - PAD - h / 2 - index * (h + GAP);
  return plan.leftRow
    ? { w: plan.w * CHAIR, h, x: -rowAt(plan), y: -fromEdge }
    : { w: plan.w * CHAIR, h, x: rowAt(plan), y: fromEdge };
};
