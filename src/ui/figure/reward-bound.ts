import type { GridWorldParams } from "../../envs/grid-world/params";

/** Where a slider for rewards ends: a round number that holds every reward of the map and some steps' pay. */
export function rewardBound({ cells, stepReward }: Pick<GridWorldParams, "cells" | "stepReward">): number {
  const sizes = Object.values(cells).flatMap(({ reward = 0, jump }) => [
    Math.abs(reward),
    Math.abs(jump?.reward ?? 0),
  ]);
  const largest = Math.max(1, 10 * Math.abs(stepReward), ...sizes);
  const power = 10 ** Math.floor(Math.log10(largest));
  return ([1, 2, 5].find((step) => step * power >= largest) ?? 10) * power;
}
