// The back row: the presenter's chair and the outer circle, clear of each other.

import { apart, type Box, CHAIR, GAP, PAD } from './box.ts';
import type { RingPlan } from './ring.ts';

type Plan = Pick<RingPlan, 'w' | 'h' | 'curve' | 'cy' | 'leftRow'>;

/** Distance of a back row's middle from the middle of the circle. */
const rowAt = ({ curve, w }: Plan): number => curve.rx + w / 2 + 2 * GAP + (w * CHAIR) / 2;

/** Where a chair goes that has moved back: straight outward, level with its place; observers have the left row. */
export const chairFor = (plan: Plan, seat: Box, observers: number): Box => {
  const side = seat.x < -plan.w / 2 && plan.leftRow && observers === 0 ? -1 : 1;
  return { w: plan.w * CHAIR, h: plan.h * CHAIR, x: side * rowAt(plan), y: seat.y };
};

/**
 * The outer circle, one below the other: on the left from the top; where there is only a right row, from the end
 * that is away from the presenter's place, so that nobody has to move when the chair does. `null` without room.
 */
export const rowFor = (plan: Plan, observers: number, presenter: Box | null): readonly Box[] | null => {
  if (observers === 0) return [];
  const { leftRow, cy } = plan;
  const h = plan.h * CHAIR;
  const most = Math.floor((2 * (cy - PAD) + GAP) / (h + GAP));
  const chair = leftRow || presenter === null ? null : chairFor(plan, presenter, observers);
  const first = leftRow || (chair !== null && chair.y > 0) ? -1 : 1;
  const slots = [first, -first].flatMap((end) =>
    Array.from({ length: most }, (_, i) => ({
      x: leftRow ? -rowAt(plan) : rowAt(plan),
      y: end * (cy - PAD - h / 2 - i * (h + GAP)),
      w: plan.w * CHAIR,
      h,
    })),
  );
  const taken: Box[] = [];
  for (const slot of slots) {
    const others = chair === null ? taken : [chair, ...taken];
    if (taken.length < observers && others.every((other) => apart(slot, other, GAP - 0.001)))
      taken.push(slot);
  }
  return taken.length === observers ? taken : null;
};
