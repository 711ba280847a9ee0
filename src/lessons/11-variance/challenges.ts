import type { Challenge } from "../challenge";
import { fromPreset } from "../from-preset";
import { mustBeSolved } from "../solved";

const seeds = [1, 2, 3, 4];

export const challenges: readonly Challenge[] = [
  {
    id: "rescue-the-whole-return",
    title: "Rescue the whole return",
    task: [
      "Credit and baseline stay as they were derived: the whole return, and nothing subtracted. So one of four seeds passes its test within 600 episodes.",
      "Change anything else of the update (normalising, the learning rate, the trajectories, the limit of the gradient) so that at least three of the four do.",
    ],
    start: fromPreset("cart-pole-reinforce-whole", {
      seed: 1,
      view: { figure: "trajectory", granularity: "update" },
    }),
    free: [
      "algo.normalise",
      "algo.learningRate",
      "algo.trajectories",
      "algo.clipGradient",
      "algo.maxGradientNorm",
    ],
    seeds,
    seconds: 4,
    ...mustBeSolved(3, "within 600 episodes"),
    solution: { "algo.normalise": true },
    wrong: { "algo.learningRate": 0.003 },
  },
  {
    id: "in-150",
    title: "In 150 episodes",
    task: [
      "With a learned baseline half of the seeds need more than 170 episodes. Find a setting with which at least three of four pass their test within 150.",
      "You may change the rates, the trajectories an update, the fits of V, the discount and the normalising. An update of few trajectories is noisy, but there can be more of them.",
    ],
    start: fromPreset("cart-pole-reinforce-baseline", {
      seed: 1,
      view: { figure: "run", granularity: "update" },
      stop: { episodes: 150, solved: true },
    }),
    free: [
      "algo.learningRate",
      "algo.valueLearningRate",
      "algo.trajectories",
      "algo.valueSteps",
      "algo.gamma",
      "algo.normalise",
    ],
    seeds,
    seconds: 3,
    ...mustBeSolved(3, "within 150 episodes"),
    solution: { "algo.trajectories": 5, "algo.learningRate": 0.015 },
    wrong: { "algo.learningRate": 0.02 },
  },
];
