/** Most rows and columns of cells that exist for screen readers at a time: the rest appear as one moves. */
export const WINDOW = 17;

/** The rows (or columns) around the active one that are in the page: first and count. */
export function ariaWindow(active: number, total: number): { first: number; count: number } {
  const count = Math.min(WINDOW, total);
  return { first: Math.max(0, Math.min(total - count, active - Math.floor(count / 2))), count };
}

/** Rows that PageUp and PageDown move by. */
const PAGE = 5;

/**
 * The cell that a key moves to, after the grid pattern of WAI-ARIA; null for a key that does not move.
 * Moves stop at the edges.
 */
export function moveBy(
  key: string,
  ctrl: boolean,
  cell: number,
  rows: number,
  columns: number,
): number | null {
  const row = Math.floor(cell / columns);
  const column = cell % columns;
  const at = (r: number, c: number) =>
    Math.max(0, Math.min(rows - 1, r)) * columns + Math.max(0, Math.min(columns - 1, c));
  switch (key) {
    case "ArrowUp":
      return at(row - 1, column);
    case "ArrowRight":
      return at(row, column + 1);
    case "ArrowDown":
      return at(row + 1, column);
    case "ArrowLeft":
      return at(row, column - 1);
    case "Home":
      return ctrl ? 0 : at(row, 0);
    case "End":
      return ctrl ? rows * columns - 1 : at(row, columns - 1);
    case "PageUp":
      return at(row - PAGE, column);
    case "PageDown":
      return at(row + PAGE, column);
    default:
      return null;
  }
}
