import { MAX_SIDE } from "./map";
import type { GridWorldParams } from "./params";

/** What is wrong between the map, its special cells and its wind: sentences, empty when all is well. */
export function checkGridWorld({ rows, cells, wind, exitAction }: GridWorldParams): string[] {
  const wrong: string[] = [];
  const columns = rows[0].length;
  const hasStart = rows.some((row) => row.includes("S"));
  if (!rows.some((row) => /[.S]/.test(row) || (exitAction && row.includes("T")))) {
    wrong.push("The map has no cell to start in: paint at least one floor cell or a start S.");
  }
  if (wind.length > 0 && wind.length !== columns) {
    wrong.push(`The wind has ${wind.length} numbers; the map has ${columns} columns.`);
  }
  for (const [key, extra] of Object.entries(cells)) {
    const [row, column] = key.split(",").map(Number) as [number, number];
    const letter = rows[row]?.[column];
    if (letter === undefined) wrong.push(`The cell ${key} lies outside the map.`);
    if (letter === "#")
      wrong.push(`The cell ${key} is a wall; it cannot have a reward, a jump or a restart.`);
    if (letter === "T" && extra.jump) wrong.push(`The cell ${key} is a terminal; it cannot have a jump.`);
    if (letter === "T" && extra.restart)
      wrong.push(`The cell ${key} is a terminal; it cannot have a restart.`);
    if (extra.restart && !hasStart)
      wrong.push(`The cell ${key} restarts, but the map has no start S to go back to.`);
    if (extra.jump) {
      const target = rows[extra.jump.to[0]]?.[extra.jump.to[1]];
      if (target === undefined) wrong.push(`The jump from ${key} leads outside the map.`);
      if (target === "#") wrong.push(`The jump from ${key} leads into a wall.`);
    }
    if (wrong.length >= MAX_SIDE) break;
  }
  return wrong;
}
