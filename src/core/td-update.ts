import type { Explanation, Outcome } from "./algo";

/**
 * The numbers a temporal-difference update used, kept so that it can be explained afterwards. Plain data,
 * allocated once: a learner overwrites the fields at every step. The target is reward + γ × nextValue.
 */
export interface TdUpdate {
  /** −1 before the first update. */
  state: number;
  action: number;
  reward: number;
  next: number;
  /** The action whose value stands for `next`. */
  nextAction: number;
  /** What `next` is worth in the target; 0 where the step ended the episode. */
  nextValue: number;
  ends: boolean;
  /** The entry before the update. */
  before: number;
  alpha: number;
  gamma: number;
}

export function noUpdate(): TdUpdate {
  return {
    state: -1,
    action: 0,
    reward: 0,
    next: 0,
    nextAction: 0,
    nextValue: 0,
    ends: false,
    before: 0,
    alpha: 0,
    gamma: 0,
  };
}

/** The update as data, computed from its numbers as the update was; null before the first. */
export function explainTd(update: TdUpdate): Explanation | null {
  const { state, action, reward, next, nextAction, nextValue, ends, before, alpha, gamma } = update;
  if (state < 0) return null;
  const tdTarget = reward + gamma * nextValue;
  const delta = tdTarget - before;
  const successor = ends ? {} : { nextAction };
  return {
    state,
    action,
    before,
    after: before + alpha * delta,
    terms: [{ probability: 1, reward, next, ...successor, nextValue, ends }],
    numbers: { alpha, gamma, tdTarget, delta },
  };
}

/** An update that moves every entry with a trace; the fields tell of the entry just used. */
export interface TracedUpdate extends TdUpdate {
  /** Its trace e(s, a) at the update. */
  trace: number;
  /** How many entries had a trace. */
  traced: number;
}

export function noTracedUpdate(): TracedUpdate {
  return { ...noUpdate(), trace: 0, traced: 0 };
}

/** The update of the entry just used, by α δ e, as data; null before the first. */
export function explainTraced(update: TracedUpdate): Explanation | null {
  const explanation = explainTd(update);
  if (!explanation) return null;
  const { trace, traced } = update;
  const { alpha, delta } = explanation.numbers;
  return {
    ...explanation,
    after: explanation.before + alpha * delta * trace,
    numbers: { ...explanation.numbers, trace, traced },
  };
}

/** Beyond any return: the largest reward is 10^6, the longest episode 10^5 steps. */
const LARGEST_ERROR = 1e12;

/** How a run ends whose last error says that its values grow without bound; null as long as they do not. */
export function divergence({ state, reward, gamma, nextValue, before }: TracedUpdate): Outcome | null {
  if (Math.abs(reward + gamma * nextValue - before) <= LARGEST_ERROR) return null;
  const says =
    "The values grow without bound: each error moves too many entries too far. Take a smaller step size α or trace decay λ, or replacing traces, and reset.";
  return { reason: "diverges", says, states: [state] };
}
