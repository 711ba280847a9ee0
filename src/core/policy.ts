import type { Explanation } from "./algo";
import type { FiniteMdp } from "./finite-mdp";

type Shape = Pick<FiniteMdp, "nStates" | "nActions" | "decisionStates">;

/** The equiprobable policy: π(a|s) = 1 / nActions wherever there is a decision, row-major like Q. */
export function randomPolicy({ nStates, nActions, decisionStates }: Shape): Float64Array {
  const policy = new Float64Array(nStates * nActions);
  for (const s of decisionStates) policy.fill(1 / nActions, s * nActions, (s + 1) * nActions);
  return policy;
}

/** Σ_a π(a|s) Q(s, a). */
export function averageQ(Q: Float64Array, policy: Float64Array, s: number, nActions: number): number {
  let value = 0;
  for (let pair = s * nActions; pair < (s + 1) * nActions; pair++) value += policy[pair] * Q[pair];
  return value;
}

/** The numbers that gave V^π(s), copied when they were used. */
export interface LastAverage {
  /** Whether the last update ended with this average. */
  done: boolean;
  V: number;
  policy: Float64Array;
  Q: Float64Array;
}

export function noAverage(nActions: number): LastAverage {
  return { done: false, V: 0, policy: new Float64Array(nActions), Q: new Float64Array(nActions) };
}

// #region average
/** V^π(s) from Q^π and π, noted in `last`. */
export function averageAndNote(
  last: LastAverage,
  Q: Float64Array,
  policy: Float64Array,
  s: number,
  nActions: number,
): number {
  let value = 0;
  for (let a = 0; a < nActions; a++) {
    const pair = s * nActions + a;
    last.policy[a] = policy[pair];
    last.Q[a] = Q[pair];
    value += policy[pair] * Q[pair];
  }
  last.done = true;
  last.V = value;
  return value;
}
// #endregion

/** Adds the average to the explanation of a state's last backup: numbers V, pi0, q0, pi1, q1 … */
export function withAverage(explanation: Explanation | null, last: LastAverage): Explanation | null {
  if (!explanation || !last.done) return explanation;
  const numbers: Record<string, number> = { ...explanation.numbers, V: last.V };
  last.policy.forEach((pi, a) => (numbers[`pi${a}`] = pi));
  last.Q.forEach((q, a) => (numbers[`q${a}`] = q));
  return { ...explanation, numbers };
}
