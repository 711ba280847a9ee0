import type { Explanation, Term } from "./algo";
import type { FiniteMdp } from "./finite-mdp";

// #region backup
/** One expected backup: Σ P(s', r | s, a) [r + γ V(s')], with V = 0 after an ending (Sutton & Barto, eq. 4.10). */
export function backup(mdp: FiniteMdp, V: Float64Array, s: number, a: number, gamma: number): number {
  const pair = s * mdp.nActions + a;
  const end = mdp.first[pair + 1];
  let value = 0;
  for (let i = mdp.first[pair]; i < end; i++) {
    const future = mdp.ends[i] === 1 ? 0 : gamma * V[mdp.next[i]];
    value += mdp.probability[i] * (mdp.reward[i] + future);
  }
  return value;
}
// #endregion

/** A backup that a run has done, with what is needed to show it later. */
export interface LastBackup {
  /** −1 before the first. */
  state: number;
  action: number;
  before: number;
  after: number;
  gamma: number;
  /** What the backup read for its own state, and that value's action: V(s) may have been replaced since. */
  ownValue: number;
  ownAction: number;
}

export const noBackup = (): LastBackup => ({
  state: -1,
  action: 0,
  before: 0,
  after: 0,
  gamma: 0,
  ownValue: 0,
  ownAction: 0,
});

/**
 * A backup as data, with the numbers it used: `V` as it read it and, where a successor's value stands for its best
 * action, those actions. Null before the first backup.
 */
export function explainBackup(
  mdp: FiniteMdp,
  last: LastBackup,
  V: Float64Array,
  best?: Int32Array,
): Explanation | null {
  const { state, action, before, after, gamma } = last;
  if (state < 0) return null;
  const row = state * mdp.nActions + action;
  const terms: Term[] = [];
  for (let i = mdp.first[row]; i < mdp.first[row + 1]; i++) {
    const next = mdp.next[i];
    const ends = mdp.ends[i] === 1;
    const own = next === state;
    const term: Term = {
      probability: mdp.probability[i],
      reward: mdp.reward[i],
      next,
      nextValue: ends ? 0 : own ? last.ownValue : V[next],
      ends,
    };
    if (best && !ends) term.nextAction = own ? last.ownAction : best[next];
    terms.push(term);
  }
  return { state, action, before, after, terms, numbers: { gamma } };
}
