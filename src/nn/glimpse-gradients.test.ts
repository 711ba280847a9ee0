import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dawn } from "../../bench/dawn";
import type { Backend } from "./backend";
import { glimpseSlices, type GlimpseModelSpec } from "./glimpse-layers";
import type { GlimpseBatch } from "./glimpse-learner";
import { glimpseLearner } from "./learners";
import {
  choice64,
  glimpseBatch,
  glimpseDifferences64,
  glimpseGradient64,
  glimpseLoss64,
  glimpseOptions,
  looks64,
} from "./test-glimpse";
import { everyBackend, relativeError, SHADERS_COMPILED } from "./test-tools";

const TOLERANCE = 1e-5;
const ROWS = 5;
/** Two scales of 3×3. */
const MODEL: GlimpseModelSpec = { inputs: 2 * 3 * 3, glimpseUnits: 5, coreUnits: 7, classes: 10 };
const options = glimpseOptions(MODEL);
const theta = Float64Array.from(options.weights);
const LENGTHS = [1, 2, 3].map((glimpses) => {
  const batch = glimpseBatch(MODEL, glimpses, ROWS);
  return { glimpses, batch, exact: glimpseDifferences64(MODEL, theta, batch) };
});

describe("the chain rule of the oracle", () => {
  it.each(LENGTHS)("agrees with finite differences over $glimpses glimpses", ({ batch, exact }) => {
    expect(relativeError(glimpseGradient64(MODEL, theta, batch), exact)).toBeLessThan(1e-7);
  });
});

describe.each(everyBackend(await dawn()))("on $name", { timeout: SHADERS_COMPILED }, ({ open }) => {
  let backend: Backend | undefined;
  beforeAll(async () => {
    backend = await open();
  }, SHADERS_COMPILED);
  afterAll(() => backend?.dispose());

  async function gradientOf(model: GlimpseModelSpec, weights: Float32Array, batch: GlimpseBatch) {
    const learner = glimpseLearner({ ...options, model, weights });
    try {
      return await learner.gradient(batch);
    } finally {
      learner.dispose();
    }
  }

  it.each(LENGTHS)("differentiates the whole loss over $glimpses glimpses", async ({ batch, exact }) => {
    const { loss, gradient } = await gradientOf(MODEL, options.weights, batch);
    expect(relativeError(gradient, exact)).toBeLessThan(TOLERANCE);
    expect(Math.abs(loss / glimpseLoss64(MODEL, theta, batch) - 1)).toBeLessThan(TOLERANCE);
    // Layer by layer, so that a small one cannot hide behind the others.
    for (const { inputs, outputs, weightOffset } of Object.values(glimpseSlices(MODEL))) {
      const [begin, end] = [weightOffset, weightOffset + (inputs + 1) * outputs];
      const expected = exact.slice(begin, end);
      const found = gradient.slice(begin, end);
      if (expected.some((g) => g !== 0)) expect(relativeError(found, expected)).toBeLessThan(TOLERANCE);
      else expect(found.every((g) => g === 0)).toBe(true);
    }
  });

  it("multiplies matrices that are larger than a tile and no multiple of it", async () => {
    const model = { inputs: 70, glimpseUnits: 37, coreUnits: 41, classes: 10 };
    const { weights } = glimpseOptions(model);
    const batch = glimpseBatch(model, 2, 39);
    const { gradient } = await gradientOf(model, weights, batch);
    const exact = glimpseGradient64(model, Float64Array.from(weights), batch);
    expect(relativeError(gradient, exact)).toBeLessThan(TOLERANCE);
  });

  it("pushes a mean as arithmetic by hand says", async () => {
    // All weights 0: h = 0, μ = tanh(bias of the gaze) = 0, b = its bias.
    const slices = glimpseSlices(MODEL);
    const weights = new Float32Array(theta.length);
    weights[slices.baseline.biasOffset] = 0.25;
    const batch: GlimpseBatch = {
      ...glimpseBatch(MODEL, 2, 1),
      drawn: Float32Array.of(0.3, -0.1),
      rewards: Float32Array.of(1),
      baselines: Float32Array.of(0.25),
      sigma: 0.1,
    };
    const { loss, gradient } = await gradientOf(MODEL, weights, batch);
    const at = slices.gaze.biasOffset;
    // 0.01 · (1 − 0.25) · (μ − l) / 0.1²: descending moves μ towards the place that was drawn and paid.
    expect(gradient[at]).toBeCloseTo(-0.225, 6);
    expect(gradient[at + 1]).toBeCloseTo(0.075, 6);
    expect(gradient[slices.baseline.biasOffset]).toBeCloseTo(2 * (0.25 - 1), 6);
    expect(loss).toBeCloseTo(Math.log(10) + 0.75 ** 2 + (0.01 * 0.75 * (0.3 ** 2 + 0.1 ** 2)) / 0.02, 5);
    const fixed = await gradientOf(MODEL, weights, { ...batch, policyWeight: 0 });
    expect(Math.abs(fixed.gradient[at])).toBe(0);
    expect(fixed.loss).toBeCloseTo(Math.log(10) + 0.75 ** 2, 5);
  });

  it("looks, glimpse after glimpse", async () => {
    const { batch } = LENGTHS[2];
    const learner = glimpseLearner(options);
    let hidden: Float32Array | null = null;
    for (let t = 0; t < batch.glimpses; t++) {
      const rows = (values: Float32Array, width: number) =>
        values.slice(t * ROWS * width, (t + 1) * ROWS * width);
      const looks = await learner.look(rows(batch.patches, MODEL.inputs), rows(batch.places, 2), hidden);
      const exact = Array.from({ length: ROWS }, (_, row) => looks64(MODEL, theta, batch, row)[t]);
      const choices = exact.map((look) => choice64(MODEL, theta, look.hidden));
      const all = (parts: (readonly number[])[]) => parts.flat();
      expect(relativeError(looks.hidden, all(exact.map((look) => look.hidden)))).toBeLessThan(TOLERANCE);
      expect(relativeError(looks.logits, all(exact.map((look) => look.logits)))).toBeLessThan(TOLERANCE);
      expect(relativeError(looks.means, all(choices.map(({ mean }) => mean)))).toBeLessThan(TOLERANCE);
      expect(
        relativeError(
          looks.baselines,
          choices.map(({ baseline }) => baseline),
        ),
      ).toBeLessThan(TOLERANCE);
      ({ hidden } = looks);
    }
    learner.dispose();
  });
});
