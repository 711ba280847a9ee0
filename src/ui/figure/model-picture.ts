import type { TabularView } from "../../core/algo";
import type { FiniteMdp } from "../../core/finite-mdp";
import { unpackOutcomes, type LearnedOutcome } from "../../core/learned-outcomes";

/** One outcome of a state and action: with which probability it happens, where it leads and what it pays. */
export interface ModelOutcome {
  next: number;
  probability: number;
  reward: number;
  ends: boolean;
}

/** A model as a picture needs it: what each pair may lead to. Empty where nothing is known. */
export type OutcomesOf = (state: number, action: number) => ModelOutcome[];

/** The environment's own model. */
export function knownOutcomes(mdp: FiniteMdp): OutcomesOf {
  return (state, action) => {
    const row = state * mdp.nActions + action;
    const outcomes: ModelOutcome[] = [];
    for (let i = mdp.first[row]; i < mdp.first[row + 1]; i++) {
      outcomes.push({
        next: mdp.next[i],
        probability: mdp.probability[i],
        reward: mdp.reward[i],
        ends: mdp.ends[i] === 1,
      });
    }
    return outcomes;
  };
}

/** A model from what the agent has seen (packed): the share of each outcome among those of its pair. */
export function learnedOutcomes(seen: Float64Array, nActions: number): OutcomesOf {
  const pairs = new Map<number, LearnedOutcome[]>();
  for (const outcome of unpackOutcomes(seen)) {
    const pair = outcome.state * nActions + outcome.action;
    pairs.set(pair, [...(pairs.get(pair) ?? []), outcome]);
  }
  return (state, action) => {
    const outcomes = pairs.get(state * nActions + action) ?? [];
    const total = outcomes.reduce((sum, { count }) => sum + count, 0);
    return outcomes.map(({ next, reward, ends, count }) => ({
      next,
      reward,
      ends,
      probability: count / total,
    }));
  };
}

/**
 * The expected rewards of a model in the form of a view: Q holds those of the pairs, V their mean over the actions
 * that are known; NaN where nothing is.
 */
export function rewardPicture(outcomesOf: OutcomesOf, nStates: number, nActions: number): TabularView {
  const Q = new Float64Array(nStates * nActions).fill(NaN);
  const V = new Float64Array(nStates).fill(NaN);
  for (let s = 0; s < nStates; s++) {
    let sum = 0;
    let known = 0;
    for (let a = 0; a < nActions; a++) {
      const outcomes = outcomesOf(s, a);
      if (outcomes.length === 0) continue;
      const reward = outcomes.reduce((mean, outcome) => mean + outcome.probability * outcome.reward, 0);
      Q[s * nActions + a] = reward;
      sum += reward;
      known++;
    }
    if (known > 0) V[s] = sum / known;
  }
  return { Q, V, policy: new Float64Array(Q.length) };
}
