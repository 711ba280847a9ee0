import type { Command } from "./protocol";

/* Kinds of commands, by what the trainer does with them. */

/** Moves the run on, or back, from where it stands. */
export type Move = Command & { type: "play" | "step" | "step-back" };

export function isMove(command: Command): command is Move {
  return command.type === "play" || command.type === "step" || command.type === "step-back";
}

/** Makes the run compute anything of its own course. */
export function needsAllDigits(command: Command): boolean {
  return isMove(command) || command.type === "seek";
}

/** Commands that leave alone what waits for its turn. */
export const PASSING: ReadonlySet<Command["type"]> = new Set(["change", "stop", "look", "probe"]);
