import type { Challenge } from "../challenge";
import { fromPreset } from "../from-preset";
import { mustBeSolved } from "../solved";

export const challenges: readonly Challenge[] = [
  {
    id: "large-steps",
    title: "Live with large steps",
    task: [
      "REINFORCE with a learning rate of 0.3 becomes sure too soon and stays stuck, as in the last step. The learning rate stays where it is.",
      "Change anything else of the method or its networks so that at least three of four seeds pass their test within 400 episodes. What decides how far a step of the weights moves a probability?",
    ],
    start: fromPreset("cart-pole-reinforce-baseline", {
      seed: 1,
      algo: { learningRate: 0.3 },
      view: { figure: "run", granularity: "update" },
      stop: { episodes: 400, solved: true },
    }),
    free: [
      "algo.credit",
      "algo.baseline",
      "algo.gamma",
      "algo.normalise",
      "algo.valueLearningRate",
      "algo.valueSteps",
      "algo.averageDecay",
      "algo.trajectories",
      "algo.clipGradient",
      "algo.maxGradientNorm",
      "algo.hiddenLayers",
      "algo.units",
      "algo.activation",
    ],
    seeds: [1, 2, 3, 4],
    seconds: 3,
    ...mustBeSolved(3, "within 400 episodes"),
    solution: { "algo.units": 4, "algo.normalise": true },
    wrong: { "algo.normalise": true },
  },
];
