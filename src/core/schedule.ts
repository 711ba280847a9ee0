import type { LearningParams } from "./learning-params";

/** ε in episode number `episode` (from 0): constant, or falling in equal steps to its final value. */
export function epsilonAt(
  params: Pick<LearningParams, "epsilon" | "epsilonSchedule" | "epsilonEnd" | "epsilonEpisodes">,
  episode: number,
): number {
  if (params.epsilonSchedule === "constant") return params.epsilon;
  const share = Math.min(1, episode / params.epsilonEpisodes);
  return params.epsilon + (params.epsilonEnd - params.epsilon) * share;
}

/** α for the n-th update of an entry (n from 1): constant, or 1/n, which makes the entry the average of its targets. */
export function alphaAt(params: Pick<LearningParams, "alpha" | "alphaSchedule">, n: number): number {
  return params.alphaSchedule === "constant" ? params.alpha : 1 / n;
}
