import { cellName } from "../../envs/grid-world/cell-name";
import type { GridWorldParams } from "../../envs/grid-world/params";
import { extraOf, letterOf } from "../editor/map-edit";

/** What a cell is, in a word or two. */
export function cellKind(params: GridWorldParams, cell: number): string {
  const letter = letterOf(params, cell);
  const { jump, restart } = extraOf(params, cell);
  const columns = params.rows[0].length;
  if (letter === "#") return "wall";
  if (letter === "T") return "terminal";
  if (jump) return `jump to ${cellName(jump.to[0] * columns + jump.to[1], columns)}`;
  if (restart) return "back to the start";
  return letter === "S" ? "start" : "floor";
}
