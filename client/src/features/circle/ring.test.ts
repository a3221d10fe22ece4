import { describe, expect, it } from 'vitest';
import { type Box, chairFor, middleFor, type RingPlan, ringFor, rowFor } from './ring.ts';

const STAGE = { width: 1366, height: 644 };
const plan = (count: number): RingPlan => ringFor(count, STAGE.width, STAGE.height)!;
const counts = Array.from({ length: 13 }, (_, i) => i + 2);
const gapOf = (a: Box, b: Box) =>
  Math.max(Math.abs(a.x - b.x) - (a.w + b.w) / 2, Math.abs(a.y - b.y) - (a.h + b.h) / 2);

describe('the ring', () => {
  it.each(counts)('[CR1] keeps %i seats apart, in the stage and out of the middle', (count) => {
    const { seats, cx, cy } = plan(count);
    expect(seats).toHaveLength(count);
    seats.forEach((a, i) => {
      expect(Math.abs(a.x) + a.w / 2).toBeLessThanOrEqual(cx);
      expect(Math.abs(a.y) + a.h / 2).toBeLessThanOrEqual(cy);
      expect(gapOf(a, { x: 0, y: 0, w: 330, h: 168 })).toBeGreaterThanOrEqual(0);
      seats.slice(i + 1).forEach((b) => expect(gapOf(a, b)).toBeGreaterThanOrEqual(13.9));
    });
  });

  it.each(counts)('[CR2] moves any of %i chairs back, clear of all tiles and edges', (count) => {
    const ring = plan(count);
    for (const seat of ring.seats) {
      const chair = chairFor(ring, seat);
      expect(chair.y).toBe(seat.y);
      expect(Math.abs(chair.x) + chair.w / 2 + (STAGE.width / 2 - ring.cx)).toBeLessThanOrEqual(
        STAGE.width / 2,
      );
      ring.seats.forEach((other) => expect(gapOf(chair, other)).toBeGreaterThan(0));
    }
  });

  it('[CR1] gives the words of the middle at least 330 x 168 on a small rug', () => {
    const { w, h } = middleFor(ringFor(3, 1100, 556)!);
    expect(w).toBeGreaterThanOrEqual(330);
    expect(h).toBeGreaterThanOrEqual(168);
  });

  it('[CR3] starts at twelve o’clock and goes clockwise', () => {
    const { seats } = plan(8);
    expect(seats[0]!.x).toBe(0);
    expect(seats[0]!.y).toBeLessThan(0);
    expect(seats[2]!.x).toBeGreaterThan(0);
    expect(seats[6]!.x).toBeLessThan(0);
  });

  it('[CR4] leaves a stage that is too small to the grid', () => {
    expect(ringFor(9, 390, 500)).toBeNull();
    expect(ringFor(13, 1280, 596)).toBeNull();
  });

  it('[CR5] puts the outer circle into the back row, one below the other', () => {
    const ring = plan(8);
    const [first, second] = [rowFor(ring, 0), rowFor(ring, 1)];
    expect(first.x).toBeLessThan(0);
    expect(second.y - first.y).toBeGreaterThan(first.h);
  });
});
