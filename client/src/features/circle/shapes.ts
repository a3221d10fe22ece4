// Ways to seat tiles around the middle: a row above, a row below, and some on each side. Pure; all lengths in px.

import { ASPECT, type Box, type Ellipse, GAP, PAD, type Size } from './box.ts';

/** How many tiles stand above, on each side, and below. */
export type Shape = { readonly above: number; readonly sides: number; readonly below: number };

/** One arrangement of a shape. */
export type Drawing = {
  readonly shape: Shape;
  /** How far a row curves: 0 is straight. */
  readonly bend: number;
  /** How far the sides are drawn in from the edges. */
  readonly inset: number;
};

/** Several people at one camera have a tile of the same height, and as wide. */
const WIDE = 16 / 9;
/** The circle is never wider than this times its height. */
const FLAT = 2.3;
/** Tiles of a row do not stand farther apart than this share of a tile, if they need not. */
const LOOSE = 0.34;
/** A row is at most this share of the circle wide. */
const ROW = 1.56;
const MOST_ASIDE = 4;

/** How wide a tile for so many people is, where one for a single person is `w` wide. */
export const tileWidth = (people: number, w: number): number => (people > 1 ? (w / ASPECT) * WIDE : w);

/** The shapes for so many tiles. An odd number has a tile at twelve o'clock where it can. */
export const shapesFor = (count: number, wide: boolean): readonly Shape[] => {
  const [fewest, most] = count < 4 ? [0, 0] : [1, MOST_ASIDE];
  return Array.from({ length: most - fewest + 1 }, (_, i) => fewest + i).flatMap((sides) => {
    const rest = count - 2 * sides;
    if (rest < 1 || (rest < 2 && count > 1)) return [];
    const half = Math.floor(rest / 2);
    const above = rest % 2 === 1 && half % 2 === 0 ? half + 1 : Math.max(1, half);
    // Where tiles are unlike, an uneven pair of rows may hold larger ones.
    return [above, ...(wide ? [above - 1, above + 1] : [])]
      .filter((top) => top > 0 && (top < rest || count === 1))
      .map((top) => ({ above: top, sides, below: rest - top }));
  });
};

/** The ellipse that the middles of the outermost tiles stand on. */
const curveFor = (w: number, { width, height }: Size, inset: number): Ellipse => {
  const ry = (height - w / ASPECT) / 2 - PAD;
  return { rx: Math.min((width - w) / 2 - PAD - inset, ry * FLAT), ry };
};

/** The tiles in their order, clockwise from twelve o'clock; `people` says how many sit at each. */
export const placed = (
  people: readonly number[],
  { shape, bend, inset }: Drawing,
  w: number,
  stage: Size,
): { readonly seats: readonly Box[]; readonly curve: Ellipse } => {
  const h = w / ASPECT;
  const curve = curveFor(w, stage, inset);
  const { rx, ry } = curve;
  const widths = people.map((at) => tileWidth(at, w));
  const row = (tiles: readonly number[], y: number): Box[] => {
    const need = tiles.reduce((sum, one) => sum + one, 0);
    const gaps = tiles.length - 1;
    const loose = Math.min(ROW * rx + w, need + gaps * (GAP + LOOSE * w));
    const gap = gaps === 0 ? 0 : Math.max(GAP, (loose - need) / gaps);
    let left = -(need + gap * gaps) / 2;
    return tiles.map((wide) => {
      const x = left + wide / 2;
      left += wide + gap;
      return { x, y: y * (1 - bend * (x / rx) ** 2), w: wide, h };
    });
  };
  const side = (tiles: readonly number[], sign: number): Box[] =>
    tiles.map((wide, i) => ({
      x: sign * (rx - (wide - w) / 2),
      y: (2 * ry * (i + 1)) / (tiles.length + 1) - ry,
      w: wide,
      h,
    }));
  const right = Math.ceil(shape.above / 2);
  const below = right + shape.sides;
  const left = below + shape.below;
  const last = left + shape.sides;
  const top = row([...widths.slice(last), ...widths.slice(0, right)], -ry);
  const before = widths.length - last;
  const seats = [
    ...top.slice(before),
    ...side(widths.slice(right, below), 1),
    ...row(widths.slice(below, left).reverse(), ry).reverse(),
    ...side(widths.slice(left, last).reverse(), -1).reverse(),
    ...top.slice(0, before),
  ];
  return { seats, curve };
};
