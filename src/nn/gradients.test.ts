import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dawn } from "../../bench/dawn";
import type { Backend } from "./backend";
import { ADAM } from "./optimizers";
import { initialParameters, type MlpSpec } from "./params";
import { classLearner, policyLearner, qLearner, valueLearner } from "./learners";
import type { QOptions } from "./q-learner";
import { Rng } from "../core/rng";
import {
  finiteDifferences,
  forward64,
  lossAndGradient64,
  policyLoss64,
  qLoss64,
  valueLoss64,
} from "./test-oracle";
import { integers, everyBackend, SHADERS_COMPILED, relativeError, uniform } from "./test-tools";
import { Actor } from "./actor";

const TOLERANCE = 1e-4;
const ROWS = 12;
const NETWORKS: MlpSpec[] = [
  { sizes: [4, 2], activation: "relu" },
  { sizes: [4, 7, 2], activation: "tanh" },
  { sizes: [4, 9, 6, 2], activation: "relu" },
  { sizes: [4, 9, 6, 2], activation: "tanh" },
];

const observations = uniform(1, ROWS * 4);
const transitions = {
  observations,
  actions: integers(2, ROWS, 2),
  rewards: uniform(3, ROWS, 3),
  nextObservations: uniform(4, ROWS * 4),
  terminated: Uint8Array.from(integers(5, ROWS, 2)),
};

function optionsOf(network: MlpSpec, seed = 7) {
  const weights = initialParameters(network.sizes, Rng.fromSeed(seed));
  return { network, optimizer: ADAM, maxGradientNorm: null, weights };
}

const title = ({ sizes, activation }: MlpSpec): string => `${sizes.join("-")} ${activation}`;

describe("the chain rule of the oracle", () => {
  it.each(NETWORKS)("agrees with finite differences", (network) => {
    const options = optionsOf(network);
    const theta = Float64Array.from(options.weights);
    for (const loss of ["squared", "huber"] as const) {
      const rowLoss = qLoss64(
        { ...options, rule: { gamma: 0.9, loss, double: true } },
        theta,
        theta,
        transitions,
      );
      const { gradient } = lossAndGradient64(network, theta, observations, rowLoss);
      expect(relativeError(gradient, finiteDifferences(network, theta, observations, rowLoss))).toBeLessThan(
        1e-7,
      );
    }
  });
});

describe.each(everyBackend(await dawn()))("on $name", { timeout: SHADERS_COMPILED }, ({ open }) => {
  let backend: Backend | undefined;
  beforeAll(async () => {
    backend = await open();
  }, SHADERS_COMPILED);
  afterAll(() => backend?.dispose());

  describe.each(NETWORKS.map((network) => ({ name: title(network), network })))("$name", ({ network }) => {
    const options = optionsOf(network);
    const theta = Float64Array.from(options.weights);

    it("computes the outputs", async () => {
      const learner = policyLearner(options);
      const found = await learner.forward(observations);
      const rows = Array.from({ length: ROWS }, (_, row) => observations.slice(row * 4, row * 4 + 4));
      const expected = rows.flatMap((row) => forward64(network, theta, Array.from(row)).at(-1) ?? []);
      expect(relativeError(found, expected)).toBeLessThan(TOLERANCE);
      const actor = new Actor(network, options.weights);
      const acted = rows.flatMap((row) => Array.from(actor.outputs(row)));
      expect(relativeError(acted, expected)).toBeLessThan(1e-6);
      expect(relativeError(acted, found)).toBeLessThan(1e-5);
      learner.dispose();
    });

    it.each(["squared", "huber"] as const)("differentiates the %s loss of Q", async (loss) => {
      for (const double of [false, true]) {
        const q: QOptions = { ...options, rule: { gamma: 0.9, loss, double } };
        const learner = qLearner(q);
        // Another θ⁻ than θ, so that a mistaken choice of network shows.
        const target = initialParameters(network.sizes, Rng.fromSeed(8));
        learner.restore({
          weights: options.weights,
          slots: new Float32Array(2 * theta.length),
          target,
          updates: 0,
        });
        const found = await learner.gradient(transitions);
        const rowLoss = qLoss64(q, theta, Float64Array.from(target), transitions);
        const exact = finiteDifferences(network, theta, observations, rowLoss);
        expect(relativeError(found.gradient, exact)).toBeLessThan(TOLERANCE);
        const { loss: expected } = lossAndGradient64(network, theta, observations, rowLoss);
        expect(Math.abs(found.loss / expected - 1)).toBeLessThan(TOLERANCE);
        learner.dispose();
      }
    });

    it("differentiates the policy-gradient loss", async () => {
      const batch = {
        observations,
        actions: transitions.actions,
        // The last row is padding.
        advantages: uniform(9, ROWS, 20).fill(0, ROWS - 1),
        scale: 1 / 3,
      };
      const learner = policyLearner(options);
      const found = await learner.gradient(batch);
      const rowLoss = policyLoss64(batch);
      const exact = finiteDifferences(network, theta, observations, rowLoss);
      expect(relativeError(found.gradient, exact)).toBeLessThan(TOLERANCE);
      const { loss } = lossAndGradient64(network, theta, observations, rowLoss);
      expect(found.loss).toBeCloseTo(loss, 4);
      learner.dispose();
    });
  });

  it("differentiates the loss of V, padding left out", async () => {
    const network: MlpSpec = { sizes: [4, 8, 1], activation: "tanh" };
    const options = optionsOf(network);
    const theta = Float64Array.from(options.weights);
    const returns = uniform(10, ROWS, 5);
    const learner = valueLearner(options);
    const found = await learner.gradient({ observations, returns, used: ROWS - 3 });
    const rowLoss = valueLoss64(returns, ROWS - 3);
    const exact = finiteDifferences(network, theta, observations, rowLoss);
    expect(relativeError(found.gradient, exact)).toBeLessThan(TOLERANCE);
    learner.dispose();
  });

  it("differentiates the loss of a classifier", async () => {
    const network: MlpSpec = { sizes: [4, 8, 5], activation: "relu" };
    const options = optionsOf(network);
    const labels = integers(14, ROWS, 5);
    const learner = classLearner(options);
    const found = await learner.gradient({ observations, labels });
    const likelihood = {
      observations,
      actions: labels,
      advantages: uniform(1, ROWS).fill(1),
      scale: 1 / ROWS,
    };
    const exact = finiteDifferences(
      network,
      Float64Array.from(options.weights),
      observations,
      policyLoss64(likelihood),
    );
    expect(relativeError(found.gradient, exact)).toBeLessThan(TOLERANCE);
    learner.dispose();
  });

  it("multiplies matrices that are larger than a tile and no multiple of it", async () => {
    const network: MlpSpec = { sizes: [4, 70, 37, 2], activation: "relu" };
    const rows = 70;
    const batch = {
      observations: uniform(11, rows * 4),
      actions: integers(12, rows, 2),
      advantages: uniform(13, rows),
      scale: 1 / rows,
    };
    const options = optionsOf(network);
    const learner = policyLearner(options);
    const { gradient } = await learner.gradient(batch);
    const theta = Float64Array.from(options.weights);
    const exact = lossAndGradient64(network, theta, batch.observations, policyLoss64(batch)).gradient;
    expect(relativeError(gradient, exact)).toBeLessThan(TOLERANCE);
    learner.dispose();
  });
});
