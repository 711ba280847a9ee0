import type { Explanation } from "../../core/algo";
import type { FiniteMdp } from "../../core/finite-mdp";
import { isGreedy, maxQ } from "../../core/greedy";

/** A state made greedy, with the numbers that decided it. */
export interface Improvement {
  state: number;
  Q: Float64Array;
  /** The largest of Q, its first action, and how many actions share it. */
  best: number;
  action: number;
  ties: number;
  /** Whether the policy of this state is another one than before. */
  changed: boolean;
  /** Whether it took an action before that is not among the best. */
  better: boolean;
}

// #region improve
/** Makes π(·|s) greedy for Q in place: equal shares for all best actions (equal up to 1e-9 of their size). */
export function improveState(
  { nActions }: FiniteMdp,
  Q: Float64Array,
  policy: Float64Array,
  s: number,
): Improvement {
  const from = s * nActions;
  const greedy = Array.from({ length: nActions }, (_, a) => isGreedy(Q, s, a, nActions));
  const ties = greedy.filter(Boolean).length;
  let changed = false;
  let better = false;
  for (let a = 0; a < nActions; a++) {
    const taken = policy[from + a] > 0;
    changed ||= taken !== greedy[a];
    better ||= taken && !greedy[a];
    policy[from + a] = greedy[a] ? 1 / ties : 0;
  }
  return {
    state: s,
    Q: Q.slice(from, from + nActions),
    best: maxQ(Q, s, nActions),
    action: greedy.indexOf(true),
    ties,
    changed,
    better,
  };
}
// #endregion

/** An improvement as data: no terms, since nothing is backed up; numbers q0, q1 … and ties. */
export function explainImprovement({ state, action, best, ties, Q }: Improvement): Explanation {
  const numbers: Record<string, number> = { ties };
  Q.forEach((q, a) => (numbers[`q${a}`] = q));
  return { state, action, before: best, after: best, terms: [], numbers };
}
