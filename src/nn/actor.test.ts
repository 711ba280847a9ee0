import { describe, expect, it } from "vitest";
import { Rng } from "../core/rng";
import { Actor } from "./actor";
import { initialParameters, type MlpSpec } from "./params";
import { forward64 } from "./test-oracle";
import { relativeError, uniform } from "./test-tools";

const NETWORKS: MlpSpec[] = [
  { sizes: [3, 1], activation: "relu" },
  { sizes: [4, 64, 64, 2], activation: "relu" },
  { sizes: [5, 7, 9, 6], activation: "tanh" },
];

const weightsOf = ({ sizes }: MlpSpec, seed = 1) => initialParameters(sizes, Rng.fromSeed(seed));

describe("an actor", () => {
  it.each(NETWORKS)("agrees with float64 in every layer of $sizes $activation", (network) => {
    const weights = weightsOf(network);
    const actor = new Actor(network, weights);
    for (let seed = 2; seed < 12; seed++) {
      const observation = uniform(seed, network.sizes[0], 3);
      const expected = forward64(network, Float64Array.from(weights), Array.from(observation));
      actor.activations(observation).forEach((layer, index) => {
        expect(relativeError(layer, expected[index])).toBeLessThan(1e-6);
      });
      expect(relativeError(actor.outputs(observation), expected.at(-1) ?? [])).toBeLessThan(1e-6);
    }
  });

  it("acts with the weights it was given last, and refuses those of another network", () => {
    const [, network, other] = NETWORKS;
    const observation = uniform(2, 4);
    const actor = new Actor(network, weightsOf(network, 1));
    const fresh = new Actor(network, weightsOf(network, 5)).outputs(observation);
    expect(actor.outputs(observation)).not.toEqual(fresh);
    actor.load(weightsOf(network, 5));
    expect(actor.outputs(observation)).toEqual(fresh);
    expect(actor.weights).toEqual(weightsOf(network, 5));
    expect(() => actor.load(weightsOf(other))).toThrow("4-64-64-2");
    expect(() => new Actor(network, weightsOf(other))).toThrow("4-64-64-2");
  });

  it("hands out one array for outputs, and copies of the activations", () => {
    const [, network] = NETWORKS;
    const actor = new Actor(network, weightsOf(network));
    const observation = uniform(2, 4);
    const outputs = actor.outputs(observation);
    const activations = actor.activations(observation);
    expect(activations.map(({ length }) => length)).toEqual(network.sizes);
    expect(activations.at(-1)).toEqual(outputs);
    const before = structuredClone(activations);
    expect(actor.outputs(observation.fill(9))).toBe(outputs);
    expect(activations).toEqual(before);
  });

  it.each(["relu", "tanh"] as const)("lets a NaN through %s", (activation) => {
    const network: MlpSpec = { sizes: [4, 8, 2], activation };
    const actor = new Actor(network, weightsOf(network));
    expect(Array.from(actor.outputs(Float32Array.of(0, Number.NaN, 0, 0)))).toEqual([Number.NaN, Number.NaN]);
  });
});
