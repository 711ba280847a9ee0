import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { defaultsOf, type ParamDefs } from "../core/params";
import {
  policyGradientParams,
  policyRateParams,
  type PolicyGradientParams,
} from "../core/policy-gradient-params";
import { Rng } from "../core/rng";
import type { Backend } from "./backend";
import { PolicyNetworks } from "./policy-networks";
import { threeSteps } from "./policy-test-world";
import { openOnly } from "./test-tools";

const defs: ParamDefs<PolicyGradientParams> = { ...policyRateParams, ...policyGradientParams };
const params = { ...defaultsOf(defs), units: 4 };
const observation = Float32Array.of(0.5, 1);

let backend: Backend;
beforeAll(async () => {
  backend = await openOnly("cpu", undefined);
});
afterAll(() => {
  expect(backend.tensorCount()).toBe(0);
  backend.dispose();
});

function withNetworks(use: (networks: PolicyNetworks) => void | Promise<void>) {
  return async () => {
    const init = Rng.fromSeed(7);
    const networks = new PolicyNetworks(threeSteps("terminated"), params, true, init);
    expect(init.state()).toEqual(Rng.fromSeed(7).state());
    await use(networks);
    networks.dispose();
  };
}

describe("the policy", () => {
  it(
    "draws actions as often as it says, and knows their log-probability and its entropy",
    withNetworks((networks) => {
      const pi = Array.from(networks.policyAt(observation));
      expect(pi[0] + pi[1]).toBeCloseTo(1, 12);
      const chance = Rng.fromSeed(3);
      const draws = 5000;
      let ones = 0;
      for (let i = 0; i < draws; i++) {
        const choice = networks.choose(observation, chance);
        if (!choice) throw new Error("no choice");
        ones += choice.action;
        expect(choice.logProbability).toBeCloseTo(Math.log(pi[choice.action]), 9);
        expect(choice.entropy).toBeCloseTo(-pi[0] * Math.log(pi[0]) - pi[1] * Math.log(pi[1]), 9);
      }
      // Four standard deviations of a mean of draws.
      expect(Math.abs(ones / draws - pi[1])).toBeLessThan(4 * Math.sqrt((pi[0] * pi[1]) / draws));
    }),
  );

  it(
    "without chance takes the most probable action",
    withNetworks((networks) => {
      const pi = networks.policyAt(observation);
      const best = pi[1] > pi[0] ? 1 : 0;
      expect(networks.choose(observation, null)?.action).toBe(best);
      expect(networks.best(observation)).toBe(best);
    }),
  );

  it(
    "has no choice when its outputs have left all bounds",
    withNetworks((networks) => {
      const weights = networks.actor.weights.slice().fill(3e38);
      networks.load([weights]);
      expect(networks.choose(observation, Rng.fromSeed(1))).toBeNull();
      networks.recover();
      expect(networks.choose(observation, Rng.fromSeed(1))).not.toBeNull();
    }),
  );
});

it(
  "a copy acts as the original did when it was made",
  withNetworks((networks) => {
    const copy = networks.copy(threeSteps("terminated"), params, Rng.fromSeed(9));
    const [policy, value] = networks.weights().map((weights) => weights.slice());
    expect(copy.weights()).toEqual([policy, value]);
    networks.load([policy.map((w) => w + 1), value.map((w) => w + 1)]);
    expect(copy.weights()).toEqual([policy, value]);
    copy.dispose();
  }),
);
