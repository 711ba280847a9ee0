import type { GridWorldParams } from "../../envs/grid-world/params";
import { extraOf, letterOf } from "../editor/map-edit";

const ACTIONS = ["up", "right", "down", "left"];
export const ACTION_ARROWS = ["↑", "→", "↓", "←"];

/** “row 3, column 4”, counted from 1. */
export function cellName(cell: number, columns: number): string {
  return `row ${Math.floor(cell / columns) + 1}, column ${(cell % columns) + 1}`;
}

/** “row 3, column 4, up”. */
export function placeName({ state, action }: { state: number; action?: number }, columns: number): string {
  return cellName(state, columns) + (action === undefined ? "" : `, ${ACTIONS[action]}`);
}

/** What a cell is, in a word or two. */
export function cellKind(params: GridWorldParams, cell: number): string {
  const letter = letterOf(params, cell);
  const { jump, restart } = extraOf(params, cell);
  if (letter === "#") return "wall";
  if (letter === "T") return "terminal";
  if (jump)
    return `jump to ${cellName(jump.to[0] * params.rows[0].length + jump.to[1], params.rows[0].length)}`;
  if (restart) return "back to the start";
  return letter === "S" ? "start" : "floor";
}
