/** The strip of a memory, wrapped into rows: cell k is a piece of equally many places. */
export interface StripLayout {
  columns: number;
  rows: number;
  cellWidth: number;
  cellHeight: number;
  left: number;
  top: number;
}

/** Space between the rows of the strip. */
const GAP = 3;
/** How wide cells are, compared with their height, about. */
const ASPECT = 1;
const HIGHEST = 22;

/** Lays `count` cells out in rows that fill the box, as square as can be. */
export function stripLayout(
  count: number,
  left: number,
  top: number,
  width: number,
  height: number,
): StripLayout {
  const wanted = Math.sqrt((Math.max(1, count) * height) / (width * ASPECT));
  const rows = Math.max(1, Math.min(Math.round(wanted), Math.floor(height / (GAP + 3)), Math.max(1, count)));
  const columns = Math.max(1, Math.ceil(count / rows));
  const used = Math.max(1, Math.ceil(count / columns));
  const pitch = Math.min(HIGHEST + GAP, height / used);
  return {
    columns,
    rows: used,
    cellWidth: Math.min(width / columns, 2 * HIGHEST),
    cellHeight: Math.max(1, pitch - GAP),
    left,
    top,
  };
}

/** The top left corner of cell `k`; `k` may be a fraction, for places within a piece. */
export function cornerOf(
  { columns, cellWidth, cellHeight, left, top }: StripLayout,
  k: number,
): { x: number; y: number } {
  const row = Math.floor(k / columns);
  return { x: left + (k - row * columns) * cellWidth, y: top + row * (cellHeight + GAP) };
}

/** How many places each piece stands for; the last one may stand for fewer. */
export function placesPerPiece(pieces: number, capacity: number): number {
  return Math.max(1, Math.ceil(capacity / Math.max(1, pieces)));
}

/** The index of the mark nearest to a point; −1 beyond `reach` of all. */
export function nearestMark(
  marks: readonly { x: number; y: number }[],
  at: { x: number; y: number },
  reach: number,
): number {
  let best = -1;
  let distance = reach;
  for (const [i, { x, y }] of marks.entries()) {
    const away = Math.hypot(x - at.x, y - at.y);
    if (away < distance) {
      best = i;
      distance = away;
    }
  }
  return best;
}
