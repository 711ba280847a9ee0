/** A tool of the editor. In the order of the toolbar and of the number keys, from 1. */
export interface Tool {
  id: ToolId;
  label: string;
  help: string;
}

export type ToolId = "wall" | "floor" | "terminal" | "start" | "reward" | "jump" | "restart" | "arrow";

const MAP_TOOLS: readonly Tool[] = [
  { id: "wall", label: "Wall", help: "Paint walls; start on a wall to remove walls." },
  { id: "floor", label: "Erase", help: "Back to plain floor: no reward, no jump, nothing." },
  { id: "terminal", label: "Terminal", help: "Cells where the episode ends." },
  { id: "start", label: "Start", help: "Where an episode starts. Without a start it is any floor cell." },
  {
    id: "reward",
    label: "Reward",
    help: "Paid for ending a move here, besides the step reward. 0 removes it.",
  },
  {
    id: "jump",
    label: "Jump",
    help: "Choose a cell, then where every move from it leads.",
  },
  {
    id: "restart",
    label: "Restart",
    help: "Ending a move here puts the agent back on the start, like a cliff.",
  },
];

const ARROW_TOOL: Tool = {
  id: "arrow",
  label: "Arrows",
  help: "Click a side of a cell, or press Shift and an arrow key: the policy takes this action, or no longer does.",
};

const WITH_ARROWS: readonly Tool[] = [...MAP_TOOLS, ARROW_TOOL];

/** The tools there are for an algorithm: a policy is drawn only where it is evaluated. */
export function toolsFor(algoId: string): readonly Tool[] {
  return algoId === "policy-evaluation" ? WITH_ARROWS : MAP_TOOLS;
}
