import type { CSSProperties } from 'react';
import type { Box } from './box.ts';
import { BETWEEN, type GridPlan } from './grid.ts';
import type { RingPlan } from './ring.ts';

/** A box of the plan as the custom properties that the style sheet reads. */
export const boxStyle = ({ cx, cy }: RingPlan, { x, y, w, h }: Box): CSSProperties =>
  ({ '--x': `${cx + x}px`, '--y': `${cy + y}px`, '--w': `${w}px`, '--h': `${h}px` }) as CSSProperties;

/** The size of a grid's cells, as the style sheet reads it. */
export const gridStyle = ({ width, cell, row, outer }: GridPlan): CSSProperties =>
  ({
    ...{ '--wide': `${width}px`, '--cell': `${cell}px`, '--row': `${row}px` },
    '--cells': `${Math.min(width, 2 * cell + BETWEEN.columns)}px`,
    ...{ '--outer-cell': `${outer.cell}px`, '--outer-row': `${outer.row}px` },
  }) as CSSProperties;

/** The share of time that has passed, in hundredths, as the style sheet reads it. */
export const timeStyle = (share: number): CSSProperties => ({ '--time': share * 100 }) as CSSProperties;
