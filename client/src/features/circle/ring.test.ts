import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from './box.ts';
import { type RingPlan, ringFor } from './ring.ts';
import { gapOf, inStage, one, STAGES, WIDE_STAGES } from './testing.ts';

/** Up to fourteen tiles with one to six people at each, an outer circle, and a stage, usual or not. */
const rooms = fc
  .record({
    people: fc.array(fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 6 })), {
      minLength: 1,
      maxLength: 14,
    }),
    outer: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 12 })),
    stage: fc.oneof(
      fc.constantFrom(...STAGES),
      fc.record({ width: fc.integer({ min: 300, max: 2600 }), height: fc.integer({ min: 200, max: 1400 }) }),
    ),
  })
  .map(({ people, outer, stage }) => ({
    people,
    outer,
    stage,
    plan: ringFor(people, outer, stage.width, stage.height),
  }));
type Room = { people: number[]; outer: number; stage: (typeof STAGES)[number]; plan: RingPlan };

/** Holds for every room whose stage has a ring. */
const inEveryRing = (holds: (room: Room) => void): void =>
  fc.assert(
    fc.property(rooms, (room) => {
      if (room.plan !== null) holds(room as Room);
    }),
    { numRuns: 150 },
  );
const from = ({ x, y }: Box) => (Math.atan2(x, -y) + 2 * Math.PI) % (2 * Math.PI);

describe('the ring', () => {
  it('[PG20] is there for 1 to 16 places on every usual screen, beside the drawer too', () => {
    for (const { width, height } of WIDE_STAGES)
      for (let count = 1; count <= 16; count += 1)
        for (const outer of count <= 14 ? [0, 2] : [0])
          expect(ringFor(one(count), outer, width, height), `${count}+${outer} at ${width}`).not.toBeNull();
  });

  it('[PG20] is there for both rings full on every whole screen, and its outer tiles show a face', () => {
    for (const { width, height } of WIDE_STAGES.slice(0, 5))
      for (let count = 1; count <= 14; count += 1)
        for (const outer of [1, 3, 7, 11, 12]) {
          const plan = ringFor(one(count), outer, width, height);
          expect(plan?.outer, `${count}+${outer} at ${width}`).toHaveLength(outer);
          expect(plan?.outer[0]?.w).toBeGreaterThanOrEqual(88);
        }
  });

  it('[PG20] keeps the tiles apart, in the stage and out of the middle', () => {
    inEveryRing(({ plan, stage }) => {
      [...plan.seats, ...plan.outer].forEach((a, i, all) => {
        expect(inStage(a, stage)).toBe(true);
        expect(gapOf(a, { x: 0, y: 0, w: 340, h: 172 })).toBeGreaterThanOrEqual(0);
        const outside = i >= plan.seats.length;
        for (const b of all.slice(i + 1)) expect(gapOf(a, b)).toBeGreaterThanOrEqual(outside ? 9.9 : 13.9);
      });
    });
  });

  it('starts at twelve o’clock or right of it, and goes clockwise in the lasting order', () => {
    inEveryRing(({ plan: { seats }, people }) => {
      expect(seats).toHaveLength(people.length);
      const angles = seats.map(from);
      // The first tile of an odd upper row stands around twelve o'clock.
      const first = angles[0]! > Math.PI ? angles[0]! - 2 * Math.PI : angles[0]!;
      expect(Math.abs(first)).toBeLessThan(Math.PI / 2);
      [first, ...angles.slice(1)].reduce((before, now) => {
        expect(now).toBeGreaterThan(before);
        return now;
      });
    });
  });

  it('stands in the middle of the stage, whoever may sit back, and so does the place at six o’clock', () => {
    for (const { width, height } of WIDE_STAGES)
      for (let count = 1; count <= 14; count += 1) {
        const { seats, cx, cy } = ringFor(one(count), 0, width, height)!;
        expect([cx, cy]).toEqual([width / 2, height / 2]);
        expect(seats.reduce((sum, { x }) => sum + x, 0)).toBeCloseTo(0);
        const low = seats.filter(({ y, h }) => y > height / 4 - h / 2);
        const lowest = low.filter(({ y }) => y >= Math.max(...low.map((seat) => seat.y)) - 0.01);
        if (lowest.length === 1 && count > 1) expect(lowest[0]!.x).toBeCloseTo(0);
        if (count % 2 === 1) expect(seats[0]!.x).toBeCloseTo(0);
      }
  });

  it('has larger tiles on larger stages, a fifth of a wide one for five people', () => {
    const { seats, w } = ringFor(one(5), 0, 1920, 956)!;
    expect(w).toBe(340);
    expect(seats.reduce((sum, seat) => sum + seat.w * seat.h, 0) / (1920 * 956)).toBeGreaterThan(0.2);
    const drawn = WIDE_STAGES.map(({ width, height }) => ringFor(one(9), 0, width, height)!.w);
    const [wide, wideLed, usual, , small, usualLed, smallLed] = drawn;
    expect([usual! / wide!, small! / usual!].every((share) => share < 1)).toBe(true);
    expect([usualLed! / wideLed!, smallLed! / usualLed!].every((share) => share < 1)).toBe(true);
  });

  it('gives several people at one camera a tile of the same height, and as wide', () => {
    inEveryRing(({ plan: { seats, w, h }, people }) =>
      seats.forEach((seat, i) => {
        expect(seat.h).toBeCloseTo(h);
        expect(seat.w).toBeCloseTo(people[i]! > 1 ? (h * 16) / 9 : w);
      }),
    );
    // Two sites of three and two in the outer circle; three sites, two leaders and one outside.
    expect(ringFor([1, 1, 3, 1, 1, 3, 1, 1], 2, 1366, 644)!.w).toBeGreaterThanOrEqual(200);
    expect(ringFor([1, 4, 4, 1, 4], 1, 1366, 644)!.w).toBeGreaterThanOrEqual(200);
  });

  it('leaves a stage that is too small, or upright, to the grid', () => {
    for (const [width, height] of [
      [390, 500],
      [820, 1000],
      [844, 260],
      [320, 400],
      [760, 360],
    ] as const)
      expect(ringFor(one(9), 0, width, height)).toBeNull();
    expect(ringFor(one(30), 0, 1366, 644)).toBeNull();
  });

  it('has the outer circle left and right in turn, and whoever comes there moves no earlier one across', () => {
    inEveryRing(({ plan: { outer, w }, outer: count }) => {
      expect(outer).toHaveLength(count);
      outer.forEach((seat, i) => {
        expect(Math.sign(seat.x)).toBe(i % 2 === 1 ? 1 : -1);
        expect(seat.w).toBeLessThanOrEqual(Math.max(88, w));
      });
    });
  });
});
