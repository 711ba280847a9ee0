import type { Preset } from "./preset";

const group = "Gymnasium";

/** Ice: each of the intended direction and its two sides has probability 1/3. Holes end the episode and pay nothing. */
function lake(layout: string[], maxSteps: number) {
  const goal = `${layout.length - 1},${layout[0].length - 1}`;
  return {
    rows: layout.map((row) => row.replaceAll("F", ".").replaceAll(/[HG]/g, "T")),
    cells: { [goal]: { reward: 1 } },
    stepReward: 0,
    noise: 2 / 3,
    maxSteps,
  };
}

export const frozenLakePresets: readonly Preset[] = [
  {
    id: "frozen-lake-4x4",
    title: "FrozenLake 4×4",
    notice:
      "On ice the best arrows often point away from the goal: they aim at the wall so that no slip leads into a hole.",
    source: "Gymnasium FrozenLake-v1, map 4x4, is_slippery=True.",
    group,
    scenario: {
      v: 1,
      env: { id: "grid-world", params: lake(["SFFF", "FHFH", "FFFH", "HFFG"], 100) },
      algo: { id: "value-iteration", params: { gamma: 0.99 } },
      stop: { converged: true },
    },
  },
  {
    id: "frozen-lake-8x8",
    title: "FrozenLake 8×8",
    notice:
      "The best way keeps to the top and right borders, far from the holes: a slip there costs only time.",
    source: "Gymnasium FrozenLake-v1, map 8x8, is_slippery=True.",
    group,
    scenario: {
      v: 1,
      env: {
        id: "grid-world",
        params: lake(
          ["SFFFFFFF", "FFFFFFFF", "FFFHFFFF", "FFFFFHFF", "FFFHFFFF", "FHHFFFHF", "FHFFHFHF", "FFFHFFFG"],
          200,
        ),
      },
      algo: { id: "value-iteration", params: { gamma: 0.99 } },
      stop: { converged: true },
    },
  },
];
