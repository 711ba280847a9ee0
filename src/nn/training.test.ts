import { engine, tensor1d } from "@tensorflow/tfjs-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { dawn } from "../../bench/dawn";
import type { Backend } from "./backend";
import { clipByGlobalNorm } from "./clip";
import { ADAM, optimizerStep, slotCount, type OptimizerSpec } from "./optimizers";
import { qLearner } from "./learners";
import type { QTraining } from "./q-learner";
import { selfTestCase } from "./self-test";
import { step64, train64 } from "./test-training";
import { everyBackend, SHADERS_COMPILED, relativeError, uniform } from "./test-tools";

const OPTIMIZERS: OptimizerSpec[] = [{ kind: "sgd" }, { kind: "rmsprop", decay: 0.95, epsilon: 1e-6 }, ADAM];
const FIFTY = 50;
const { options, batch, learningRate } = selfTestCase();
const exact = train64(options, batch, learningRate, FIFTY);

describe.each(everyBackend(await dawn()))("on $name", { timeout: SHADERS_COMPILED }, ({ open }) => {
  let backend: Backend | undefined;
  beforeAll(async () => {
    backend = await open();
  }, SHADERS_COMPILED);
  afterAll(() => backend?.dispose());
  beforeEach(() => engine().startScope());
  // Whatever a test made outside a learner goes; learners keep their tensors, and must free them themselves.
  afterEach(() => {
    engine().endScope();
    expect(backend?.tensorCount()).toBe(0);
  });

  it.each(OPTIMIZERS)("steps as $kind does on paper", async (spec) => {
    const start = uniform(1, 33);
    let theta = tensor1d(start);
    let slots = Array.from({ length: slotCount(spec) }, () => tensor1d(new Float32Array(33)));
    let theta64: Float64Array = Float64Array.from(start);
    const slots64 = slots.map(() => new Float64Array(33));
    for (let update = 1; update <= 5; update++) {
      const gradient = uniform(update + 1, 33, 2);
      const next = optimizerStep(spec, theta, tensor1d(gradient), slots, 0.05, update);
      theta = next.theta;
      slots = [...next.slots];
      theta64 = step64(spec, theta64, Float64Array.from(gradient), slots64, 0.05, update);
    }
    expect(relativeError(await theta.data(), theta64)).toBeLessThan(1e-5);
  });

  it.each(OPTIMIZERS)("trains a network with $kind as float64 does", async (optimizer) => {
    const learner = qLearner({ ...options, optimizer });
    learner.syncTarget();
    for (let update = 0; update < 5; update++) learner.update(batch, learningRate);
    const { theta } = train64({ ...options, optimizer }, batch, learningRate, 5);
    expect(relativeError((await learner.readForActing()).weights, theta)).toBeLessThan(1e-4);
    learner.dispose();
  });

  it("clips to the longest length and reports the length before", async () => {
    const found = clipByGlobalNorm(tensor1d([3, 4, 12]), 6.5);
    expect((await found.rawNorm.data())[0]).toBeCloseTo(13, 5);
    expect(relativeError(await found.gradient.data(), [1.5, 2, 6])).toBeLessThan(1e-6);
    const short = clipByGlobalNorm(tensor1d([3, 4, 12]), 100);
    expect(relativeError(await short.gradient.data(), [3, 4, 12])).toBeLessThan(1e-6);
    for (const bad of [Number.NaN, Infinity]) {
      const { rawNorm } = clipByGlobalNorm(tensor1d([3, bad, 12]), 6.5);
      expect(Number.isFinite((await rawNorm.data())[0])).toBe(false);
    }
  });

  it("is within half of 1e-3 of float64 after fifty Adam steps, so any two backends agree to 1e-3", async () => {
    const learner = qLearner(options);
    learner.syncTarget();
    const losses: number[] = [];
    for (let update = 0; update < FIFTY; update++) {
      learner.update(batch, learningRate);
      losses.push((await learner.readForActing()).loss);
    }
    expect(relativeError(losses, exact.losses)).toBeLessThan(5e-4);
    expect(relativeError((await learner.readForActing()).weights, exact.theta)).toBeLessThan(5e-4);
    learner.dispose();
  });

  it("keeps the number of tensors constant, and none when disposed", async () => {
    const learner = qLearner(options);
    learner.syncTarget();
    learner.update(batch, learningRate);
    const during = engine().state.numTensors;
    for (let update = 0; update < FIFTY; update++) {
      learner.update(batch, learningRate);
      learner.blendTarget(0.01);
      if (update % 3 === 0) learner.syncTarget();
      await learner.readForActing();
      if (update % 10 === 0) {
        await learner.forward(batch.observations);
        await learner.gradient(batch);
        learner.restore(await learner.save());
      }
      expect(engine().state.numTensors).toBe(during);
    }
    learner.dispose();
    expect(engine().state.numTensors).toBe(0);
  });

  it("goes on from a saved state as if nothing had happened", async () => {
    const learner = qLearner(options);
    learner.syncTarget();
    for (let update = 0; update < 3; update++) learner.update(batch, learningRate);
    const saved = await learner.save();
    const other = qLearner({ ...options, weights: new Float32Array(options.weights.length) });
    other.restore(structuredClone(saved));
    for (const each of [learner, other]) each.update(batch, learningRate);
    expect(await other.save()).toEqual(await learner.save());
    for (const each of [learner, other]) each.dispose();
  });

  it("sees a NaN in targets and in weights, and too large a step", async () => {
    const finite = async (learner: QTraining): Promise<boolean[]> => {
      const { loss, gradientNorm } = await learner.readForActing();
      return [Number.isFinite(loss), Number.isFinite(gradientNorm)];
    };
    const learner = qLearner(options);
    const start = await learner.save();
    learner.update({ ...batch, rewards: batch.rewards.slice().fill(Number.NaN, 5, 6) }, learningRate);
    expect(await finite(learner)).toEqual([false, false]);
    learner.update(batch, learningRate);
    expect(await finite(learner)).toEqual([false, false]);
    learner.restore(start);
    learner.update(batch, learningRate);
    expect(await finite(learner)).toEqual([true, true]);
    for (let update = 0; update < 3; update++) learner.update(batch, 1e30);
    expect(await finite(learner)).not.toEqual([true, true]);
    learner.dispose();
  });
});
