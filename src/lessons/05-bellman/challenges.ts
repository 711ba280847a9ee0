import type { Challenge } from "../challenge";
import { bridge, discountGrid } from "../cs188";

export const challenges: readonly Challenge[] = [
  bridge,
  discountGrid({
    id: "near-along-cliff",
    title: "The near exit, along the cliff",
    task: [
      "Berkeley’s DiscountGrid: an exit near by pays 1, one farther off pays 10. The short way to each leads along a cliff that costs 10, the long one round the top. As it is, the best policy takes the long way to the 10.",
      "Change the discount, the noise and the step reward so that the best arrows lead to the *1*, along the *cliff*. Or is there no such setting?",
    ],
    exit: "near",
    alongCliff: true,
    solution: { "algo.gamma": 0.1, "env.noise": 0 },
    wrong: { "algo.gamma": 0.3 },
  }),
  discountGrid({
    id: "near-around",
    title: "The near exit, away from the cliff",
    task: [
      "The same grid. Now the arrows shall lead to the *1*, but by the long way, *away from the cliff*. Or is there no such setting?",
    ],
    exit: "near",
    alongCliff: false,
    solution: { "algo.gamma": 0.3 },
    wrong: { "algo.gamma": 0.1, "env.noise": 0 },
  }),
];
