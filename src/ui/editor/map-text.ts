import { parseRows } from "../../envs/grid-world/map";
import { fail, ok, type Result } from "../../core/result";
import { editor as words } from "../../messages/editor";
import { fill } from "../../messages/section";
import { hasFreeCell, type GridMap } from "./map-edit";

/** A map as text: one line a row. */
export function mapText({ rows }: Pick<GridMap, "rows">): string {
  return rows.join("\n");
}

/**
 * Reads a map from pasted text. Spaces around a line and empty lines before and after the map do not count.
 * A map of the same size as `current` keeps the rewards, jumps, restarts and wind that still fit; another one starts without.
 */
export function parseMapText(text: string, current: GridMap): Result<GridMap> {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim());
  while (lines.length > 0 && lines[0] === "") lines.shift();
  while (lines.at(-1) === "") lines.pop();
  if (lines.length === 0) return fail(words.noMap);
  const empty = lines.indexOf("");
  if (empty >= 0) return fail(fill(words.emptyRow, { row: empty + 1 }));
  const rows = parseRows(lines);
  if (!rows.ok) return fail(rows.error.charAt(0).toUpperCase() + rows.error.slice(1));
  if (!hasFreeCell(rows.value)) return fail(words.noFloor);
  const sameSize = lines.length === current.rows.length && lines[0].length === current.rows[0].length;
  return ok(sameSize ? fitting({ ...current, rows: rows.value }) : { rows: rows.value, cells: {}, wind: [] });
}

/** The map without the special cells that its letters no longer allow. */
function fitting(map: GridMap): GridMap {
  const letter = (row: number, column: number) => map.rows[row][column];
  const hasStart = map.rows.some((row) => row.includes("S"));
  const cells = Object.entries(map.cells).flatMap(([key, { jump, restart, ...rest }]) => {
    const [row, column] = key.split(",").map(Number);
    const at = letter(row, column);
    if (at === "#") return [];
    const extra = {
      ...rest,
      ...(jump && at !== "T" && letter(...jump.to) !== "#" && { jump }),
      ...(restart && at !== "T" && hasStart && { restart }),
    };
    return Object.keys(extra).length > 0 ? [[key, extra] as const] : [];
  });
  return { ...map, cells: Object.fromEntries(cells) };
}
