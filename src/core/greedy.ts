import type { FiniteMdp } from "./finite-mdp";
import type { Rng } from "./rng";

/** max over a of Q(s, a). */
export function maxQ(Q: Float64Array, s: number, nActions: number): number {
  const first = s * nActions;
  let best = Q[first];
  for (let i = first + 1; i < first + nActions; i++) if (Q[i] > best) best = Q[i];
  return best;
}

/** The first action with the largest Q(s, ·). */
export function argmaxQ(Q: Float64Array, s: number, nActions: number): number {
  const first = s * nActions;
  let action = 0;
  for (let a = 1; a < nActions; a++) if (Q[first + a] > Q[first + action]) action = a;
  return action;
}

/** An action with the largest Q(s, ·); equal ones are drawn with equal probability. */
export function greedyAction(Q: Float64Array, s: number, nActions: number, rng: Rng): number {
  const first = s * nActions;
  let best = Q[first];
  let action = 0;
  let ties = 1;
  for (let a = 1; a < nActions; a++) {
    const q = Q[first + a];
    if (q > best) {
      best = q;
      action = a;
      ties = 1;
    } else if (q === best) {
      ties++;
    }
  }
  if (ties === 1) return action;
  let skip = rng.int(ties);
  for (let a = action; ; a++) if (Q[first + a] === best && skip-- === 0) return a;
}

// #region epsilon-greedy
/** A random action with probability ε, else a greedy one (Sutton & Barto, section 2.2). */
export function epsilonGreedyAction(
  Q: Float64Array,
  s: number,
  nActions: number,
  epsilon: number,
  rng: Rng,
): number {
  return rng.uniform() < epsilon ? rng.int(nActions) : greedyAction(Q, s, nActions, rng);
}
// #endregion

/** Writes the probabilities with which `epsilonGreedyAction` picks each action to `out`, of length nActions. */
export function epsilonGreedyProbabilities(
  Q: Float64Array,
  s: number,
  nActions: number,
  epsilon: number,
  out: Float64Array,
): void {
  const first = s * nActions;
  const best = maxQ(Q, s, nActions);
  let ties = 0;
  for (let a = 0; a < nActions; a++) if (Q[first + a] === best) ties++;
  const random = epsilon / nActions;
  const greedy = (1 - epsilon) / ties + random;
  for (let a = 0; a < nActions; a++) out[a] = Q[first + a] === best ? greedy : random;
}

/** Whether Q(s, a) is the largest of its state, up to rounding: 1e-9 of its size. */
export function isGreedy(Q: Float64Array, s: number, a: number, nActions: number): boolean {
  const best = maxQ(Q, s, nActions);
  return Q[s * nActions + a] >= best - 1e-9 * Math.max(1, Math.abs(best));
}

/** π(a|s), greedy for Q with equal shares for ties (up to rounding), plus ε spread over all actions. */
export function epsilonGreedyPolicy(
  mdp: Pick<FiniteMdp, "nStates" | "nActions" | "decisionStates">,
  Q: Float64Array,
  epsilon = 0,
): Float64Array {
  const { nStates, nActions } = mdp;
  const policy = new Float64Array(nStates * nActions);
  for (const s of mdp.decisionStates) {
    let ties = 0;
    for (let a = 0; a < nActions; a++) ties += Number(isGreedy(Q, s, a, nActions));
    for (let a = 0; a < nActions; a++) {
      const greedy = isGreedy(Q, s, a, nActions) ? (1 - epsilon) / ties : 0;
      policy[s * nActions + a] = greedy + epsilon / nActions;
    }
  }
  return policy;
}

/** V(s) = max over a of Q(s, a); 0 where there is no decision. */
export function greedyValues(
  mdp: Pick<FiniteMdp, "nStates" | "nActions" | "decisionStates">,
  Q: Float64Array,
): Float64Array {
  const V = new Float64Array(mdp.nStates);
  for (const s of mdp.decisionStates) V[s] = maxQ(Q, s, mdp.nActions);
  return V;
}
