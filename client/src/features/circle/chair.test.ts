import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ringFor } from './ring.ts';
import { gapOf, inStage, one, STAGES, WIDE_STAGES } from './testing.ts';

const rooms = fc.record({
  people: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 14 }),
  alone: fc.boolean(),
  outer: fc.constantFrom(0, 0, 1, 2, 5),
  stage: fc.constantFrom(...STAGES),
});

describe('a chair that moves back', () => {
  it('[PG20] has a free spot for every place, clear of all tiles, observers and edges, with its words', () => {
    fc.assert(
      fc.property(rooms, ({ people, alone, outer, stage }) => {
        const plan = ringFor(alone ? one(people.length) : people, outer, stage.width, stage.height);
        plan?.chairs.forEach((chair) => {
          const spoken = { ...chair, y: chair.y - 7, h: chair.h + 14 };
          expect(inStage(spoken, stage)).toBe(true);
          for (const other of [...plan.seats, ...plan.outer]) {
            expect(gapOf(chair, other)).toBeGreaterThanOrEqual(13.9);
            expect(gapOf(spoken, other)).toBeGreaterThan(6.9);
          }
        });
      }),
      { numRuns: 150 },
    );
  });

  it('[PG20] stands on its own half, near its place, unless that is in the middle', () => {
    for (const stage of WIDE_STAGES)
      for (let count = 1; count <= 14; count += 1) {
        const { seats, chairs, curve } = ringFor(one(count), 0, stage.width, stage.height)!;
        chairs.forEach((chair, i) => {
          const seat = seats[i]!;
          if (Math.abs(seat.x) <= curve.rx / 2) return;
          expect(Math.sign(chair.x)).toBe(Math.sign(seat.x));
          expect(Math.hypot(chair.x - seat.x, chair.y - seat.y)).toBeLessThanOrEqual(stage.width * 0.3);
        });
      }
  });

  it('[PG20] never crosses the circle beside the drawer', () => {
    const { seats, chairs } = ringFor(one(5), 0, 1022, 547)!;
    const left = seats.findIndex(({ x }) => x < -200);
    expect(chairs[left]!.x).toBeLessThan(seats[left]!.x + 100);
  });
});
