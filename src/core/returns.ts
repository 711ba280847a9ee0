/** What an action of a trajectory is credited with: all of its rewards, those from the action on, or those discounted. */
export type Credit = "whole" | "to-go" | "discounted";

// #region rewards-to-go
/**
 * G_t = Σ_{t′≥t} γ^{t′−t} r_{t′} of every step, by G_t = r_t + γ G_{t+1} from the end backwards; γ = 1 gives the plain
 * reward-to-go. After the last reward comes nothing, also where a time limit cut the episode off.
 */
export function rewardsToGo(rewards: ArrayLike<number>, gamma: number): Float64Array {
  const returns = new Float64Array(rewards.length);
  let sum = 0;
  for (let t = rewards.length - 1; t >= 0; t--) returns[t] = sum = rewards[t] + gamma * sum;
  return returns;
}

/** What REINFORCE credits each step with: r(τ), Σ_{t′≥t} r_{t′} or Σ_{t′≥t} γ^{t′−t} r_{t′}. */
export function creditedReturns(credit: Credit, rewards: ArrayLike<number>, gamma: number): Float64Array {
  const returns = rewardsToGo(rewards, credit === "discounted" ? gamma : 1);
  return credit === "whole" ? returns.fill(returns[0]) : returns;
}
// #endregion

// #region td-targets
/**
 * The one-step targets r_t + γ V(s_{t+1}) (Sutton & Barto, eq. 6.2). `nextValues` are V(s_1) … V(s_T), the last of them
 * 0 where the episode ended for good; where it was only cut off, the state it stopped in keeps its value.
 */
export function tdTargets(
  rewards: ArrayLike<number>,
  nextValues: ArrayLike<number>,
  gamma: number,
): Float32Array {
  return Float32Array.from({ length: rewards.length }, (_, t) => rewards[t] + gamma * nextValues[t]);
}
// #endregion

/** Mean and standard deviation (that of these numbers, not an estimate for more of them); zeros for no numbers. */
export function meanAndSpread(values: ArrayLike<number>): { readonly mean: number; readonly spread: number } {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  const mean = values.length > 0 ? sum / values.length : 0;
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i] - mean) * (values[i] - mean);
  return { mean, spread: values.length > 0 ? Math.sqrt(squares / values.length) : 0 };
}

/** Keeps equal numbers from being divided by 0. */
const SMALLEST_SPREAD = 1e-8;

/** Moves and scales numbers to mean 0 and standard deviation 1, in place; equal ones become 0. Says by what. */
export function normalise(values: Float32Array | Float64Array): ReturnType<typeof meanAndSpread> {
  const moments = meanAndSpread(values);
  const divisor = moments.spread + SMALLEST_SPREAD;
  for (let i = 0; i < values.length; i++) values[i] = (values[i] - moments.mean) / divisor;
  return moments;
}
