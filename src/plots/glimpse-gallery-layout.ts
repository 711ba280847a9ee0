import type { Size } from "./chart-layout";
import { LINE } from "./plot-text";

/** Pictures in a grid, each a square with lines of text under it. */
export interface Gallery {
  columns: number;
  /** How many of them there is room for. */
  shown: number;
  /** The side of each square. */
  side: number;
  cornerOf(i: number): { x: number; y: number };
}

/** Between two pictures, and between the text under one and the next. */
const GAP = 10;
const CLOSE = 4;

/**
 * The grid that makes `count` squares largest, with so many lines of text under each. None is smaller than `least`: what
 * then has no room is left out.
 */
export function galleryLayout(
  count: number,
  { width, height }: Size,
  top: number,
  least: number,
  lines: number,
): Gallery {
  const under = lines * LINE + 4 + CLOSE;
  const room = height - top + CLOSE;
  const across = (columns: number) => (width + GAP) / columns - GAP;
  const down = (rows: number) => room / rows - under;
  const fits = (columns: number) => Math.min(across(columns), down(Math.ceil(count / columns)));
  let columns = 1;
  for (let more = 2; more <= count; more++) if (fits(more) > fits(columns)) columns = more;
  let side = fits(columns);
  if (side < least) {
    columns = Math.max(1, Math.floor((width + GAP) / (least + GAP)));
    const rows = Math.max(1, Math.floor(room / (least + under)));
    side = Math.max(1, Math.min(across(columns), down(rows)));
  }
  const rows = Math.max(1, Math.floor(room / (side + under) + 1e-9));
  const left = (width + GAP - columns * (side + GAP)) / 2;
  return {
    columns,
    shown: Math.min(count, rows * columns),
    side,
    cornerOf: (i) => ({
      x: left + (i % columns) * (side + GAP),
      y: top + Math.floor(i / columns) * (side + under),
    }),
  };
}
