// Boxes on the stage, and how far things keep from each other. All lengths in px.

/** A box by its centre, measured from the middle of the stage. */
export type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
export type Ellipse = { readonly rx: number; readonly ry: number };
export type Size = { readonly width: number; readonly height: number };

export const GAP = 14;
/** Distance from the edges of the stage. */
export const PAD = 10;
/** The least quiet middle that no tile may enter. */
export const MIDDLE: Box = { x: 0, y: 0, w: 340, h: 172 };
/** A tile's width to its height. */
export const ASPECT = 4 / 3;

/** Whether two boxes keep this gap. */
export const apart = (a: Box, b: Box, gap: number): boolean =>
  Math.abs(a.x - b.x) >= (a.w + b.w) / 2 + gap || Math.abs(a.y - b.y) >= (a.h + b.h) / 2 + gap;
