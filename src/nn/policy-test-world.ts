import type { Env } from "../core/env";

/* A small world to check policy gradients by hand in: for tests, no part of the product. */

/** Rewards of the three steps. */
export const REWARDS = [1, 2, 4];

/** Three steps, whatever one does, paying 1, 2 and 4. The observation is (t / 2, 1). */
export function threeSteps(end: "terminated" | "truncated"): Env<number> {
  return {
    obsShape: [2],
    nActions: 2,
    dimensions: [
      { name: "time", symbol: "t", unit: "", range: [0, 2] },
      { name: "one", symbol: "1", unit: "", range: [0, 1] },
    ],
    reset: () => 0,
    step: (t) => ({
      state: t + 1,
      reward: REWARDS[t],
      terminated: end === "terminated" && t === 2,
      truncated: end === "truncated" && t === 2,
    }),
    observe(t, out) {
      out[0] = t / 2;
      out[1] = 1;
    },
    nudge: (t) => t,
  };
}

/** Observations of the three steps, in an order that batches take. */
export const OBSERVATIONS = [0, 1, 0.5, 1, 1, 1];
