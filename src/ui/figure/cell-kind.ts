import { cellName } from "../../envs/grid-world/figure/cell-name";
import type { GridWorldParams } from "../../envs/grid-world/params";
import { cells as words } from "../../messages/cells";
import { fill } from "../../messages/section";
import { extraOf, letterOf } from "../editor/map-edit";

/** What a cell is, in a word or two. */
export function cellKind(params: GridWorldParams, cell: number): string {
  const letter = letterOf(params, cell);
  const { jump, restart } = extraOf(params, cell);
  const columns = params.rows[0].length;
  if (letter === "#") return words.wall;
  if (letter === "T") return words.terminal;
  if (jump) return fill(words.jump, { cell: cellName(jump.to[0] * columns + jump.to[1], columns) });
  if (restart) return words.restart;
  return letter === "S" ? words.start : words.floor;
}
