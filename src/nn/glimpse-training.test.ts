import { engine } from "@tensorflow/tfjs-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dawn } from "../../bench/dawn";
import type { Backend } from "./backend";
import { countWork } from "./counters";
import type { GlimpseModelSpec } from "./glimpse-layers";
import { glimpseLearner } from "./learners";
import { glimpseBatch, glimpseOptions, glimpseTerms64, trainGlimpse64 } from "./test-glimpse";
import { everyBackend, relativeError, SHADERS_COMPILED } from "./test-tools";

const FIFTY = 50;
const LEARNING_RATE = 0.005;
const MODEL: GlimpseModelSpec = { inputs: 18, glimpseUnits: 8, coreUnits: 12, classes: 10 };
const options = { ...glimpseOptions(MODEL), maxGradientNorm: 1 };
const batch = glimpseBatch(MODEL, 3, 16);
const exact = trainGlimpse64(options, batch, LEARNING_RATE, FIFTY);

describe.each(everyBackend(await dawn()))("on $name", { timeout: SHADERS_COMPILED }, ({ open }) => {
  let backend: Backend | undefined;
  beforeAll(async () => {
    backend = await open();
  }, SHADERS_COMPILED);
  afterAll(() => backend?.dispose());

  it("is within half of 1e-3 of float64 after fifty Adam steps, so any two backends agree to 1e-3", async () => {
    const learner = glimpseLearner(options);
    const losses: number[] = [];
    for (let update = 0; update < FIFTY; update++) {
      learner.update(batch, LEARNING_RATE);
      losses.push((await learner.readForActing()).loss);
    }
    expect(relativeError(losses, exact.losses)).toBeLessThan(5e-4);
    expect(relativeError((await learner.readForActing()).weights, exact.theta)).toBeLessThan(5e-4);
    expect(exact.losses[FIFTY - 1]).toBeLessThan(0.7 * exact.losses[0]);
    learner.dispose();
  });

  it("reports the loss, its parts and the length of the gradient", async () => {
    const learner = glimpseLearner(options);
    const none = { loss: 0, gradientNorm: 0, parts: { classLoss: 0, baselineLoss: 0 } };
    expect(await learner.readForActing()).toEqual({ weights: options.weights, ...none });
    learner.update(batch, LEARNING_RATE);
    const { loss, gradientNorm, parts } = await learner.readForActing();
    const [classLoss, baselineLoss] = glimpseTerms64(MODEL, Float64Array.from(options.weights), batch);
    expect(parts.classLoss).toBeCloseTo(classLoss, 5);
    expect(parts.baselineLoss).toBeCloseTo(baselineLoss, 5);
    expect(loss).toBeCloseTo(exact.losses[0], 5);
    expect(gradientNorm).toBeCloseTo(exact.gradientNorms[0], 5);
    learner.dispose();
  });

  it("keeps the number of tensors constant, and none when disposed", async () => {
    const learner = glimpseLearner(options);
    learner.update(batch, LEARNING_RATE);
    const during = engine().state.numTensors;
    let hidden: Float32Array | null = null;
    for (let update = 0; update < 12; update++) {
      learner.update(batch, LEARNING_RATE);
      await learner.readForActing();
      const looks = await learner.look(
        batch.patches.slice(0, batch.rows * MODEL.inputs),
        batch.places.slice(0, batch.rows * 2),
        hidden,
      );
      ({ hidden } = looks);
      if (update % 4 === 0) {
        await learner.gradient(batch);
        learner.restore(await learner.save());
      }
      expect(engine().state.numTensors).toBe(during);
    }
    learner.dispose();
    expect(engine().state.numTensors).toBe(0);
  });

  it("goes on from a saved state as if nothing had happened", async () => {
    const learner = glimpseLearner(options);
    for (let update = 0; update < 3; update++) learner.update(batch, LEARNING_RATE);
    const saved = await learner.save();
    const other = glimpseLearner({ ...options, weights: new Float32Array(options.weights.length) });
    other.restore(structuredClone(saved));
    for (const each of [learner, other]) each.update(batch, LEARNING_RATE);
    expect(await other.save()).toEqual(await learner.save());
    expect(saved.updates).toBe(3);
    for (const each of [learner, other]) each.dispose();
  });

  it("sees a NaN in what it was rewarded for", async () => {
    const learner = glimpseLearner(options);
    learner.update({ ...batch, rewards: batch.rewards.slice().fill(Number.NaN, 3, 4) }, LEARNING_RATE);
    const { loss, gradientNorm } = await learner.readForActing();
    expect([loss, gradientNorm].map(Number.isFinite)).toEqual([false, false]);
    learner.dispose();
  });

  it("reads nothing back in an update, and once in a look", async () => {
    const learner = glimpseLearner(options);
    const counter = countWork();
    learner.update(batch, LEARNING_RATE);
    expect(counter.counts().readBacks).toBe(0);
    expect(counter.counts().dispatches).toBeLessThan(160);
    const patches = batch.patches.slice(0, batch.rows * MODEL.inputs);
    const places = batch.places.slice(0, batch.rows * 2);
    await learner.look(patches, places, null);
    const { dispatches } = counter.counts();
    await learner.look(patches, places, null);
    expect(counter.counts().readBacks).toBe(2);
    // θ is cut into its layers once for all looks between two updates.
    expect(counter.counts().dispatches - dispatches).toBeLessThan(20);
    counter.stop();
    learner.dispose();
  });
});

describe("a learner", () => {
  it("refuses weights of another network", () => {
    expect(() => glimpseLearner({ ...options, weights: new Float32Array(3) })).toThrow(
      "A 18-8-12 glimpse network has 945 parameters, not 3.",
    );
  });
});
