import { cellName } from "../../envs/grid-world/figure/cell-name";
import { gridWorld } from "../../envs/grid-world/env";
import { cells as words } from "../../messages/cells";
import { fill } from "../../messages/section";

export const ACTION_ARROWS = ["↑", "→", "↓", "←"];

/** “row 3, column 4, up”. */
export function placeName({ state, action }: { state: number; action?: number }, columns: number): string {
  const cell = cellName(state, columns);
  return action === undefined ? cell : fill(words.pair, { cell, action: gridWorld.actionNames[action] });
}
