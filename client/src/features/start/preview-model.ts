// The picture beside the form: chairs around a rug whose rim is the session's time.

import { planOf } from '@tele-balint/shared/protocol/cases';
import type { Step } from '@tele-balint/shared/protocol/steps';
import { markOf, type StripMark } from '../../state/strip.ts';

export const PICTURE = { width: 400, height: 330, chair: { width: 52, height: 39 } } as const;
const MIDDLE = { x: 200, y: 165 } as const;
export const RUG = { ...MIDDLE, rx: 112, ry: 82 } as const;
const RING = { rx: 166, ry: 132, power: 2.3 } as const;
/** Space between two segments of the rim, as a share of the round. */
const GAP = 0.008;

type Point = { readonly x: number; readonly y: number };

const round = (value: number) => Math.round(value * 10) / 10;
const onCurve = (value: number) => Math.sign(value) * Math.abs(value) ** (2 / RING.power);

/** How many cases these steps hold. */
export const casesIn = (steps: readonly Step[]): number =>
  new Set(planOf(steps).cases.filter((one) => one !== null)).size;

/** The top left corner of every chair, clockwise from 12 o'clock. */
export const chairsOf = (count: number): readonly Point[] =>
  Array.from({ length: count }, (_, index) => {
    const angle = (2 * Math.PI * index) / count;
    return {
      x: round(MIDDLE.x + RING.rx * onCurve(Math.sin(angle)) - PICTURE.chair.width / 2),
      y: round(MIDDLE.y - RING.ry * onCurve(Math.cos(angle)) - PICTURE.chair.height / 2),
    };
  });

const onRug = (share: number, scale = 1): Point => ({
  x: round(RUG.x + RUG.rx * scale * Math.sin(2 * Math.PI * share)),
  y: round(RUG.y - RUG.ry * scale * Math.cos(2 * Math.PI * share)),
});

export type Segment = {
  readonly id: Step['id'];
  readonly mark: StripMark;
  readonly minutes: number;
  readonly path: string;
  /** Where its minutes stand, if they have room. */
  readonly number: Point | null;
};
/** A shorter segment has no room for a number. */
const ROOM_FOR_NUMBER = 0.045;

/** The timed steps as pieces of the rim, clockwise from 12 o'clock. */
export const segmentsOf = (steps: readonly Step[]): readonly Segment[] => {
  const timed = steps.flatMap((step) => (step.minutes === null ? [] : [{ ...step, minutes: step.minutes }]));
  const whole = timed.reduce((sum, { minutes }) => sum + minutes, 0);
  let passed = 0;
  return timed.map((step) => {
    const { id, minutes } = step;
    const share = minutes / whole;
    const gap = Math.min(GAP, share / 3);
    const from = onRug(passed + gap / 2);
    const to = onRug(passed + share - gap / 2);
    const middle = onRug(passed + share / 2, 0.85);
    passed += share;
    const large = share - gap > 0.5 ? 1 : 0;
    return {
      id,
      mark: markOf(step),
      minutes,
      path: `M${from.x} ${from.y}A${RUG.rx} ${RUG.ry} 0 ${large} 1 ${to.x} ${to.y}`,
      number: share < ROOM_FOR_NUMBER ? null : { x: middle.x, y: middle.y + 4 },
    };
  });
};
