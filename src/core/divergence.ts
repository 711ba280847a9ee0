import type { Outcome } from "./algo";
import type { FiniteMdp } from "./finite-mdp";
import { expectedReward, NO_REWARD } from "./expected-reward";
import { unboundedStates } from "./gain";
import { canEnd, closedClasses, graphOf, reachableFrom, reversed } from "./graph";
import type { Stall } from "./stall";

/** How often, in sweeps without progress, a search for the reason is made. */
const SEARCH_EVERY = 200;
/** Sweeps without progress, in multiples of max(1000, states + 1), after which a run is given up. */
const PATIENCE = 100;
/** Changes below this share of the largest value are rounding: 2^-45. */
const ROUNDING = 2.842170943040401e-14;

const REMEDY = "Lower γ below 1, or change the policy or the map so that an ending can be reached.";

/**
 * Whether the value of a policy has no limit: at γ = 1 it must not stay for ever where there are rewards.
 * `states`: those from which the policy never ends and comes to such a place.
 */
export function neverEnding(mdp: FiniteMdp, policy: Float64Array, gamma: number): Outcome | null {
  if (gamma < 1) return null;
  const graph = graphOf(mdp, policy);
  const places = closedClasses(graph, mdp.decisionStates).filter((states) =>
    states.some((s) => Math.abs(expectedReward(mdp, s, policy)) > NO_REWARD),
  );
  if (places.length === 0) return null;
  const finite = canEnd(graph);
  const drawn = reachableFrom(reversed(graph), places.flat());
  const states = Array.from(mdp.decisionStates).filter((s) => drawn[s] && !finite[s]);
  return {
    reason: "diverges",
    says: `At γ = 1 the value has no limit: from ${count(states)} the policy never reaches an ending and keeps collecting rewards. ${REMEDY}`,
    states,
  };
}

/**
 * Whether optimal values have no limit for a reason that the map shows: at γ = 1, a set of states without a way
 * out in which every reward is negative, or every one positive.
 */
export function hopeless(mdp: FiniteMdp, gamma: number): Outcome | null {
  if (gamma < 1) return null;
  const states = closedClasses(graphOf(mdp), mdp.decisionStates)
    .filter((members) => rewardSign(mdp, members) !== 0)
    .flat();
  if (states.length === 0) return null;
  return {
    reason: "diverges",
    says: `At γ = 1 the value has no limit: from ${count(states)} no ending can be reached, and every step there is rewarded or punished. Lower γ below 1, or change the map.`,
    states,
  };
}

/** 1 or −1 if all rewards in these states have that sign, else 0. */
function rewardSign(mdp: FiniteMdp, states: number[]): number {
  const signs = new Set<number>();
  for (const s of states) {
    const from = mdp.first[s * mdp.nActions];
    const until = mdp.first[(s + 1) * mdp.nActions];
    for (let i = from; i < until; i++) signs.add(Math.sign(mdp.reward[i]));
  }
  const [sign] = signs;
  return signs.size === 1 ? sign : 0;
}

/**
 * Whether a run towards optimal values that makes no progress must end: because only rounding is left to change,
 * or, at γ = 1, because values grow without limit. Looks only now and then: ask after every sweep.
 */
export function stuck(
  mdp: FiniteMdp,
  { V, residual, stall }: { V: Float64Array; residual: number; stall: Stall },
  gamma: number,
): Outcome | null {
  if (stall.sweeps === 0 || stall.sweeps % SEARCH_EVERY !== 0) return null;
  const rounding = onlyRounding({ V, residual, stall });
  if (rounding || gamma < 1) return rounding;
  const states = unboundedStates(mdp, V);
  if (states.length > 0)
    return {
      reason: "diverges",
      says: `At γ = 1 the value has no limit: in ${count(states)} the best policy stays for ever and its rewards do not add up to 0. Lower γ below 1, or change the rewards.`,
      states,
    };
  if (stall.sweeps < PATIENCE * Math.max(1000, mdp.decisionStates.length + 1)) return null;
  return {
    reason: "diverges",
    says: `In the last ${stall.sweeps} sweeps the largest change has not become smaller: at γ = 1 the values seem to have no limit. Lower γ below 1.`,
  };
}

/** Whether all that is left to change is rounding, for many sweeps already. */
export function onlyRounding({
  V,
  residual,
  stall,
}: {
  V: Float64Array;
  residual: number;
  stall: Stall;
}): Outcome | null {
  if (stall.sweeps < SEARCH_EVERY) return null;
  let largest = 0;
  for (const value of V) largest = Math.max(largest, Math.abs(value));
  if (residual > ROUNDING * largest) return null;
  return { reason: "converged", says: "Converged: what still changes is rounding in the last digits." };
}

function count(states: number[]): string {
  return states.length === 1 ? "1 state" : `${states.length} states`;
}
