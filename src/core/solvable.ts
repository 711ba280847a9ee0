import type { Outcome } from "./algo";
import type { FiniteMdp } from "./finite-mdp";
import { closedClasses, graphOf, reachableFrom, reversed } from "./graph";
import { reachableDecisions } from "./optimality";

/**
 * The part of a model in which values are asked for. At γ = 1 a room without an ending whose rewards are not all 0
 * has none, whatever one does there. Where no episode can come to it (the map has a start elsewhere), it and what
 * leads into it are left out, as if there were no decisions: nothing that is kept leads there. Else the model itself.
 */
export function solvablePart(mdp: FiniteMdp, gamma: number): FiniteMdp {
  if (gamma < 1) return mdp;
  const reachable = reachableDecisions(mdp);
  if (reachable.length === 0 || reachable.length === mdp.decisionStates.length) return mdp;
  const isReachable = new Set(reachable);
  const graph = graphOf(mdp);
  const rooms = closedClasses(graph, mdp.decisionStates)
    .filter((states) => !isReachable.has(states[0]) && states.some((s) => pays(mdp, s)))
    .flat();
  if (rooms.length === 0) return mdp;
  const leadsThere = reachableFrom(reversed(graph), rooms);
  return { ...mdp, decisionStates: mdp.decisionStates.filter((s) => !leadsThere[s]) };
}

/** Whether some action in this state may be rewarded or punished. */
function pays({ first, nActions, reward }: FiniteMdp, s: number): boolean {
  return reward.subarray(first[s * nActions], first[(s + 1) * nActions]).some((r) => r !== 0);
}

/** Adds to the sentence of a run that has converged how many states it has left out. */
export function tellLeftOut(outcome: Outcome, whole: FiniteMdp, part: FiniteMdp): Outcome {
  const count = whole.decisionStates.length - part.decisionStates.length;
  if (count === 0 || outcome.reason !== "converged") return outcome;
  const states = count === 1 ? "1 state is" : `${count} states are`;
  return {
    ...outcome,
    says: `${outcome.says} ${states} left out: no episode can come there, and at γ = 1 values there may have no limit.`,
  };
}
