import type { Challenge } from "../challenge";
import { fromPreset } from "../from-preset";
import { mustBeSolved } from "../solved";

export const challenges: readonly Challenge[] = [
  {
    id: "train-the-critic",
    title: "A critic worth listening to",
    task: [
      "One-step advantages $r + \\gamma V(s') - V(s)$, and one step of the critic for each step of the actor: none of four seeds passes its test within 600 episodes. The advantages are only as right as the critic.",
      "Change only what concerns the critic, its learning rate and its steps an update, so that at least three of the four pass.",
    ],
    start: fromPreset("cart-pole-actor-critic-td", {
      seed: 1,
      algo: { criticSteps: 1 },
      view: { figure: "run", granularity: "update" },
    }),
    free: ["algo.criticSteps", "algo.valueLearningRate"],
    seeds: [1, 2, 3, 4],
    seconds: 6,
    ...mustBeSolved(3, "within 600 episodes"),
    solution: { "algo.criticSteps": 30 },
    wrong: { "algo.criticSteps": 3 },
  },
];
