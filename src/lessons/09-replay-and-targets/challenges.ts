import type { Challenge } from "../challenge";
import { fromPreset } from "../from-preset";
import { mustBeSolved } from "../solved";

export const challenges: readonly Challenge[] = [
  {
    id: "without-memory",
    title: "475 with replay off",
    task: [
      "The memory stays off: the network learns from its newest transitions only, as they came. Find a setting with which the greedy policy passes its test, a mean of 475 steps, within 250 episodes, for two of three seeds.",
      "You may change the learning rate, the minibatch, the number of environments that are lived through at once, how often it trains, and the exploration. What was it again that a memory is good for, and what else could do it?",
    ],
    start: fromPreset("cart-pole-no-replay", {
      seed: 1,
      stop: { episodes: 250, solved: true },
      view: { granularity: "episode", figure: "run" },
    }),
    free: [
      "algo.learningRate",
      "algo.learningRateEnd",
      "algo.batchSize",
      "algo.environments",
      "algo.trainEvery",
      "algo.epsilon",
      "algo.epsilonEnd",
      "algo.epsilonSteps",
    ],
    seeds: [1, 2, 3],
    seconds: 10,
    ...mustBeSolved(2, "within 250 episodes"),
    solution: { "algo.environments": 8 },
    wrong: { "algo.environments": 16 },
  },
];
