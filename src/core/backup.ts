import type { Explanation, Term } from "./algo";
import type { FiniteMdp } from "./finite-mdp";
import { isGreedy } from "./greedy";

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

/** The same backup as data: its terms, and `greedyIn` to name the action whose value stands for each successor. */
export function explainBackup(
  mdp: FiniteMdp,
  V: Float64Array,
  pair: { state: number; action: number; before: number },
  gamma: number,
  greedyIn?: Float64Array,
): Explanation {
  const { state, action, before } = pair;
  const row = state * mdp.nActions + action;
  const terms: Term[] = [];
  for (let i = mdp.first[row]; i < mdp.first[row + 1]; i++) {
    const next = mdp.next[i];
    const ends = mdp.ends[i] === 1;
    const term: Term = { probability: mdp.probability[i], reward: mdp.reward[i], next, nextValue: ends ? 0 : V[next], ends };
    if (greedyIn && !ends) term.nextAction = firstGreedy(greedyIn, next, mdp.nActions);
    terms.push(term);
  }
  return { state, action, before, after: backup(mdp, V, state, action, gamma), terms, numbers: { gamma } };
}

function firstGreedy(Q: Float64Array, s: number, nActions: number): number {
  let a = 0;
  while (a < nActions - 1 && !isGreedy(Q, s, a, nActions)) a++;
  return a;
}
