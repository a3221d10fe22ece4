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
  /** The outer ring, in rows of its own below; its tiles are smaller. */
  readonly outer: {
    readonly cell: number;
    readonly row: number;
    /** There is no room for such rows: it is one row, beside the chair, that scrolls sideways. */
    readonly scrolls: boolean;
  };
};

/** Between two cells of a row, between two rows, and the line above the chair's own row. */
export const BETWEEN = { columns: 6, rows: 8, line: 14 } as const;
const COLUMNS = 12;
/** Narrower than usual a cell is only where somebody would be out of view; narrower than the least it shows no face any more. */
const CELL = { least: 36, usual: 44, most: 560 } as const;
/** Lower than this a row shows no face any more: then it scrolls. */
const ROW = { least: 36 } as const;
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
type Fit = Omit<GridPlan, 'outer'> & { readonly over: number; readonly face: number };

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

/** The outer ring's tiles: no narrower than shows a face, no lower, and no higher than this share of the room. */
const OUTER = { cell: { least: 44, most: 132 }, row: { least: 36, ofRoom: 0.1 }, line: 22 } as const;

/** The outer ring in as few rows as hold it. */
const outerIn = (count: number, width: number, { height }: Size) => {
  if (count === 0) return { cell: 0, row: 0, height: 0 };
  const most = Math.max(1, Math.floor((width + BETWEEN.columns) / (OUTER.cell.least + BETWEEN.columns)));
  const rows = Math.ceil(count / most);
  const columns = Math.ceil(count / rows);
  const wide = Math.floor((width - BETWEEN.columns * (columns - 1)) / columns);
  const cell = Math.min(OUTER.cell.most, wide);
  const high = Math.min(Math.floor(height * OUTER.row.ofRoom), Math.floor(cell * UPRIGHT.small));
  const row = Math.max(OUTER.row.least, high);
  return {
    cell: Math.min(cell, Math.floor(row * WIDE)),
    row,
    height: rows * row + BETWEEN.rows * (rows - 1) + OUTER.line,
  };
};

/** The columns that make the faces largest, with a row for the chair; of those that do not fit, the least too high. */
const best = (people: readonly number[], room: Size, chair: boolean, least: number = CELL.least): Fit => {
  let found = fit(people, 1, chair, room);
  for (let columns = 2; columns <= COLUMNS; columns += 1) {
    const next = fit(people, columns, chair, room);
    if (next.cell < (found.over > 0 ? least : CELL.usual)) break;
    if (next.over < found.over || (next.over === found.over && next.face > found.face)) found = next;
  }
  return found;
};

/** The room of the inner ring beside an outer one below it; `null` where both do not fit. */
const innerRoom = (people: readonly number[], count: number, room: Size, chair: boolean): Size | null => {
  let height = outerIn(count, room.width, room).height;
  // The outer ring stands below the inner one and is no wider: narrower, it may need a row more.
  for (;;) {
    const inner = { width: room.width, height: room.height - height };
    const plan = best(people, inner, chair, CELL.usual);
    if (plan.over > 0) return null;
    const needs = outerIn(count, plan.width, room).height;
    if (needs <= height) return inner;
    height = needs;
  }
};

/**
 * The grid with the largest faces for tiles with so many people each, a chair in a row of its own below, and an outer
 * ring. Nobody changes columns when the chair moves there. Every face of the inner ring comes first; without room for all
 * of them, the grid that scrolls least.
 * @param chairBelow whether a chair stands in its row now; `null` where none ever does
 */
export const gridFor = (
  people: readonly number[],
  chairBelow: boolean | null,
  room: Size,
  outer = 0,
): GridPlan => {
  const beside = outer === 0 ? room : innerRoom(people, outer, room, chairBelow !== null);
  // The row in which the outer ring scrolls is the chair's, and stands whether it is there or not.
  const [inner, scrolls] = beside === null ? [room, true] : [beside, false];
  const { columns } = best(people, inner, chairBelow !== null || scrolls);
  const { width, cell, row } = fit(people, columns, chairBelow === true || scrolls, inner);
  const below = scrolls ? { cell: Math.min(cell, OUTER.cell.most), row } : outerIn(outer, width, room);
  return { columns, width, cell, row, outer: { cell: below.cell, row: below.row, scrolls } };
};
