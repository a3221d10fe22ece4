// Where a chair goes that moves back: nothing is kept free for it, so it takes the free spot nearest to its own place.
// Pure; all lengths in px.

import { apart, ASPECT, type Box, type Ellipse, GAP, PAD, type Size } from './box.ts';

/** The size of a chair that has moved back, as a share of a tile in the circle. */
export const CHAIR = 0.8;
/** Room above it for its words. */
export const TAG = 14;
/** No farther from its place than this share of the stage's width, if its place is not near the middle. */
const NEAR = 0.3;
/** Outside the curve: the least value of its ellipse. */
const OUTSIDE = 1.25;
/** A place within these shares, of its own width and of the curve, may have its chair on either side, or farther off. */
const IN_MIDDLE = { either: 0.3, farther: 0.5 } as const;
const STEPS = { x: 6, y: 20 } as const;

type Standing = {
  readonly seats: readonly Box[];
  readonly outer: readonly Box[];
  readonly curve: Ellipse;
  readonly w: number;
};

const isClear = (chair: Box, others: readonly Box[]): boolean => {
  const withWords = { ...chair, y: chair.y - TAG / 2, h: chair.h + TAG };
  return others.every((other) => apart(chair, other, GAP) && apart(withWords, other, TAG / 2));
};

/** The free spots of a chair of this seat, outside the curve on its own half and near enough, in no order. */
function* freeSpots({ seats, outer, curve, w: tile }: Standing, seat: Box, { width, height }: Size) {
  const w = tile * CHAIR;
  const h = w / ASPECT;
  const edge = width / 2 - PAD - w / 2;
  const beside = Math.min(edge, Math.abs(seat.x) + seat.w / 2 + 2 * GAP + w / 2);
  const top = -height / 2 + PAD + TAG + h / 2;
  const low = height / 2 - PAD - h / 2;
  const most = Math.abs(seat.x) > curve.rx * IN_MIDDLE.farther ? width * NEAR : Infinity;
  const sides = Math.abs(seat.x) > seat.w * IN_MIDDLE.either ? [Math.sign(seat.x)] : [1, -1];
  for (const side of sides)
    for (let i = 0; i <= STEPS.x; i += 1)
      for (let k = 0; k <= STEPS.y; k += 1) {
        const x = side * (beside + ((edge - beside) * i) / STEPS.x);
        const y = top + ((low - top) * k) / STEPS.y;
        const far = Math.hypot(x - seat.x, (y - seat.y) * 1.3);
        if (far > most || (x / curve.rx) ** 2 + (y / curve.ry) ** 2 < OUTSIDE) continue;
        const spot = { x, y, w, h };
        if (isClear(spot, seats) && isClear(spot, outer)) yield { spot, far };
      }
}

/** Whether the chair of every seat has somewhere to go. */
export const chairsFit = (standing: Standing, stage: Size): boolean =>
  standing.seats.every((seat) => freeSpots(standing, seat, stage).next().done !== true);

/** For each seat, where its chair goes when it moves back; its own place, should there be no spot. */
export const chairsFor = (standing: Standing, stage: Size): readonly Box[] =>
  standing.seats.map(
    (seat) =>
      [...freeSpots(standing, seat, stage)].reduce((best, one) => (one.far < best.far ? one : best), {
        spot: seat,
        far: Infinity,
      }).spot,
  );
