import { beforeAll, describe, expect, it } from "vitest";
import { ADAM } from "../optimizers";
import { parameterCount, type MlpSpec } from "../params";
import { lossAndGradient64, policyLoss64, qLoss64 } from "../test-oracle";
import { integers, relativeError, uniform } from "../test-tools";
import { compileKernels } from "./compile";
import { SimdPolicyLearner, SimdQLearner } from "./learners";
import { CHUNK } from "./network";

beforeAll(compileKernels);

describe("a batch of more rows than are computed at once", () => {
  const rows = 2 * CHUNK + 5;
  const network: MlpSpec = { sizes: [3, 13, 7, 2], activation: "tanh" };
  const parameters = parameterCount(network.sizes);
  const options = { network, optimizer: ADAM, maxGradientNorm: null, weights: uniform(1, parameters) };
  const observations = uniform(2, rows * 3);
  const actions = integers(3, rows, 2);

  it("has the gradient of all of them for a policy", async () => {
    const batch = { observations, actions, advantages: uniform(4, rows, 3), scale: 0.2 };
    const found = await new SimdPolicyLearner(options).gradient(batch);
    const theta = Float64Array.from(options.weights);
    const exact = lossAndGradient64(network, theta, observations, policyLoss64(batch));
    expect(found.loss).toBeCloseTo(exact.loss, 4);
    expect(relativeError(found.gradient, exact.gradient)).toBeLessThan(1e-5);
  });

  it("has it for double Q-learning with a target network of its own", async () => {
    const rule = { gamma: 0.9, loss: "huber", double: true } as const;
    const batch = {
      observations,
      actions,
      rewards: uniform(5, rows),
      nextObservations: uniform(6, rows * 3),
      terminated: Uint8Array.from(integers(7, rows, 2)),
    };
    const learner = new SimdQLearner({ ...options, rule });
    const target = uniform(8, parameters);
    learner.restore({ ...(await learner.save()), target });
    const found = await learner.gradient(batch);
    const theta = Float64Array.from(options.weights);
    const loss = qLoss64({ ...options, rule }, theta, Float64Array.from(target), batch);
    const exact = lossAndGradient64(network, theta, observations, loss);
    expect(found.loss).toBeCloseTo(exact.loss, 5);
    expect(relativeError(found.gradient, exact.gradient)).toBeLessThan(1e-5);
  });
});

describe("a learner on kernels", () => {
  const network: MlpSpec = { sizes: [3, 4, 2], activation: "relu" };
  const parameters = parameterCount(network.sizes);
  const options = { network, optimizer: ADAM, maxGradientNorm: null, weights: uniform(1, parameters) };
  const rule = { gamma: 0.9, loss: "squared", double: false } as const;
  const state = {
    weights: options.weights,
    slots: new Float32Array(2 * parameters),
    target: null,
    updates: 0,
  };
  const short = new Float32Array(3);

  it("refuses weights and states of another network", () => {
    expect(() => new SimdPolicyLearner({ ...options, weights: short })).toThrow("3-4-2");
    const learner = new SimdQLearner({ ...options, rule });
    for (const wrong of [{ weights: short }, { slots: short }, { target: short }]) {
      expect(() => learner.restore({ ...state, ...wrong })).toThrow("not 3");
    }
    // A network that never has a target network has no room for one.
    expect(() => new SimdPolicyLearner(options).restore({ ...state, target: options.weights })).toThrow(
      "has 0",
    );
  });

  it("cannot be used once it is disposed of", async () => {
    const learner = new SimdPolicyLearner(options);
    learner.dispose();
    await expect(learner.save()).rejects.toThrow("disposed");
  });

  it.each([0, 1])(
    "shows a NaN of action %i of the next state in the loss, whichever is chosen",
    async (action) => {
      const learner = new SimdQLearner({ ...options, rule });
      const weights = options.weights.slice();
      weights[parameters - 2 + action] = Number.NaN;
      learner.restore({ ...state, target: weights });
      const { loss } = await learner.gradient({
        observations: uniform(2, 3),
        actions: Int32Array.of(0),
        rewards: Float32Array.of(1),
        nextObservations: uniform(3, 3),
        terminated: Uint8Array.of(0),
      });
      expect(loss).toBeNaN();
    },
  );
});
