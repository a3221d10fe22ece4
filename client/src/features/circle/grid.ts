// The grid, where no circle fits: as large as lets everybody and the chair be in view. Pure; all lengths in px, as the
// style sheet draws them.

import type { Size } from './box.ts';

export type GridPlan = {
  readonly columns: number;
  /** How wide all columns are together. */
  readonly width: number;
  /** A cell's width; a tile for several people has two. */
  readonly cell: number;
  /** A row's height. */
  readonly row: number;
};

/** Between two cells of a row, between two rows, and the line above the chair's own row. */
const BETWEEN = { columns: 6, rows: 8, line: 14 } as const;
const COLUMNS = 12;
/** Narrower than this a cell shows no face any more. */
const CELL = { least: 48, most: 560 } as const;
/** Lower than this a row shows no face any more: then it scrolls. */
const ROW = { least: 40 } as const;
/** A row is no higher than this share of its cells' width; small tiles may be upright, so that a face fills them. */
const UPRIGHT = { below: 150, small: 1.08, large: 0.78 } as const;

/** Nor wider than a camera's picture, of which little should be cut. */
const WIDE = 16 / 9;

/** In how many rows tiles of one or two cells stand, each in its turn. */
const rowsOf = (people: readonly number[], columns: number): number => {
  let [rows, used] = [1, 0];
  for (const at of people) {
    const cells = at > 1 ? Math.min(2, columns) : 1;
    if (used + cells > columns) [rows, used] = [rows + 1, 0];
    used += cells;
  }
  return rows;
};

/** A grid, how much of it does not fit, and how wide a face it shows. */
type Fit = GridPlan & { readonly over: number; readonly face: number };

const fit = (people: readonly number[], columns: number, chairBelow: boolean, room: Size): Fit => {
  const rows = rowsOf(people, columns) + (chairBelow ? 1 : 0);
  const between = BETWEEN.rows * (rows - 1) + (chairBelow ? BETWEEN.line : 0);
  const cell = Math.min(CELL.most, Math.floor((room.width - BETWEEN.columns * (columns - 1)) / columns));
  const high = Math.floor((room.height - between) / rows);
  const most = Math.floor(cell * (cell < UPRIGHT.below ? UPRIGHT.small : UPRIGHT.large));
  const row = Math.max(ROW.least, Math.min(high, most));
  const over = Math.max(0, rows * row + between - room.height);
  const face = Math.min(cell, (Math.max(high, ROW.least) * 4) / 3);
  const shown = Math.min(cell, Math.floor(row * WIDE));
  const width = columns * shown + BETWEEN.columns * (columns - 1);
  return { columns, width, cell: shown, row, over, face };
};

/**
 * The grid with the largest faces for tiles with so many people each, and a chair in a row of its own below. Nobody
 * changes columns when the chair moves there. Without room for all of them, the one that scrolls least.
 */
export const gridFor = (people: readonly number[], chairBelow: boolean, room: Size): GridPlan => {
  let best = fit(people, 1, true, room);
  for (let columns = 2; columns <= COLUMNS; columns += 1) {
    const next = fit(people, columns, true, room);
    if (next.cell < CELL.least) break;
    if (next.over < best.over || (next.over === best.over && next.face > best.face)) best = next;
  }
  const { columns, width, cell, row } = fit(people, best.columns, chairBelow, room);
  return { columns, width, cell, row };
};
