import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dawn } from "../../bench/dawn";
import type { Backend } from "./backend";
import { qLearner } from "./learners";
import type { MlpSpec } from "./params";
import type { QRule, QTraining } from "./q-learner";
import { selfTestCase } from "./self-test";
import { lossAndGradient64, qLoss64 } from "./test-oracle";
import { everyBackend, relativeError, SHADERS_COMPILED, uniform } from "./test-tools";

/** Q(s, a) = w s + b: two numbers, [w, b]. */
const LINE: MlpSpec = { sizes: [1, 1], activation: "relu" };

describe.each(everyBackend(await dawn()))("a Q-learner on $name", ({ open }) => {
  let backend: Backend | undefined;
  beforeAll(async () => {
    backend = await open();
  }, SHADERS_COMPILED);
  afterAll(() => {
    expect(backend?.tensorCount()).toBe(0);
    backend?.dispose();
  });

  function line(rule: QRule = { gamma: 0.5, loss: "squared", double: false }) {
    const limits = { maxGradientNorm: null as number | null };
    const options = Object.assign(limits, {
      network: LINE,
      optimizer: { kind: "sgd" } as const,
      weights: Float32Array.of(2, -1),
      rule,
    });
    return { learner: qLearner(options), limits };
  }
  /** One transition from s = 1 with reward 1 to s′ = 3. */
  const batch = {
    observations: Float32Array.of(1),
    actions: Int32Array.of(0),
    rewards: Float32Array.of(1),
    nextObservations: Float32Array.of(3),
    terminated: Uint8Array.of(0),
  };
  const targetOf = async (learner: QTraining) => (await learner.save()).target;
  const lossOf = async (learner: QTraining) => (await learner.gradient(batch)).loss;

  it("moves its target as on paper", async () => {
    const { learner } = line();
    const start = { weights: Float32Array.of(2, -1), slots: new Float32Array(), updates: 0 };
    learner.restore({ ...start, target: Float32Array.of(1, 3) });
    expect(await targetOf(learner)).toEqual(Float32Array.of(1, 3));
    // Q(1) = 1 and y = 1 + ½ (1·3 + 3) = 4
    expect(await lossOf(learner)).toBeCloseTo(9, 5);
    learner.blendTarget(0.25);
    expect(await targetOf(learner)).toEqual(Float32Array.of(1.25, 2));
    // y = 1 + ½ (1.25·3 + 2) = 3.875
    expect(await lossOf(learner)).toBeCloseTo(2.875 ** 2, 5);
    learner.blendTarget(0.25);
    expect(await targetOf(learner)).toEqual(Float32Array.of(1.4375, 1.25));
    learner.blendTarget(0);
    expect(await targetOf(learner)).toEqual(Float32Array.of(1.4375, 1.25));
    learner.blendTarget(1);
    expect(await targetOf(learner)).toEqual(Float32Array.of(2, -1));
    learner.dispose();
  });

  it("bootstraps from itself without a target", async () => {
    const { learner } = line();
    const start = await learner.save();
    expect(start.target).toBeNull();
    // y = 1 + ½ (2·3 − 1) = 3.5
    expect(await lossOf(learner)).toBeCloseTo(6.25, 5);
    learner.blendTarget(0.1);
    expect(await targetOf(learner)).toEqual(start.weights);
    learner.update(batch, 0.1);
    expect(await targetOf(learner)).toEqual(start.weights);
    learner.dropTarget();
    expect(await targetOf(learner)).toBeNull();
    // A step of −0.1 · 2 (Q − y) (s, 1) = 0.5 (1, 1): Q(1) = 2.5 − 0.5 = 2 and y = 1 + ½ (2.5·3 − 0.5) = 4.5
    expect(await lossOf(learner)).toBeCloseTo(6.25, 5);
    learner.syncTarget();
    learner.restore(start);
    expect(await targetOf(learner)).toBeNull();
    learner.dispose();
  });

  it("obeys its rule and its limit as they are at each update", async () => {
    const rule = { gamma: 0.5, loss: "squared" as "squared" | "huber", double: false };
    const { learner, limits } = line(rule);
    rule.gamma = 0;
    expect(await lossOf(learner)).toBeCloseTo(0, 5);
    rule.gamma = 1;
    rule.loss = "huber";
    // d = 1 − (1 + 5) = −5
    expect(await lossOf(learner)).toBeCloseTo(4.5, 5);
    limits.maxGradientNorm = 0.5;
    learner.update(batch, 1);
    const { weights, gradientNorm } = await learner.readForActing();
    expect(gradientNorm).toBeCloseTo(Math.SQRT2, 5);
    expect(Math.hypot(weights[0] - 2, weights[1] + 1)).toBeCloseTo(0.5, 5);
    limits.maxGradientNorm = null;
    learner.restore({ ...(await learner.save()), weights: Float32Array.of(2, -1) });
    learner.update(batch, 1);
    expect(Array.from((await learner.readForActing()).weights)).toEqual([3, 0]);
    learner.dispose();
  });

  it("lets double be switched while it trains", async () => {
    const { options, batch } = selfTestCase();
    const rule = { ...options.rule };
    const learner = qLearner({ ...options, rule });
    const target = uniform(3, options.weights.length, 0.3);
    learner.restore({ ...(await learner.save()), target });
    const losses: number[] = [];
    for (const double of [true, false, true]) {
      rule.double = double;
      const { loss } = await learner.gradient(batch);
      const theta = Float64Array.from(options.weights);
      const exact = qLoss64({ ...options, rule: { ...rule } }, theta, Float64Array.from(target), batch);
      const expected = lossAndGradient64(options.network, theta, batch.observations, exact).loss;
      expect(Math.abs(loss / expected - 1)).toBeLessThan(1e-4);
      losses.push(loss);
    }
    expect(losses[0]).toBe(losses[2]);
    expect(losses[0]).not.toBeCloseTo(losses[1], 4);
    learner.dispose();
  });

  it("reads everything that acting needs at once, as it was saved", async () => {
    const { options, batch, learningRate } = selfTestCase();
    const learner = qLearner(options);
    expect(await learner.readForActing()).toEqual({ weights: options.weights, loss: 0, gradientNorm: 0 });
    const { loss, gradient } = await learner.gradient(batch);
    learner.update(batch, learningRate);
    const read = await learner.readForActing();
    expect(read.weights).toEqual((await learner.save()).weights);
    expect(read.loss).toBeCloseTo(loss, 6);
    // Before clipping, which is at 0.15.
    expect(read.gradientNorm).toBeGreaterThan(0.15);
    expect(Math.abs(read.gradientNorm / Math.hypot(...gradient) - 1)).toBeLessThan(1e-5);
    expect(relativeError(read.weights, options.weights)).toBeGreaterThan(1e-3);
    learner.dispose();
  });
});
