import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dawn } from "../../bench/dawn";
import type { Backend } from "./backend";
import { glimpseSlices } from "./glimpse-layers";
import type { GlimpseBatch, GlimpseTraining } from "./glimpse-learner";
import { glimpseLearner } from "./learners";
import { ADAM } from "./optimizers";
import reference from "./reference/glimpse-batch.json";
import { everyBackend, relativeError, SHADERS_COMPILED } from "./test-tools";

const { rows, glimpses, sigma, policyWeight, losses } = reference;
const { inputs, glimpseUnits, coreUnits } = reference;
const model = { inputs, glimpseUnits, coreUnits, classes: 10 };
const options = {
  model,
  optimizer: ADAM,
  maxGradientNorm: null,
  weights: Float32Array.from(reference.weights),
};
const batch: GlimpseBatch = {
  rows,
  glimpses,
  sigma,
  policyWeight,
  patches: Float32Array.from(reference.patches),
  places: Float32Array.from(reference.places),
  drawn: Float32Array.from(reference.drawn),
  labels: Int32Array.from(reference.labels),
  rewards: Float32Array.from(reference.rewards),
  baselines: Float32Array.from(reference.baselines),
};

/** What belongs to glimpse `t`, `width` numbers an image. */
function at(t: number, values: ArrayLike<number>, width: number): Float32Array {
  return Float32Array.from(values).slice(t * rows * width, (t + 1) * rows * width);
}

describe("the batch of PyTorch", () => {
  it("has rewards of both kinds, and places that were cut off", () => {
    expect(new Set(reference.rewards)).toEqual(new Set([0, 1]));
    expect(reference.drawn.some((x) => Math.abs(x) > 1)).toBe(true);
    const later = reference.places.slice(2 * rows);
    expect(later).toEqual(reference.drawn.map((x) => Math.min(1, Math.max(-1, x))));
  });
});

describe.each(everyBackend(await dawn()))("on $name", { timeout: SHADERS_COMPILED }, ({ open }) => {
  let backend: Backend | undefined;
  let learner: GlimpseTraining;
  beforeAll(async () => {
    backend = await open();
    learner = glimpseLearner(options);
  }, SHADERS_COMPILED);
  afterAll(() => {
    learner.dispose();
    backend?.dispose();
  });

  it("has PyTorch's loss and gradient", async () => {
    const { loss, gradient } = await learner.gradient(batch);
    expect(Math.abs(loss / losses.total - 1)).toBeLessThan(1e-5);
    expect(relativeError(gradient, reference.gradient)).toBeLessThan(1e-5);
    for (const { weightOffset, biasOffset, outputs } of Object.values(glimpseSlices(model))) {
      const layer = (values: ArrayLike<number>) =>
        Float32Array.from(values).slice(weightOffset, biasOffset + outputs);
      expect(relativeError(layer(gradient), layer(reference.gradient))).toBeLessThan(1e-5);
    }
    learner.update(batch, 0);
    const { parts } = await learner.readForActing();
    expect(Math.abs(parts.classLoss / losses.class - 1)).toBeLessThan(1e-5);
    expect(Math.abs(parts.baselineLoss / losses.baseline - 1)).toBeLessThan(1e-5);
    const policyLoss = losses.total - parts.classLoss - parts.baselineLoss;
    expect(Math.abs(policyLoss - policyWeight * losses.reinforce)).toBeLessThan(1e-5);
  });

  it("makes of every glimpse what PyTorch makes of it", async () => {
    let hidden: Float32Array | null = null;
    for (let t = 0; t < glimpses; t++) {
      const looks = await learner.look(at(t, batch.patches, inputs), at(t, batch.places, 2), hidden);
      expect(relativeError(looks.hidden, at(t, reference.hidden, coreUnits))).toBeLessThan(1e-5);
      expect(relativeError(looks.logits, at(t, reference.logits, 10))).toBeLessThan(1e-5);
      if (t < glimpses - 1) {
        expect(relativeError(looks.means, at(t, reference.means, 2))).toBeLessThan(1e-5);
        expect(relativeError(looks.baselines, at(t, reference.baselines, 1))).toBeLessThan(1e-5);
      }
      ({ hidden } = looks);
    }
  });
});
