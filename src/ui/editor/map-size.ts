import type { Arrows } from "../../algos/policy-evaluation/arrows";
import { MAX_SIDE, type CellExtra } from "../../envs/grid-world/map";
import { editor as words } from "../../messages/editor";
import { fill } from "../../messages/section";
import { hasFreeCell, type GridMap } from "./map-edit";

/** Rows or columns added at each side; negative: taken away. */
export interface Margins {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

export const NO_MARGINS: Margins = { top: 0, right: 0, bottom: 0, left: 0 };

/** Why a map cannot be changed to this size; null if it can. */
export function sizeProblem(rows: number, columns: number): string | null {
  if (rows < 1 || columns < 1) return words.tooSmall;
  const isTooLarge = rows > MAX_SIDE || columns > MAX_SIDE;
  return isTooLarge ? fill(words.tooLarge, { side: MAX_SIDE }) : null;
}

/**
 * Adds floor at the sides of a map, or takes rows and columns away. Special cells and wind move with their
 * cells; jumps out of what is left are dropped, and restarts too when the start is. Without a floor cell left
 * the top left one becomes floor. The size must have no `sizeProblem`.
 */
export function resize(map: GridMap, margins: Margins): GridMap {
  const height = map.rows.length + margins.top + margins.bottom;
  const width = map.rows[0].length + margins.left + margins.right;
  const letter = (row: number, column: number) => map.rows[row - margins.top]?.[column - margins.left] ?? ".";
  const rows = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => letter(row, column)).join(""),
  );
  if (!hasFreeCell(rows)) rows[0] = `.${rows[0].slice(1)}`;
  const wind = Array.from({ length: width }, (_, column) => map.wind[column - margins.left] ?? 0);
  return { rows, cells: movedCells(map, rows, margins), wind: wind.every((n) => n === 0) ? [] : wind };
}

function movedCells(map: GridMap, rows: string[], { top, left }: Margins): GridMap["cells"] {
  const hasStart = rows.some((row) => row.includes("S"));
  const cells: Record<string, CellExtra> = {};
  for (const [key, { jump, restart, ...rest }] of Object.entries(map.cells)) {
    const [row, column] = key.split(",").map(Number);
    if (rows[row + top]?.[column + left] === undefined) continue;
    const extra: CellExtra = rest;
    if (restart && hasStart) extra.restart = true;
    const to: [number, number] | null = jump ? [jump.to[0] + top, jump.to[1] + left] : null;
    if (jump && to && rows[to[0]]?.[to[1]] !== undefined) extra.jump = { to, reward: jump.reward };
    if (Object.keys(extra).length > 0) cells[`${row + top},${column + left}`] = extra;
  }
  return cells;
}

/** A cell's number after `resize`; null if it is gone. `rows` and `columns` are the size before. */
export function movedCell(cell: number, rows: number, columns: number, margins: Margins): number | null {
  const row = Math.floor(cell / columns) + margins.top;
  const column = (cell % columns) + margins.left;
  const width = columns + margins.left + margins.right;
  const inside = row >= 0 && row < rows + margins.top + margins.bottom && column >= 0 && column < width;
  return inside ? row * width + column : null;
}

/** A hand-made policy after `resize`. */
export function movedArrows(arrows: Arrows, rows: number, columns: number, margins: Margins): Arrows {
  const entries = Object.entries(arrows).flatMap(([state, actions]): [string, readonly number[]][] => {
    const cell = movedCell(Number(state), rows, columns, margins);
    return cell === null ? [] : [[String(cell), actions]];
  });
  return Object.fromEntries(entries);
}
