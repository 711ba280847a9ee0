import type { Challenge } from "../challenge";
import { mustBeSolved } from "../solved";
import { smallest } from "./worlds";

export const challenges: readonly Challenge[] = [
  {
    id: "small-steps",
    title: "One trajectory, all the same",
    task: [
      "The smallest world again, with *one* trajectory an update. With some seeds the policy becomes certain of the wrong action before it has seen enough. More trajectories would help, but they stay at one.",
      "Change only the learning rate so that the test is passed within 400 episodes, for each of eight seeds.",
    ],
    start: {
      ...smallest(1, 3),
      view: { granularity: "update", figure: "trajectory" },
      stop: { episodes: 400, solved: true },
    },
    free: ["algo.learningRate"],
    seeds: [1, 2, 3, 5, 6, 7, 8, 9],
    seconds: 3,
    ...mustBeSolved(8, "within 400 episodes"),
    solution: { "algo.learningRate": 0.002 },
    wrong: { "algo.learningRate": 0.03 },
  },
];
