import { decisionFlags } from "../../core/graph";
import type { LearnedOutcome } from "../../core/learned-outcomes";
import type { Decisions } from "../../core/tables";

/**
 * What Dyna-Q remembers of the world, as plain data: how often each outcome (r, s', ended) of each pair
 * was seen. The outcomes of a pair form a chain through `following`, from `first[pair]` on.
 */
export interface LearnedModel {
  outcomes: LearnedOutcome[];
  /** Index of the next outcome of the same pair, −1 after the last; parallel to `outcomes`. */
  following: number[];
  /** Index of each pair's first outcome, −1 where there is none; nStates × nActions. */
  first: Int32Array;
  /** How often each pair was tried, nStates × nActions. */
  tried: Float64Array;
  /** The pairs tried so far, in the order of their first try. */
  pairs: number[];
}

export function emptyModel(nPairs: number): LearnedModel {
  return {
    outcomes: [],
    following: [],
    first: new Int32Array(nPairs).fill(-1),
    tried: new Float64Array(nPairs),
    pairs: [],
  };
}

/** Counts an outcome of `pair` = state × nActions + action once more, or several times. */
export function remember(
  model: LearnedModel,
  pair: number,
  seen: Omit<LearnedOutcome, "count">,
  times = 1,
): void {
  const { outcomes, following, first } = model;
  if (model.tried[pair] === 0) model.pairs.push(pair);
  model.tried[pair] += times;
  let before = -1;
  for (let i = first[pair]; i >= 0; i = following[i]) {
    const known = outcomes[i];
    if (known.next === seen.next && known.reward === seen.reward && known.ends === seen.ends) {
      known.count += times;
      return;
    }
    before = i;
  }
  const { state, action, next, reward, ends } = seen;
  const index = outcomes.push({ state, action, next, reward, ends, count: times }) - 1;
  following.push(-1);
  if (before < 0) first[pair] = index;
  else following[before] = index;
}

/**
 * The model without what was seen in, or led on to, states in which there is no decision any more: a wall stands
 * there now, and their values are no longer kept. The model itself where nothing is lost.
 */
export function withoutLostStates(model: LearnedModel, decisions: Decisions): LearnedModel {
  const isDecision = decisionFlags(decisions);
  const stays = ({ state, next, ends }: LearnedOutcome) => isDecision[state] && (ends || isDecision[next]);
  if (model.outcomes.every(stays)) return model;
  const kept = emptyModel(model.tried.length);
  for (const outcome of model.outcomes.filter(stays)) {
    remember(kept, outcome.state * decisions.nActions + outcome.action, outcome, outcome.count);
  }
  return kept;
}

/** The outcome of `pair` in which number `k` of its tries, 0 ≤ k < tried, falls when they are sorted by outcome. */
export function outcomeAt(model: LearnedModel, pair: number, k: number): LearnedOutcome {
  let i = model.first[pair];
  let left = k - model.outcomes[i].count;
  while (left >= 0) {
    i = model.following[i];
    left -= model.outcomes[i].count;
  }
  return model.outcomes[i];
}
