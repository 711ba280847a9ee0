import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dawn } from "../../../bench/dawn";
import type { Backend } from "../backend";
import { countWork } from "../counters";
import { policyLearner, qLearner } from "../learners";
import { ADAM } from "../optimizers";
import { parameterCount, type MlpSpec } from "../params";
import { selfTestCase } from "../self-test";
import { lossAndGradient64, policyLoss64, qLoss64 } from "../test-oracle";
import { integers, openOnly, relativeError, SHADERS_COMPILED, uniform } from "../test-tools";
import { BLOCK, CHUNK } from "./layout";

const gpu = await dawn();

describe.skipIf(!gpu)("a learner on kernels for the GPU", { timeout: SHADERS_COMPILED }, () => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await openOnly("webgpu", gpu);
  }, SHADERS_COMPILED);
  afterAll(() => backend?.dispose());

  const network: MlpSpec = { sizes: [3, 13, 7, 2], activation: "tanh" };
  const parameters = parameterCount(network.sizes);
  const options = { network, optimizer: ADAM, maxGradientNorm: 1, weights: uniform(1, parameters) };
  const rule = { gamma: 0.9, loss: "huber", double: true } as const;
  const transitions = (rows: number) => ({
    observations: uniform(2, rows * 3),
    actions: integers(3, rows, 2),
    rewards: uniform(5, rows),
    nextObservations: uniform(6, rows * 3),
    terminated: Uint8Array.from(integers(7, rows, 2)),
  });

  // Whole blocks and chunks, and what is left over of them.
  it.each([1, BLOCK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 5])(
    "has the gradient and the outputs of all rows of a batch of %i",
    async (rows) => {
      const theta = Float64Array.from(options.weights);
      const batch = transitions(rows);
      const advantages = uniform(4, rows, 3);
      const policy = policyLearner(options);
      const found = await policy.gradient({ ...batch, advantages, scale: 0.2 });
      const loss = policyLoss64({ ...batch, advantages, scale: 0.2 });
      const exact = lossAndGradient64(network, theta, batch.observations, loss);
      expect(Math.abs(found.loss / exact.loss - 1)).toBeLessThan(1e-4);
      expect(relativeError(found.gradient, exact.gradient)).toBeLessThan(1e-5);
      const last = await policy.forward(batch.observations.slice(-3));
      expect((await policy.forward(batch.observations)).slice(-2)).toEqual(last);
      policy.dispose();

      const q = qLearner({ ...options, rule });
      const target = uniform(8, parameters);
      q.restore({ ...(await q.save()), target });
      const ofQ = await q.gradient(batch);
      const exactOfQ = qLoss64({ ...options, rule }, theta, Float64Array.from(target), batch);
      const { gradient } = lossAndGradient64(network, theta, batch.observations, exactOfQ);
      expect(relativeError(ofQ.gradient, gradient)).toBeLessThan(1e-5);
      q.dispose();
    },
  );

  it("comes to the same bits however many updates are sent at once, and on another learner", async () => {
    const [queued, single] = [qLearner({ ...options, rule }), qLearner({ ...options, rule })];
    for (let update = 1; update <= 40; update++) {
      // Of changing sizes, so that the room for them grows with some still queued.
      const batch = transitions(10 * update);
      for (const each of [queued, single]) {
        each.update(batch, 0.01);
        each.blendTarget(0.1);
      }
      await single.readForActing();
    }
    expect(await queued.readForActing()).toEqual(await single.readForActing());
    expect(await queued.save()).toEqual(await single.save());
    for (const each of [queued, single]) each.dispose();
  });

  it("takes six dispatches for an update, and one read-back for all that acting needs", async () => {
    const { options, batch, learningRate } = selfTestCase();
    const learner = qLearner(options);
    learner.syncTarget();
    await learner.readForActing();
    const counter = countWork();
    for (let update = 0; update < 10; update++) learner.update(batch, learningRate);
    expect(counter.counts().readBacks).toBe(0);
    await learner.readForActing();
    expect(counter.counts()).toEqual({ dispatches: 60, readBacks: 1 });
    counter.stop();
    learner.dispose();
  });

  it("reads together what is asked for together, each as of its own moment", async () => {
    const [together, single] = [qLearner({ ...options, rule }), qLearner({ ...options, rule })];
    const batch = transitions(20);
    const counter = countWork();
    const asked = Array.from({ length: 20 }, () => {
      together.update(batch, 0.01);
      return together.readForActing();
    });
    const readings = await Promise.all(asked);
    expect(counter.counts().readBacks).toBe(1);
    counter.stop();
    for (const reading of readings) {
      single.update(batch, 0.01);
      expect(reading).toEqual(await single.readForActing());
    }
    for (const each of [together, single]) each.dispose();
  });

  it("saves the moment of the call, whatever is queued after it", async () => {
    const learner = qLearner({ ...options, rule });
    const saving = learner.save();
    learner.update(transitions(200), 0.1);
    learner.syncTarget();
    const saved = await saving;
    expect(saved).toMatchObject({ weights: options.weights, target: null, updates: 0 });
    const now = await learner.save();
    expect(now.target).toEqual(now.weights);
    expect(now.weights).not.toEqual(saved.weights);
    learner.dispose();
  });

  it.each([0, 1])(
    "shows a NaN of action %i of the next state in the loss, whichever is chosen",
    async (action) => {
      const learner = qLearner({ ...options, rule: { ...rule, double: false } });
      const target = options.weights.slice();
      target[parameters - 2 + action] = Number.NaN;
      learner.restore({ ...(await learner.save()), target });
      const { loss } = await learner.gradient({ ...transitions(1), terminated: Uint8Array.of(0) });
      expect(loss).toBeNaN();
      learner.dispose();
    },
  );

  it("refuses weights and states of another network", async () => {
    const short = new Float32Array(3);
    expect(() => policyLearner({ ...options, weights: short })).toThrow("3-13-7-2");
    const [policy, q] = [policyLearner(options), qLearner({ ...options, rule })];
    const state = await q.save();
    for (const wrong of [{ weights: short }, { slots: short }, { target: short }]) {
      expect(() => q.restore({ ...state, ...wrong })).toThrow("not 3");
    }
    // A network that never has a target network has no room for one.
    expect(() => policy.restore({ ...state, target: options.weights })).toThrow("has 0");
    for (const each of [policy, q]) each.dispose();
  });

  it("cannot be used once it is disposed of, and says so to whoever still waits", async () => {
    const learner = qLearner({ ...options, rule });
    const waiting = expect(learner.save()).rejects.toThrow("disposed");
    learner.dispose();
    await waiting;
    await expect(learner.readForActing()).rejects.toThrow("disposed");
    expect(() => learner.update(transitions(4), 0.1)).toThrow("disposed");
  });
});
