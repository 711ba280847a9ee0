import type { FiniteMdp } from "./finite-mdp";

/** Expected rewards up to this size are rounding of 0. */
export const NO_REWARD = 1e-12;

/** Σ_a π(a|s) Σ P(s', r | s, a) r: what a policy is paid on average for one step from s. */
export function expectedReward(mdp: FiniteMdp, s: number, policy: Float64Array): number {
  let sum = 0;
  for (let pair = s * mdp.nActions; pair < (s + 1) * mdp.nActions; pair++) {
    for (let i = mdp.first[pair]; i < mdp.first[pair + 1]; i++)
      sum += policy[pair] * mdp.probability[i] * mdp.reward[i];
  }
  return sum;
}
