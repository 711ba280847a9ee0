import type { Challenge } from "../challenge";
import { farExits, learnedExits } from "./worlds";

const NEEDED = 150;

export const challenges: readonly Challenge[] = [
  {
    id: "disappointment",
    title: "Let it be curious",
    task: [
      "The agent of “The agent makes its own data” again: 1 on the left, 10 far on the right, 200 episodes. As it is, it finds the 1 and stays with it.",
      "Change its exploration $\\epsilon$ or the initial values of its table so that more than 150 of the 200 episodes end at the 10, for each of five seeds. The initial values are under “All settings”.",
    ],
    start: {
      ...learnedExits,
      stop: { episodes: 200 },
      view: { granularity: "episode", layers: ["visits", "agent", "rewards"] },
    },
    free: ["algo.epsilon", "algo.initialQ"],
    seeds: [0, 1, 2, 3, 4],
    seconds: 2,
    measure: ({ view }) => [view ? farExits(view) : 0],
    tolerance: 0,
    judge: (runs) => ({
      passed: runs.every(([far]) => far > NEEDED),
      measured: `Of 200 episodes ended at the 10, seed by seed: ${runs.map(([far]) => far).join(", ")}.`,
      needed: `More than ${NEEDED} must, for each seed.`,
    }),
    sampled: { "algo.epsilon": [0, 0.1, 0.5, 1], "algo.initialQ": [0, 1, 5, 20] },
    solution: { "algo.initialQ": 5 },
    wrong: { "algo.epsilon": 0.8 },
  },
];
