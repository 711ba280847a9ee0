import { cellName } from "../../envs/grid-world/cell-name";
import { gridWorld } from "../../envs/grid-world/env";

export const ACTION_ARROWS = ["↑", "→", "↓", "←"];

/** “row 3, column 4, up”. */
export function placeName({ state, action }: { state: number; action?: number }, columns: number): string {
  return cellName(state, columns) + (action === undefined ? "" : `, ${gridWorld.actionNames[action]}`);
}
