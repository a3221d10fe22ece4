import { describe, expect, it } from 'vitest';
import type { Box } from './box.ts';
import { type RingPlan, ringFor } from './ring.ts';
import { noticesOn, wordsOn } from './rug.ts';
import { gapOf, one, WIDE_STAGES } from './testing.ts';

/** Every ring of up to sixteen places on the usual screens. */
const rings = WIDE_STAGES.flatMap(({ width, height }) =>
  Array.from({ length: 16 }, (_, i) => ({
    plan: ringFor(one(i + 1), 0, width, height)!,
    of: `${i + 1} at ${width}`,
  })),
);
const rim = ({ rug: { rx, ry } }: Pick<RingPlan, 'rug'>): Box[] =>
  Array.from({ length: 360 }, (_, degree) => {
    const angle = (Math.PI * degree) / 180;
    return { x: rx * Math.sin(angle), y: ry * Math.cos(angle), w: 0, h: 0 };
  });

describe('the rug', () => {
  it('keeps its distance from every tile and is large enough for its words', () => {
    for (const { plan, of } of rings) {
      expect(plan.rug.rx, of).toBeGreaterThanOrEqual(180);
      expect(plan.rug.ry, of).toBeGreaterThanOrEqual(100);
      for (const point of rim(plan))
        for (const seat of plan.seats) expect(gapOf(point, seat), of).toBeGreaterThan(17.9);
    }
  });

  it('is as wide and as high as the tiles let it, each for itself', () => {
    const { rug, seats, w, h, curve } = ringFor(one(5), 0, 1022, 547)!;
    for (const grown of [
      { rx: rug.rx * 1.05, ry: rug.ry },
      { rx: rug.rx, ry: rug.ry * 1.05 },
    ]) {
      const touches = rim({ rug: grown }).some((point) => seats.some((seat) => gapOf(point, seat) < 18));
      expect(
        touches || grown.rx > curve.rx - w / 2 || grown.rx > 2.2 * grown.ry || grown.ry > curve.ry - h / 2,
      ).toBe(true);
    }
  });

  it('[PG20] carries the notices at its lower edge, wide enough to read, clear of every tile', () => {
    for (const { plan, of } of rings) {
      const { x, y, w, h } = noticesOn(plan.rug, plan.seats);
      expect(w, of).toBeGreaterThanOrEqual(330);
      expect(h, of).toBeGreaterThanOrEqual(150);
      expect(y + h / 2, of).toBeGreaterThan(plan.rug.ry / 2);
      for (const seat of plan.seats) expect(gapOf({ x, y, w, h }, seat), of).toBeGreaterThanOrEqual(0);
    }
  });

  it('[PG20] leaves its words what the notices do not cover', () => {
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

  it('is never narrower than its words', () => {
    for (const { plan } of rings) {
      const words = wordsOn(plan.rug, noticesOn(plan.rug, plan.seats));
      expect((words.w / 2 / plan.rug.rx) ** 2).toBeLessThanOrEqual(0.65);
      expect(words.h / 2).toBeLessThan(plan.rug.ry);
    }
  });
});
