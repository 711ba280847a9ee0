import type { Challenge } from "../challenge";
import { discountGrid } from "../cs188";

const SIZE = 4;
const NEEDED = 9;

export const challenges: readonly Challenge[] = [
  {
    id: "long-way",
    title: "As many sweeps as you can",
    task: [
      "On the lecture’s grid four sweeps are enough. Keep its 4×4 cells, but redraw the map (Edit map) so that value iteration needs at least nine, the last one included, which changes nothing.",
      "A grey cell must be within reach of every other cell, or the values have no limit.",
    ],
    start: {
      v: 1,
      env: { id: "grid-world", params: { rows: ["T...", "....", "....", "...T"], stepReward: -1 } },
      algo: { id: "value-iteration", params: { gamma: 1 } },
      stop: { converged: true },
      view: { granularity: "sweep", layers: ["values", "arrows"] },
    },
    free: ["env.rows"],
    seeds: [0],
    seconds: 1,
    measure: ({ clock }, { env }) => {
      const rows = env.params.rows as readonly string[];
      return [rows.length, rows[0].length, clock.sweeps];
    },
    tolerance: 0,
    judge: ([[rows, columns, sweeps]]) => ({
      passed: rows === SIZE && columns === SIZE && sweeps >= NEEDED,
      measured:
        sweeps === 0
          ? "The values have no limit: from some cell there is no way to a grey one."
          : `On this map of ${rows}×${columns} cells it takes ${sweeps} sweeps.`,
      needed: `At least ${NEEDED} sweeps on ${SIZE}×${SIZE} cells are needed.`,
    }),
    solution: { "env.rows": ["T...", "###.", "....", ".###"] },
    wrong: { "env.rows": ["T...", "##..", "....", ".###"] },
  },
  discountGrid({
    id: "far-along-cliff",
    title: "The far exit, along the cliff",
    task: [
      "Berkeley’s DiscountGrid again: 1 near by, 10 farther off, a cliff that costs 10. Change the discount, the noise and the step reward so that the best arrows lead to the *10*, along the *cliff*. Or is there no such setting?",
    ],
    exit: "far",
    alongCliff: true,
    solution: { "env.noise": 0 },
    wrong: { "env.stepReward": -0.1 },
  }),
  discountGrid({
    id: "never-leave",
    title: "Never leave",
    task: [
      "In the same grid the agent shall avoid both exits and the cliff: the best arrows from the start must never end an episode. Or is there no such setting?",
    ],
    exit: null,
    alongCliff: false,
    solution: { "env.stepReward": 10 },
    wrong: { "algo.gamma": 0 },
  }),
];
