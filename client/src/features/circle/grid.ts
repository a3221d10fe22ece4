// How many stand side by side in a wide grid. Pure; all lengths in px, as the style sheet draws them.

/** The words above the seats with their bar, and the padding around both. */
const AROUND = { words: 130, padding: 24 } as const;
const GAP = 6;
const COLUMNS = { least: 4, most: 12 } as const;
/** No tile is narrower. */
const LEAST_TILE = 132;
/** The largest chair below the line, with its distance. */
const CHAIR_ROW = 162;

/** The fewest columns with which everybody is in view; where that cannot be, as many as fit. */
export const columnsFor = (
  count: number,
  chairBelow: boolean,
  { width, height }: { readonly width: number; readonly height: number },
): number => {
  const room = height - AROUND.words - AROUND.padding - (chairBelow ? CHAIR_ROW : 0);
  let columns: number = COLUMNS.least;
  for (; columns <= COLUMNS.most; columns += 1) {
    const tile = (width - AROUND.padding - GAP * (columns - 1)) / columns;
    if (tile < LEAST_TILE) return Math.max(COLUMNS.least, columns - 1);
    const rows = Math.ceil(count / columns);
    if (rows * tile * 0.75 + GAP * (rows - 1) <= room) return columns;
  }
  return COLUMNS.most;
};
