import type { DqnParams } from "./params";

/** From `first` evenly to `last` over the first `duration` environment steps. */
function linear(first: number, last: number, duration: number, step: number): number {
  return first + (last - first) * Math.min(1, step / duration);
}

/** ε at an environment step: 0 while the agent does not learn. */
export function epsilonAt({ learning, epsilon, epsilonEnd, epsilonSteps }: DqnParams, step: number): number {
  return learning ? linear(epsilon, epsilonEnd, epsilonSteps, step) : 0;
}

/** α at an environment step. */
export function learningRateAt(
  { learningRate, learningRateEnd, decaySteps }: DqnParams,
  step: number,
): number {
  return linear(learningRate, learningRateEnd, decaySteps, step);
}

/** Gradient steps to make after a tick that took the count of environment steps from `before` to `after`. */
export function updatesDue({ trainEvery }: DqnParams, before: number, after: number): number {
  return Math.floor(after / trainEvery) - Math.floor(before / trainEvery);
}
