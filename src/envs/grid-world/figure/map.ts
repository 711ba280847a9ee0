import { MOVES, type CellExtra } from "../map";
import type { GridWorldParams } from "../params";

/**
 * What a cell is to the figure. `exit` is a terminal that takes one more action (it has a value);
 * `restart` sends the agent back to the start, so it never stays there and has no value to show.
 */
export type CellKind = "floor" | "wall" | "terminal" | "exit" | "restart";

export interface Jump {
  from: number;
  to: number;
  reward: number;
}

/** The map of a grid world, unpacked for drawing. Cells are row × columns + column. */
export interface GridMap {
  readonly rows: number;
  readonly columns: number;
  readonly kinds: readonly CellKind[];
  readonly extras: readonly (CellExtra | undefined)[];
  /** The cell of the start, −1 without one. */
  readonly start: number;
  readonly jumps: readonly Jump[];
  /** One number per column, or empty. */
  readonly wind: readonly number[];
}

/** Number of actions: up, right, down, left. */
export const ACTIONS = MOVES.length;

/** Unpacks the parameters of a grid world. */
export function gridMap({ rows, cells, wind, exitAction }: GridWorldParams): GridMap {
  const columns = rows[0].length;
  const letters = rows.join("");
  const extras = Array.from(letters, (_, cell) =>
    Object.hasOwn(cells, keyOf(cell, columns)) ? cells[keyOf(cell, columns)] : undefined,
  );
  const kinds = Array.from(letters, (letter, cell): CellKind => {
    if (letter === "#") return "wall";
    if (letter === "T") return exitAction ? "exit" : "terminal";
    return extras[cell]?.restart ? "restart" : "floor";
  });
  const jumps = extras.flatMap((extra, from) =>
    extra?.jump
      ? [{ from, to: extra.jump.to[0] * columns + extra.jump.to[1], reward: extra.jump.reward }]
      : [],
  );
  return { rows: rows.length, columns, kinds, extras, start: letters.indexOf("S"), jumps, wind };
}

/** Whether two parameter sets have the same map: changing a slider does not unpack it again. */
export function sameMap(a: GridWorldParams, b: GridWorldParams): boolean {
  return a.rows === b.rows && a.cells === b.cells && a.wind === b.wind && a.exitAction === b.exitAction;
}

/** Whether values, arrows and counts are drawn in this kind of cell. */
export function hasValue(kind: CellKind): boolean {
  return kind === "floor" || kind === "exit";
}

function keyOf(cell: number, columns: number): string {
  return `${Math.floor(cell / columns)},${cell % columns}`;
}
