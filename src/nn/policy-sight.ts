import type { Env } from "../core/env";
import type { NetworkPicture, ValueMap } from "../core/sight";
import { affordable } from "./affordable";
import type { PolicyNetworks } from "./policy-networks";
import { valueMap } from "./value-map";

/** What a map may cost: multiplications of one network. */
const MAP_WORK = 2e7;
/** Cells along each side of a map. */
const FEWEST_CELLS = 15;
const MOST_CELLS = 41;

/** π(last action|s), the most probable action and, with a value network, V(s) over two numbers of the observation. */
export function policyMap(
  { dimensions = [], nActions }: Env,
  networks: PolicyNetworks,
  { x, y }: { readonly x: number; readonly y: number },
  at: Float32Array,
): ValueMap {
  const cells = affordable(networks.policySpec, MAP_WORK, FEWEST_CELLS ** 2, MOST_CELLS ** 2);
  const side = Math.floor(Math.sqrt(cells));
  return valueMap({ dimensions, x, y, side, at }, (observation) => ({
    value: networks.valueAt(observation),
    action: networks.best(observation),
    probability: networks.policyAt(observation)[nActions - 1],
  }));
}

/** The policy and, where there is one, the value network, with what flows through them at this observation. */
export function policyPictures(
  { dimensions = [], nActions }: Env,
  { actor, critic, policySpec, valueSpec }: PolicyNetworks,
  observation: Float32Array,
): NetworkPicture[] {
  const inputs = dimensions.map(({ symbol }) => symbol);
  const policy: NetworkPicture = {
    title: "Policy π, before the softmax",
    name: "policy",
    sizes: policySpec.sizes,
    inputs,
    outputs: Array.from({ length: nActions }, (_, action) => `z_{${action}}`),
    weights: actor.weights.slice(),
    activations: actor.activations(observation),
  };
  if (!critic) return [policy];
  const value: NetworkPicture = {
    title: "Value V",
    name: "value",
    sizes: valueSpec.sizes,
    inputs,
    outputs: ["V(s)"],
    weights: critic.weights.slice(),
    activations: critic.activations(observation),
  };
  return [policy, value];
}
