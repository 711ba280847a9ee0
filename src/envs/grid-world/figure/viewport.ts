import { ACTIONS } from "./map";

/** Side of a cell in drawing units. */
export const CELL = 100;

/** screen = k × drawing + (x, y), in CSS pixels. */
export interface Transform {
  k: number;
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

/** Space kept free around the grid, in CSS pixels. */
export interface Margin {
  top: number;
  bottom: number;
  side: number;
}

/** Rows and columns in sight, first to last inclusive; empty when a last is before its first. */
export interface CellRange {
  row0: number;
  row1: number;
  column0: number;
  column1: number;
}

/** How much a cell can show: four numbers, one number, or colour and thick glyphs only. */
export type Detail = "full" | "medium" | "small";

export function detailOf(cellPx: number): Detail {
  if (cellPx >= 56) return "full";
  return cellPx >= 28 ? "medium" : "small";
}

/** Centres a drawing of `content` units as large as it fits into `host` inside the margin. */
export function fitTransform(content: Size, host: Size, margin: Margin): Transform {
  const width = Math.max(1, host.width - 2 * margin.side);
  const height = Math.max(1, host.height - margin.top - margin.bottom);
  const k = Math.min(width / content.width, height / content.height);
  return {
    k,
    x: margin.side + (width - k * content.width) / 2,
    y: margin.top + (height - k * content.height) / 2,
  };
}

/** First `inner`, then `outer`. */
export function compose(outer: Transform, inner: Transform): Transform {
  return { k: outer.k * inner.k, x: outer.k * inner.x + outer.x, y: outer.k * inner.y + outer.y };
}

/** The cells that a host of this size shows. */
export function visibleCells(view: Transform, host: Size, rows: number, columns: number): CellRange {
  const cell = CELL * view.k;
  const first = (offset: number) => Math.max(0, Math.floor(-offset / cell));
  const last = (offset: number, extent: number, count: number) =>
    Math.min(count - 1, Math.ceil((extent - offset) / cell) - 1);
  return {
    row0: first(view.y),
    row1: last(view.y, host.height, rows),
    column0: first(view.x),
    column1: last(view.x, host.width, columns),
  };
}

/** The cells of a range, row by row. */
export function cellsIn(range: CellRange, columns: number): number[] {
  const cells: number[] = [];
  for (let row = range.row0; row <= range.row1; row++) {
    for (let column = range.column0; column <= range.column1; column++) cells.push(row * columns + column);
  }
  return cells;
}

/** The cell at a point of the drawing and the action whose triangle, the nearest side's, was hit. */
export function hit(
  x: number,
  y: number,
  rows: number,
  columns: number,
): { cell: number; action: number } | null {
  const column = Math.floor(x / CELL);
  const row = Math.floor(y / CELL);
  if (row < 0 || row >= rows || column < 0 || column >= columns) return null;
  const right = x / CELL - column - 0.5;
  const down = y / CELL - row - 0.5;
  const action = Math.abs(right) > Math.abs(down) ? (right > 0 ? 1 : 3) : down > 0 ? 2 : 0;
  return { cell: row * columns + column, action: action % ACTIONS };
}

/** The cells a straight stroke crosses after `from`, up to and with `to`: a fast drag leaves no gaps. */
export function stroke(from: number, to: number, columns: number): number[] {
  const [row0, column0] = [Math.floor(from / columns), from % columns];
  const [row1, column1] = [Math.floor(to / columns), to % columns];
  const steps = Math.max(Math.abs(row1 - row0), Math.abs(column1 - column0));
  return Array.from({ length: steps }, (_, i) => {
    const t = (i + 1) / steps;
    return Math.round(row0 + (row1 - row0) * t) * columns + Math.round(column0 + (column1 - column0) * t);
  });
}

/** The largest zoom over the fitted size: cells of 160 px, and at least twice the fit. */
export function maxZoom(fittedCellPx: number): number {
  return Math.max(2, 160 / fittedCellPx);
}
