import { backup } from "./backup";
import type { FiniteMdp } from "./finite-mdp";
import { closedClasses, graphOf } from "./graph";

const MOST_ROUNDS = 1000;

/**
 * States in which values grow without limit at γ = 1, or none if that cannot be shown from `V`: closed classes
 * of the policy that is greedy for one more backup of V in which the average reward a step is positive, and
 * classes that no policy can leave in which it is negative whatever one does.
 */
export function unboundedStates(mdp: FiniteMdp, V: Float64Array): number[] {
  const greedy = greedyPolicyFor(mdp, V, 1);
  const loops = closedClasses(graphOf(mdp, greedy), mdp.decisionStates);
  const traps = closedClasses(graphOf(mdp), mdp.decisionStates);
  return [
    ...loops.filter((states) => gainSign(mdp, states, V, greedy) > 0),
    ...traps.filter((states) => gainSign(mdp, states, V) < 0),
  ].flat();
}

/** A policy that is greedy for one backup of V: the first best action of each state, with probability 1. */
export function greedyPolicyFor(mdp: FiniteMdp, V: Float64Array, gamma: number): Float64Array {
  const policy = new Float64Array(mdp.nStates * mdp.nActions);
  for (const s of mdp.decisionStates) {
    let best = -Infinity;
    let action = 0;
    for (let a = 0; a < mdp.nActions; a++) {
      const q = backup(mdp, V, s, a, gamma);
      if (q <= best) continue;
      best = q;
      action = a;
    }
    policy[s * mdp.nActions + action] = 1;
  }
  return policy;
}

/**
 * The sign of the average reward a step in a closed class, for a deterministic policy or, without one, for the best;
 * 0 if it is zero or not known after some rounds. By the bounds min (TV − V) ≤ gain ≤ max (TV − V), which hold
 * for any V (Puterman, "Markov Decision Processes", theorem 8.5.5), sharpened by damped value iteration from `V`.
 */
function gainSign(mdp: FiniteMdp, states: number[], V: Float64Array, policy?: Float64Array): number {
  const { nActions } = mdp;
  const pairsOf = (s: number): number[] => {
    const pairs = Array.from({ length: nActions }, (_, a) => s * nActions + a);
    return policy ? pairs.filter((pair) => policy[pair] > 0) : pairs;
  };
  const pairs = states.map(pairsOf);
  const isCycle = pairs.every(
    ([pair, other]) => other === undefined && mdp.first[pair + 1] - mdp.first[pair] === 1,
  );
  if (isCycle)
    return sign(
      pairs.reduce((sum, [pair]) => sum + mdp.reward[mdp.first[pair]], 0),
      1e-9,
    );
  const W = V.slice();
  const steps = new Float64Array(states.length);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let low = Infinity;
    let high = -Infinity;
    let size = 1;
    for (let i = 0; i < states.length; i++) {
      let best = -Infinity;
      for (const pair of pairs[i])
        best = Math.max(best, backup(mdp, W, states[i], pair - states[i] * nActions, 1));
      steps[i] = best - W[states[i]];
      low = Math.min(low, steps[i]);
      high = Math.max(high, steps[i]);
      size = Math.max(size, Math.abs(best));
    }
    if (sign(low, 1e-12 * size) > 0) return 1;
    if (sign(high, 1e-12 * size) < 0) return -1;
    if (high - low < 1e-12 * size) return 0;
    for (let i = 0; i < states.length; i++) W[states[i]] += steps[i] / 2;
  }
  return 0;
}

/** −1, 0 or 1; 0 up to rounding. */
function sign(x: number, rounding: number): number {
  return Math.abs(x) <= rounding ? 0 : Math.sign(x);
}
