import { tabularOf, type TabularView } from "./algo";
import type { Env } from "./env";
import type { FiniteMdp } from "./finite-mdp";
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

/** A table over (s, a), nStates × nActions row-major: `value` where there is a decision, 0 elsewhere. */
export function tableOf({ nStates, nActions, decisionStates }: Decisions, value: number): Float64Array {
  const table = new Float64Array(nStates * nActions);
  for (const s of decisionStates) table.fill(value, s * nActions, (s + 1) * nActions);
  return table;
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
