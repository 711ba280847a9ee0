import { tabularOf, type TabularView } from "./algo";
import type { Env } from "./env";
import type { FiniteMdp } from "./finite-mdp";
import { decisionFlags } from "./graph";
import { epsilonGreedyPolicy, greedyValues } from "./greedy";
import { trailStates, type Trail } from "./trail";

/** The shape of a table over (s, a), and the states in which there is an action to choose. */
export type Decisions = Pick<FiniteMdp, "nStates" | "nActions" | "decisionStates">;

/** The decisions of an environment whose states are numbered: those of its model where it has one, else every state. */
export function decisionsOf(env: Env): Decisions {
  const { nStates } = tabularOf(env);
  const decisionStates = env.model?.decisionStates ?? Int32Array.from({ length: nStates }, (_, s) => s);
  return { nStates, nActions: env.nActions, decisionStates };
}

/** A table over (s, a), nStates × nActions row-major, of zeros. */
export function zeroTable({ nStates, nActions }: Decisions): Float64Array {
  return new Float64Array(nStates * nActions);
}

/**
 * Fits a learner's table and the count of updates of each of its entries to the world, which may be another one than
 * before: where there is a decision, an entry that was never updated is `initial` (Q₀); elsewhere the entry and its
 * count are 0, so that a cell that is walled up and opened again starts anew. Doing it twice is doing it once.
 */
export function fitTable(
  decisions: Decisions,
  table: Float64Array,
  updates: Float64Array,
  initial: number,
): void {
  const { nStates, nActions } = decisions;
  const isDecision = decisionFlags(decisions);
  for (let s = 0; s < nStates; s++) {
    for (let pair = s * nActions; pair < (s + 1) * nActions; pair++) {
      if (!isDecision[s]) table[pair] = updates[pair] = 0;
      else if (updates[pair] === 0) table[pair] = initial;
    }
  }
}

/** What every learner shows: its table, V(s) = max Q(s, a), the ε-greedy policy it follows, and the agent. */
export function learnerView(
  decisions: Decisions,
  { Q, visits, trail }: { Q: Float64Array; visits: Float64Array; trail: Trail },
  epsilon: number,
): TabularView {
  const view: TabularView = {
    Q,
    V: greedyValues(decisions, Q),
    policy: epsilonGreedyPolicy(decisions, Q, epsilon),
    visits,
    trail: trailStates(trail),
  };
  const agent = view.trail?.at(-1);
  if (agent !== undefined) view.agent = agent;
  return view;
}
