import { describe, expect, it } from 'vitest';
import type { Box } from './box.ts';
import { type RingPlan, ringFor } from './ring.ts';
import { chairFor, rowFor } from './row.ts';
import { noticesOn, wordsOn } from './rug.ts';

/** A member's screen, a leader's with the drawer, a window of half a screen. */
const STAGES = [
  { width: 1366, height: 644 },
  { width: 1022, height: 556 },
  { width: 936, height: 580 },
] as const;
const [WIDE] = STAGES;
const counts = Array.from({ length: 13 }, (_, i) => i + 2);
const gapOf = (a: Box, b: Box) =>
  Math.max(Math.abs(a.x - b.x) - (a.w + b.w) / 2, Math.abs(a.y - b.y) - (a.h + b.h) / 2);
const ring = (count: number, observers = 0): RingPlan => ringFor(count, observers, WIDE.width, WIDE.height)!;

/** Every ring that these stages hold, with nobody, one or two in the outer circle. */
const rings = STAGES.flatMap((stage) =>
  [0, 1, 2].flatMap((observers) =>
    counts.flatMap((count) => {
      const plan = ringFor(count, observers, stage.width, stage.height);
      return plan === null ? [] : [{ plan, stage, observers, of: `${count}+${observers} at ${stage.width}` }];
    }),
  ),
);
const inStage = ({ x, y, w, h }: Box, { cx, cy }: RingPlan, width: number) =>
  cx + x - w / 2 >= 0 && cx + x + w / 2 <= width && Math.abs(y) + h / 2 <= cy;

describe('the ring', () => {
  it('[CR1] is there for 2 to 14 places on a usual screen, and for ten beside the drawer', () => {
    expect(counts.filter((count) => ringFor(count, 0, 1366, 644) === null)).toEqual([]);
    expect(counts.slice(0, 9).filter((count) => ringFor(count, 0, 1022, 548) === null)).toEqual([]);
  });

  it('[CR1] keeps the seats apart, in the stage and out of the middle', () => {
    for (const { plan, stage, of } of rings)
      plan.seats.forEach((a, i) => {
        expect(inStage(a, plan, stage.width), of).toBe(true);
        expect(gapOf(a, { x: 0, y: 0, w: 330, h: 168 }), of).toBeGreaterThanOrEqual(0);
        plan.seats.slice(i + 1).forEach((b) => expect(gapOf(a, b), of).toBeGreaterThanOrEqual(13.9));
      });
  });

  it('[CR2] moves any chair back, clear of all tiles, observers and edges', () => {
    for (const { plan, stage, observers, of } of rings)
      for (const seat of plan.seats) {
        const chair = chairFor(plan, seat, observers);
        expect(chair.y).toBe(seat.y);
        expect(inStage(chair, plan, stage.width), of).toBe(true);
        for (const other of [...plan.seats, ...rowFor(plan, observers, seat)!])
          expect(gapOf(chair, other), of).toBeGreaterThan(0);
      }
  });

  it('[CR3] starts at twelve o’clock and goes clockwise', () => {
    const { seats } = ring(8);
    expect(seats[0]!.x).toBe(0);
    expect(seats[0]!.y).toBeLessThan(0);
    expect(seats[2]!.x).toBeGreaterThan(0);
    expect(seats[6]!.x).toBeLessThan(0);
  });

  it('[CR4] leaves a stage that is too small to the grid', () => {
    expect(ringFor(9, 0, 390, 500)).toBeNull();
    expect(ringFor(13, 0, 1280, 596)).toBeNull();
    expect(ringFor(5, 20, 1366, 644)).toBeNull();
  });

  it('[CR5] puts the outer circle into a back row, one clear of the other and of every tile', () => {
    for (const { plan, stage, observers, of } of rings)
      for (const presenter of [null, ...plan.seats]) {
        const row = rowFor(plan, observers, presenter)!;
        expect(row, of).toHaveLength(observers);
        row.forEach((one, i) => {
          expect(inStage(one, plan, stage.width), of).toBe(true);
          expect(one.x < 0, of).toBe(plan.leftRow);
          for (const other of [...plan.seats, ...row.slice(i + 1)])
            expect(gapOf(one, other), of).toBeGreaterThanOrEqual(13.9);
        });
      }
    const [first, second] = rowFor(ring(8, 2), 2, null)!;
    expect(second!.y - first!.y).toBeGreaterThan(first!.h);
  });
});

describe('the rug', () => {
  const rim = ({ rug: { rx, ry } }: RingPlan): Box[] =>
    Array.from({ length: 360 }, (_, degree) => {
      const angle = (Math.PI * degree) / 180;
      return { x: rx * Math.sin(angle), y: ry * Math.cos(angle), w: 0, h: 0 };
    });

  it('[CR19] keeps its distance from every tile and is large enough for its words', () => {
    for (const { plan, of } of rings) {
      expect(plan.rug.rx, of).toBeGreaterThanOrEqual(180);
      expect(plan.rug.ry, of).toBeGreaterThanOrEqual(100);
      for (const point of rim(plan))
        for (const seat of plan.seats) expect(gapOf(point, seat), of).toBeGreaterThan(17.9);
    }
  });

  it('[CR19] is as wide and as high as the tiles let it, each for itself', () => {
    const { rug, seats, w, h, curve } = ringFor(5, 0, 936, 580)!;
    for (const grown of [
      { rx: rug.rx * 1.05, ry: rug.ry },
      { rx: rug.rx, ry: rug.ry * 1.05 },
    ]) {
      const touches = rim({ rug: grown } as RingPlan).some((point) =>
        seats.some((seat) => gapOf(point, seat) < 18),
      );
      expect(touches || grown.rx > curve.rx - w / 2 || grown.ry > curve.ry - h / 2).toBe(true);
    }
  });

  it('[CR22] carries the notices at its lower edge, wide enough to read, clear of every tile', () => {
    for (const { plan, of } of rings) {
      const { x, y, w, h } = noticesOn(plan.rug, plan.seats);
      expect(w, of).toBeGreaterThanOrEqual(330);
      expect(h, of).toBeGreaterThanOrEqual(150);
      expect(y + h / 2, of).toBeGreaterThan(plan.rug.ry / 2);
      for (const seat of plan.seats) expect(gapOf({ x, y, w, h }, seat), of).toBeGreaterThanOrEqual(0);
    }
  });

  it('[PG50] leaves its words what the notices do not cover', () => {
    for (const { plan, of } of rings) {
      const notices = noticesOn(plan.rug, plan.seats);
      const alone = wordsOn(plan.rug, notices);
      for (const covered of [40, 90, 150, 400]) {
        const words = wordsOn(plan.rug, notices, covered);
        expect(words.y - words.h / 2, of).toBeCloseTo(alone.y - alone.h / 2);
        expect(words.h, of).toBeLessThanOrEqual(alone.h);
        if (words.h > 0) expect(words.y + words.h / 2, of).toBeLessThan(notices.y + notices.h / 2 - covered);
      }
    }
  });

  it('[CR19] is never narrower than its words', () => {
    for (const { plan } of rings) {
      const words = wordsOn(plan.rug, noticesOn(plan.rug, plan.seats));
      expect((words.w / 2 / plan.rug.rx) ** 2).toBeLessThanOrEqual(0.65);
      expect(words.h / 2).toBeLessThan(plan.rug.ry);
    }
  });
});
