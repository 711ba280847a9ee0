import type { MetricDef } from "./algo";
import type { FiniteMdp } from "./finite-mdp";
import { graphOf, reachableFrom } from "./graph";
import { maxQ } from "./greedy";

/** What can be said of a table once Q* is known; logged once an episode. */
export const optimalityMetrics: readonly MetricDef[] = [
  { id: "qError", label: "‖Q − Q*‖∞", unit: "", per: "episode", scale: "log" },
  {
    id: "optimalShare",
    label: "States whose greedy action is optimal",
    unit: "%",
    per: "episode",
    scale: "linear",
  },
];

/** How much less than the best an action may be worth and still be optimal, as a share of the value (at least 1). */
const EQUAL = 1e-9;

const reachable = new WeakMap<FiniteMdp, Int32Array>();

/** The states with a decision that an episode can come to, ascending. Computed once for each model. */
export function reachableDecisions(mdp: FiniteMdp): Int32Array {
  let states = reachable.get(mdp);
  if (!states) {
    const starts = mdp.decisionStates.filter((s) => mdp.initial[s] > 0);
    const reached = reachableFrom(graphOf(mdp), starts);
    states = mdp.decisionStates.filter((s) => reached[s] === 1);
    reachable.set(mdp, states);
  }
  return states;
}

/**
 * How far a table is from Q*, over the states that can be reached: the largest |Q − Q*|, and in how many states,
 * in percent, every action that the table holds for best is optimal.
 */
export function compareWithOptimal(
  mdp: FiniteMdp,
  Q: Float64Array,
  Qstar: Float64Array,
): { qError: number; optimalShare: number } {
  const { nActions } = mdp;
  const states = reachableDecisions(mdp);
  let qError = 0;
  let optimal = 0;
  for (const s of states) {
    const held = maxQ(Q, s, nActions);
    const best = maxQ(Qstar, s, nActions);
    const least = best - EQUAL * Math.max(1, Math.abs(best));
    let good = true;
    for (let pair = s * nActions; pair < (s + 1) * nActions; pair++) {
      qError = Math.max(qError, Math.abs(Q[pair] - Qstar[pair]));
      if (Q[pair] === held && Qstar[pair] < least) good = false;
    }
    if (good) optimal++;
  }
  return { qError, optimalShare: states.length === 0 ? 100 : (100 * optimal) / states.length };
}
