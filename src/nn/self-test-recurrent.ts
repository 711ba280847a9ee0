import { Rng } from "../core/rng";
import { initialGlimpseParameters, type GlimpseModelSpec } from "./glimpse-layers";
import type { GlimpseBatch, GlimpseOptions } from "./glimpse-learner";
import { ADAM } from "./optimizers";

const MODEL: GlimpseModelSpec = { inputs: 8, glimpseUnits: 8, coreUnits: 8, classes: 10 };
/** With this seed and doubled first weights, dL/dW_h is more than half of the gradient: zeros there cannot be missed. */
const SEED = 299;
const ROWS = 8;
const GLIMPSES = 3;

/**
 * Losses and gradient norms of three updates of the glimpse model below, computed in float64 (self-test.test.ts does it
 * again). There is a GPU on which back-propagation through time gives zeros and all else is right (tfjs issue 8590).
 */
export const RECURRENT_EXPECTED = {
  losses: [2.7833459266, 2.5652479828, 2.4015025019],
  gradientNorms: [2.6228599094, 1.9678145136, 1.6383311823],
};

/** The learner and the batch that the stored numbers belong to. */
export function recurrentCase(): { options: GlimpseOptions; batch: GlimpseBatch; learningRate: number } {
  const rng = Rng.fromSeed(SEED);
  const draw = (length: number) => Float32Array.from({ length }, () => 2 * rng.uniform() - 1);
  const choices = (GLIMPSES - 1) * ROWS;
  const weights = initialGlimpseParameters(MODEL, rng.split("init"));
  return {
    options: { model: MODEL, optimizer: ADAM, maxGradientNorm: null, weights: weights.map((w) => 2 * w) },
    batch: {
      rows: ROWS,
      glimpses: GLIMPSES,
      patches: draw(GLIMPSES * ROWS * MODEL.inputs),
      places: draw(GLIMPSES * ROWS * 2),
      drawn: draw(choices * 2),
      labels: Int32Array.from({ length: ROWS }, () => rng.int(MODEL.classes)),
      rewards: Float32Array.from({ length: ROWS }, () => rng.int(2)),
      baselines: draw(choices),
      sigma: 0.25,
      policyWeight: 0.01,
    },
    learningRate: 0.01,
  };
}
