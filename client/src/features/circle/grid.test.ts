import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridFor, type GridPlan } from './grid.ts';
import { one } from './testing.ts';

/** What is left below or beside the words: on an upright tablet and phone, a phone held sideways, one of 320 px. */
const ROOMS = [
  { width: 796, height: 920 },
  { width: 366, height: 505 },
  { width: 600, height: 270 },
  { width: 296, height: 270 },
] as const;

/** Fills the rows as the style sheet does. */
const high = (people: readonly number[], chair: boolean, { columns, row }: GridPlan): number => {
  const rows: number[] = [];
  for (const at of people) {
    const cells = Math.min(columns, at > 1 ? 2 : 1);
    if (rows.length === 0 || rows.at(-1)! + cells > columns) rows.push(0);
    rows[rows.length - 1]! += cells;
  }
  const count = rows.length + (chair ? 1 : 0);
  return count * row + (count - 1) * 8 + (chair ? 14 : 0);
};

describe('the grid', () => {
  it('[PG20] has every face and the chair in view, on a phone of 320 px too', () => {
    const tiles = fc.array(fc.constantFrom(1, 1, 1, 3), { minLength: 1, maxLength: 14 });
    fc.assert(
      fc.property(tiles, fc.boolean(), fc.constantFrom(...ROOMS), (people, chair, room) => {
        const plan = gridFor(people, chair, room);
        expect(plan.columns * plan.cell + 6 * (plan.columns - 1)).toBe(plan.width);
        expect(plan.width).toBeLessThanOrEqual(room.width);
        expect(plan.cell).toBeLessThanOrEqual((plan.row * 16) / 9);
        if (people.every((at) => at === 1) || plan.row > 36)
          expect(high(people, chair, plan)).toBeLessThanOrEqual(room.height);
      }),
    );
  });

  it('[PG20] has the largest faces that its room allows', () => {
    expect(gridFor(one(2), false, ROOMS[1]).columns).toBe(1);
    expect(gridFor(one(9), true, ROOMS[1]).columns).toBe(3);
    const many = gridFor(one(12), true, ROOMS[3]);
    expect(Math.min(many.cell, (many.row * 4) / 3)).toBeGreaterThan(60);
  });

  it('[PG20] leaves everybody in their column when the chair moves', () => {
    for (const room of ROOMS)
      for (let count = 1; count <= 14; count += 1) {
        const [before, after] = [gridFor(one(count), false, room), gridFor(one(count), true, room)];
        expect(after.columns).toBe(before.columns);
      }
  });

  it('[PG20] has every face of the inner ring in view beside an outer one, which takes what is left', () => {
    for (const room of ROOMS)
      for (let count = 1; count <= 14; count += 1)
        for (let outer = 0; outer <= 12; outer += 1)
          for (const chair of [false, true]) {
            const plan = gridFor(one(count), chair, room, outer);
            const said = `${count}+${outer} at ${room.width}`;
            expect(high(one(count), chair, plan), said).toBeLessThanOrEqual(room.height);
            expect(plan.width, said).toBeLessThanOrEqual(room.width);
            if (outer === 0) continue;
            expect(Math.min(plan.outer.cell, plan.outer.row), said).toBeGreaterThanOrEqual(36);
            if (!plan.outer.scrolls)
              expect(plan.outer.row, said).toBeLessThanOrEqual(Math.max(36, room.height / 10));
          }
  });

  it('[PG20] has the outer ring in one row with the chair where it has no room of its own', () => {
    const [low, short] = [
      { width: 296, height: 185 },
      { width: 296, height: 240 },
    ];
    for (const chair of [false, true]) {
      const plan = gridFor(one(14), chair, low, 12);
      expect(plan.outer).toMatchObject({ scrolls: true, row: plan.row });
      // The chair's row stands whether it is there or not, and nobody changes places when it comes.
      expect(high(one(14), true, plan)).toBeLessThanOrEqual(low.height);
      expect(plan).toEqual(gridFor(one(14), !chair, low, 12));
    }
    expect(gridFor(one(4), true, short, 2).outer.scrolls).toBe(false);
    expect(gridFor(one(14), true, low).outer.scrolls).toBe(false);
  });

  it('[PG20] makes faces narrower before it puts any of the inner ring out of view', () => {
    const plan = gridFor(one(14), true, { width: 296, height: 150 }, 12);
    expect(plan).toMatchObject({ columns: 7, cell: 37 });
    expect(high(one(14), true, plan)).toBeLessThanOrEqual(150);
  });

  it('[PG20] keeps no row for a chair where none will ever move', () => {
    expect(gridFor(one(3), null, ROOMS[1]).columns).toBe(1);
    expect(gridFor(one(3), false, ROOMS[1]).columns).toBe(2);
  });

  it('[PG20] has both rings in view on a tablet and on a phone, all twenty-six of them', () => {
    for (const room of [ROOMS[0], ROOMS[1], ROOMS[2]])
      for (const outer of [1, 2, 6, 12]) {
        const plan = gridFor(one(14), true, room, outer);
        const inRow = Math.floor((plan.width + 6) / (plan.outer.cell + 6));
        const rows = Math.ceil(outer / inRow);
        const all = high(one(14), true, plan) + rows * plan.outer.row + (rows - 1) * 8 + 22;
        expect(all, `${outer} at ${room.width}`).toBeLessThanOrEqual(room.height);
      }
  });

  it('[PG20] draws nothing lower than a face, and scrolls rather', () => {
    expect(gridFor(one(14), true, { width: 296, height: 90 })).toMatchObject({ columns: 7, row: 36 });
    expect(gridFor(one(3), false, { width: 0, height: 0 })).toMatchObject({ columns: 1, row: 36 });
  });
});
