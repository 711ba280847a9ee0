import type { Scenario } from "../../core/scenario";

/** What this lab must know of a scenario: its images, its eye, and the gaze of its policy. */
export interface GlimpseWorld {
  /** Pixels along each side of an image, and of a digit on it. */
  readonly size: number;
  readonly digitSize: number;
  readonly patch: number;
  readonly scales: number;
  readonly glimpses: number;
  readonly clutter: number;
  readonly sigma: number;
  readonly batchSize: number;
}

/** Of a scenario that this lab shows: its parameters have been read and are all there. */
export function worldOf({ env, algo }: Pick<Scenario, "env" | "algo">): GlimpseWorld {
  const { imageSize: size, digitSize, patch, scales, glimpses, clutter } = env.params;
  const { sigma, batchSize } = algo.params;
  return { size, digitSize, patch, scales, glimpses, clutter, sigma, batchSize } as GlimpseWorld;
}
