import type { FiniteMdp } from "./finite-mdp";
import { closedClasses, decisionFlags, graphOf } from "./graph";
import { expectedReward, NO_REWARD } from "./expected-reward";

/*
 * At γ = 1 a process that stays for ever where nothing is paid has the value 0, but the Bellman equation holds
 * there for any constant. Iteration from 0 finds 0; iteration that goes on after a change would keep what it had.
 */

/** States whose value under a policy is 0 because it stays for ever where it gets nothing. */
export function restingStates(mdp: FiniteMdp, policy: Float64Array): number[] {
  return closedClasses(graphOf(mdp, policy), mdp.decisionStates)
    .filter((states) => states.every((s) => Math.abs(expectedReward(mdp, s, policy)) <= NO_REWARD))
    .flat();
}

/** Whether there are states among which an agent can stay for ever without a reward or a cost. */
export function canRest(mdp: FiniteMdp): boolean {
  const { nActions, decisionStates, first, next, reward, ends } = mdp;
  const stays = decisionFlags(mdp);
  const isFree = (pair: number): boolean => {
    for (let i = first[pair]; i < first[pair + 1]; i++)
      if (ends[i] === 1 || reward[i] !== 0 || !stays[next[i]]) return false;
    return true;
  };
  for (let shrunk = true; shrunk;) {
    shrunk = false;
    for (const s of decisionStates) {
      if (!stays[s]) continue;
      let free = false;
      for (let pair = s * nActions; pair < (s + 1) * nActions; pair++) free ||= isFree(pair);
      if (free) continue;
      stays[s] = 0;
      shrunk = true;
    }
  }
  return stays.includes(1);
}
