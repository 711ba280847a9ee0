/** A tool of the editor. */
export type ToolId = "wall" | "floor" | "terminal" | "start" | "reward" | "jump" | "restart" | "arrow";

/** In the order of the toolbar and of the number keys, from 1. */
const MAP_TOOLS: readonly ToolId[] = ["wall", "floor", "terminal", "start", "reward", "jump", "restart"];

const WITH_ARROWS: readonly ToolId[] = [...MAP_TOOLS, "arrow"];

/** The tools there are for an algorithm: a policy is drawn only where it is evaluated. */
export function toolsFor(algoId: string): readonly ToolId[] {
  return algoId === "policy-evaluation" ? WITH_ARROWS : MAP_TOOLS;
}
