import { MAX_SIDE, type CellExtra, type Cells } from "../../envs/grid-world/map";
import type { GridWorldParams } from "../../envs/grid-world/params";
import { editor as words } from "../../messages/editor";

/** The parts of a grid world that the editor changes. */
export type GridMap = Pick<GridWorldParams, "rows" | "cells" | "wind">;

/** What one touch of a brush does to a cell. */
export type Brush =
  | { kind: "floor" | "wall" | "terminal" | "start" | "restart" }
  | { kind: "reward"; value: number }
  | { kind: "jump"; to: number; reward: number };

/** A changed map, or a sentence that says why the brush did nothing. The map given is never changed. */
export type Painted = { map: GridMap } | { says: string };

/** The cell "row,column", as `cells` names it. */
function keyOf(cell: number, columns: number): string {
  return `${Math.floor(cell / columns)},${cell % columns}`;
}

/** What is special about a cell, or nothing. */
export function extraOf({ rows, cells }: Pick<GridMap, "rows" | "cells">, cell: number): CellExtra {
  const key = keyOf(cell, rows[0].length);
  return Object.hasOwn(cells, key) ? cells[key] : {};
}

/** The letter of a cell: . # S T */
export function letterOf({ rows }: Pick<GridMap, "rows">, cell: number): string {
  const columns = rows[0].length;
  return rows[Math.floor(cell / columns)][cell % columns];
}

/** Touches a cell with a brush. The result is a valid map whenever `map` is one. */
export function paint(map: GridMap, cell: number, brush: Brush): Painted {
  switch (brush.kind) {
    case "floor":
      return withLetter(map, cell, ".", {});
    case "wall":
      return withLetter(map, cell, "#", {});
    case "terminal": {
      const { reward } = extraOf(map, cell);
      return withLetter(map, cell, "T", reward === undefined ? {} : { reward });
    }
    case "start":
      return moveStart(map, cell);
    case "reward":
      return withReward(map, cell, brush.value);
    case "restart":
      return withRestart(map, cell);
    case "jump":
      return withJump(map, cell, brush.to, brush.reward);
  }
}

function withLetter(map: GridMap, cell: number, letter: string, extra: CellExtra): Painted {
  if (letterOf(map, cell) === "S" && hasRestarts(map)) return { says: words.startStays };
  const rows = setLetter(map.rows, cell, letter);
  if (!hasFreeCell(rows)) return { says: words.lastFloor };
  const cells = setExtra(map, cell, extra);
  return { map: { ...map, rows, cells: letter === "#" ? dropJumpsInto(cells, rows, cell) : cells } };
}

function moveStart(map: GridMap, cell: number): Painted {
  const { restart: _back, ...extra } = extraOf(map, cell);
  const old = map.rows.join("").indexOf("S");
  const cleared = old < 0 ? map.rows : setLetter(map.rows, old, ".");
  return { map: { ...map, rows: setLetter(cleared, cell, "S"), cells: setExtra(map, cell, extra) } };
}

function withReward(map: GridMap, cell: number, value: number): Painted {
  if (letterOf(map, cell) === "#") return { says: words.wallPaysNothing };
  const { reward: _old, ...extra } = extraOf(map, cell);
  return { map: { ...map, cells: setExtra(map, cell, value === 0 ? extra : { reward: value, ...extra }) } };
}

function withRestart(map: GridMap, cell: number): Painted {
  if (!map.rows.some((row) => row.includes("S"))) return { says: words.noStart };
  const letter = letterOf(map, cell);
  if (letter === "S") return { says: words.isStart };
  const { jump: _jump, ...extra } = extraOf(map, cell);
  const rows = letter === "." ? map.rows : setLetter(map.rows, cell, ".");
  return { map: { ...map, rows, cells: setExtra(map, cell, { ...extra, restart: true }) } };
}

function withJump(map: GridMap, from: number, to: number, reward: number): Painted {
  const wrong = jumpSourceProblem(map, from);
  if (wrong) return { says: wrong };
  if (letterOf(map, to) === "#") return { says: words.jumpIntoWall };
  const columns = map.rows[0].length;
  const { restart: _back, ...extra } = extraOf(map, from);
  const jump = { to: [Math.floor(to / columns), to % columns] as [number, number], reward };
  return { map: { ...map, cells: setExtra(map, from, { ...extra, jump }) } };
}

/** Why no jump can start in a cell; null if one can. */
export function jumpSourceProblem(map: GridMap, cell: number): string | null {
  const letter = letterOf(map, cell);
  if (letter === "#") return words.jumpOutOfWall;
  return letter === "T" ? words.jumpOutOfTerminal : null;
}

/** Sets by how many rows moves out of a column are blown up (negative: down). */
export function setWind(map: GridMap, column: number, rows: number): GridMap {
  const limit = MAX_SIDE - 1;
  const wind = Array.from({ length: map.rows[0].length }, (_, i) => map.wind[i] ?? 0);
  wind[column] = Math.max(-limit, Math.min(limit, Math.round(rows) || 0));
  return { ...map, wind: wind.every((n) => n === 0) ? [] : wind };
}

/** Only floor, no start, no terminal: a sheet of the same size. */
export function clearMap(map: GridMap): GridMap {
  return { rows: map.rows.map((row) => ".".repeat(row.length)), cells: {}, wind: [] };
}

/** Whether an episode can start somewhere. */
export function hasFreeCell(rows: readonly string[]): boolean {
  return rows.some((row) => /[.S]/.test(row));
}

function hasRestarts({ cells }: GridMap): boolean {
  return Object.values(cells).some((extra) => extra.restart);
}

function setLetter(rows: string[], cell: number, letter: string): string[] {
  const columns = rows[0].length;
  const at = cell % columns;
  return rows.map((row, i) =>
    i === Math.floor(cell / columns) ? row.slice(0, at) + letter + row.slice(at + 1) : row,
  );
}

function setExtra({ rows, cells }: GridMap, cell: number, extra: CellExtra): Cells {
  const { [keyOf(cell, rows[0].length)]: _old, ...others } = cells;
  return Object.keys(extra).length > 0 ? { ...others, [keyOf(cell, rows[0].length)]: extra } : others;
}

function dropJumpsInto(cells: Cells, rows: string[], wall: number): Cells {
  const columns = rows[0].length;
  const entries = Object.entries(cells).flatMap(([key, extra]): [string, CellExtra][] => {
    if (!extra.jump || extra.jump.to[0] * columns + extra.jump.to[1] !== wall) return [[key, extra]];
    const { jump: _jump, ...rest } = extra;
    return Object.keys(rest).length > 0 ? [[key, rest]] : [];
  });
  return Object.fromEntries(entries);
}
