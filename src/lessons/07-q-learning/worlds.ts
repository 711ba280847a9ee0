import { presetById } from "../../scenario/presets";

const learner = (params: object) => ({ id: "q-learning", params });

/** Three moves to the terminal; the agent is greedy, chance decides only between equal values. */
export const corridor = {
  v: 1,
  env: { id: "grid-world", params: { rows: ["S..T"], stepReward: -1 } },
  algo: learner({ gamma: 1, alpha: 0.5, epsilon: 0 }),
  seed: 0,
};

/** The maze of Dyna, learned without planning: nothing is paid before the goal. */
export const maze = {
  v: 1,
  env: presetById("dyna-maze")?.scenario.env,
  algo: learner({ gamma: 0.95, alpha: 0.5, epsilon: 0.1 }),
  seed: 3,
};

/** One decision, then the end: the move up succeeds with probability 0.6 and pays 10; beside it there is nothing. */
export const lottery = {
  v: 1,
  env: {
    id: "grid-world",
    params: { rows: ["#T#", "TST", "#T#"], cells: { "0,1": { reward: 10 } }, stepReward: 0, noise: 0.4 },
  },
  algo: learner({ gamma: 1, alpha: 1, epsilon: 0.1 }),
  seed: 0,
};

/** A small reward near by, a large one farther away. */
export const twoGoals = {
  v: 1,
  env: {
    id: "grid-world",
    params: {
      rows: ["T..S......T"],
      cells: { "0,0": { reward: 1 }, "0,10": { reward: 10 } },
      stepReward: -0.1,
    },
  },
  algo: learner({ gamma: 0.9, alpha: 0.5, epsilon: 0.1 }),
  seed: 0,
};

export const cliff = { ...presetById("cliff-walking")?.scenario, seed: 0 };
export const cliffSarsa = { ...presetById("cliff-walking-sarsa")?.scenario, seed: 0 };

/** The lecture's grid, explored wholly at random. */
export const wanderer = {
  v: 1,
  env: presetById("lecture-grid")?.scenario.env,
  algo: learner({ gamma: 1, alpha: 0.5, epsilon: 1 }),
  seed: 0,
};
