import type { Challenge, Measured, Verdict } from "../challenge";
import { bestWays } from "../best-ways";
import { fromPreset } from "../from-preset";

const seeds = [1, 2, 3, 4, 5, 6, 7, 8];

/** BridgeGrid without noise, for somebody who does not know it. */
const bridge = (episodes: number) => {
  const { env } = fromPreset("bridge-grid", { seed: 1, env: { noise: 0 } }) as { env: object };
  return {
    v: 1,
    env,
    algo: { id: "q-learning", params: { gamma: 0.9, alpha: 0.5, epsilon: 0.1 } },
    seed: 1,
    stop: { episodes },
    view: { granularity: "episode", layers: ["values", "arrows", "agent", "rewards"] },
  };
};

/** [1] where the greedy arrows lead over the bridge. */
const measure: Challenge["measure"] = (run, scenario) => {
  const { pays, moves } = bestWays(run, scenario);
  return [Number(pays.length === 1 && pays[0] === 10 && moves < Infinity)];
};

function judge(runs: readonly Measured[]): Verdict {
  const crossing = runs.filter(([crosses]) => crosses === 1).length;
  return {
    passed: crossing === runs.length,
    measured: `With ${crossing} of ${runs.length} ${runs.length === 1 ? "seed" : "seeds"} the greedy arrows lead over the bridge in the end.`,
    needed: "They must with each of them.",
  };
}

export const challenges: readonly Challenge[] = [
  {
    id: "fifty-episodes",
    title: "Fifty episodes for a bridge",
    task: [
      "The bridge of chapter 5, without noise: crossing pays 10, turning back 1, falling costs 100. But now nobody knows the model. Q-learning has 50 episodes.",
      "Find $\\epsilon$ and $\\alpha$ with which the greedy arrows lead over the bridge in the end, for each of eight seeds. Or claim that there are none: then the simulator tries 25 settings and looks for one.",
    ],
    start: bridge(50),
    free: ["algo.epsilon", "algo.alpha"],
    seeds,
    seconds: 2,
    measure,
    tolerance: 0,
    judge,
    sampled: { "algo.epsilon": [0, 0.1, 0.25, 0.5, 1], "algo.alpha": [0.1, 0.25, 0.5, 0.75, 1] },
    solution: "impossible",
    wrong: { "algo.epsilon": 0.5, "algo.alpha": 1 },
  },
  {
    id: "optimism",
    title: "A hundred, and some optimism",
    task: [
      "The same bridge with 100 episodes, and one more number is yours: the initial values of the table, under “All settings”. Find a setting with which the greedy arrows lead over the bridge, for each of eight seeds.",
    ],
    start: bridge(100),
    free: ["algo.epsilon", "algo.alpha", "algo.initialQ"],
    seeds,
    seconds: 2,
    measure,
    tolerance: 0,
    judge,
    sampled: { "algo.epsilon": [0, 0.5], "algo.alpha": [0.5, 1], "algo.initialQ": [0, 1, 7, 100] },
    solution: { "algo.epsilon": 0, "algo.alpha": 1, "algo.initialQ": 7 },
    wrong: { "algo.epsilon": 0.5, "algo.alpha": 1 },
  },
];
