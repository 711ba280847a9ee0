import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Env } from "../../core/env";
import { threeSteps } from "../../nn/policy-test-world";
import { openOnly } from "../../nn/test-tools";
import { start as startActorCritic } from "../actor-critic/run";
import { actorCritic } from "../actor-critic/spec";
import { driveNetwork } from "../network-test-bench";
import { start } from "./run";
import { reinforce, type ReinforceParams } from "./spec";

let backend: Awaited<ReturnType<typeof openOnly>>;
beforeAll(async () => {
  backend = await openOnly("wasm", undefined);
});
afterAll(() => {
  expect(backend.tensorCount()).toBe(0);
  backend.dispose();
});

/** The world in three steps whose rewards one can spoil. */
function spoilt(reward: () => number): Env {
  const world = threeSteps("terminated");
  return {
    ...world,
    step: (t: number) => ({ ...world.step(t, 0, undefined as never), reward: reward() }),
  };
}

const small: Partial<ReinforceParams> = { trajectories: 2, units: 4, activation: "relu", hiddenLayers: 3 };

describe("what is no number any more", () => {
  it.each([
    ["the gradient of the policy", { baseline: "none" }, Number.NaN],
    ["the gradient of the policy", { baseline: "none" }, Infinity],
    // The square of such an error has no float32, while the gradient of the policy still has.
    ["the error of V", { baseline: "value", hiddenLayers: 1, activation: "tanh" }, 4.5e18],
  ] as const)("%s", async (what, given, bad) => {
    let reward = 1;
    const driven = driveNetwork(
      start,
      spoilt(() => reward),
      reinforce.params,
      { ...small, ...given },
    );
    await driven.until((clock) => clock.updates >= 2);
    const acting = driven.run.weights();
    await driven.until((clock) => clock.updates >= 3);
    const { updates } = driven.clock;
    reward = bad;
    await driven.until(() => false);
    expect(driven.outcome).toMatchObject({ reason: "diverges" });
    expect(driven.outcome?.says).toContain(`after update ${updates} ${what} is no longer a number`);
    expect(driven.outcome?.says).toContain("lower the learning rates");

    // The last weights whose losses were numbers, and it can be gone on with.
    expect(driven.run.weights()).toEqual(acting);
    reward = 1;
    const origin = structuredClone({
      memory: await driven.run.save(),
      clock: driven.clock,
      streams: driven.streams(),
    });
    driven.run.dispose();
    const again = driveNetwork(
      start,
      spoilt(() => reward),
      reinforce.params,
      { ...small, ...given },
      origin,
    );
    expect(again.run.weights()).toEqual(acting);
    await again.until((clock) => clock.updates >= updates + 3);
    expect(again.outcome).toBeNull();
    expect(again.run.weights()[0].every(Number.isFinite)).toBe(true);
    again.run.dispose();
  });

  it("a probability", async () => {
    const driven = driveNetwork(start, threeSteps("terminated") as Env, reinforce.params, {
      ...small,
      learningRate: 1e25, // beyond its range: weights are numbers, their products are not
    });
    await driven.until(() => false);
    expect(driven.outcome?.says).toContain("a probability of the policy is no longer a number");
    expect(driven.run.weights().every((weights) => weights.every(Number.isFinite))).toBe(true);
    expect(driven.run.view().policy?.every(Number.isFinite)).toBe(true);
    driven.run.dispose();
  });

  it("the error of the critic", async () => {
    let reward = 1;
    const driven = driveNetwork(
      startActorCritic,
      spoilt(() => reward),
      actorCritic.params,
      {
        trajectories: 2,
        units: 4,
      },
    );
    const [policy, value] = driven.run.weights();
    await driven.until((clock) => clock.updates >= 1);
    reward = 1.5e19;
    await driven.until(() => false);
    expect(driven.outcome?.says).toContain("after update 1 the error of the critic is no longer a number");
    expect(driven.run.weights()).toEqual([policy, value]);
    driven.run.dispose();
  });
});

const wild = { trajectories: 2, units: 4, gamma: 0.5, valueLearningRate: 1e3 };
const paid = threeSteps("terminated") as Env;

it.each([
  ["REINFORCE", () => driveNetwork(start, paid, reinforce.params, { ...wild, valueSteps: 1 })],
  ["actor-critic", () => driveNetwork(startActorCritic, paid, actorCritic.params, wild)],
])("values beyond all that can be earned end %s, though they are numbers", async (_, begin) => {
  const driven = begin();
  const first = driven.run.weights();
  await driven.until((clock) => clock.updates >= 5);
  expect(driven.outcome?.says).toMatch(
    /after update 1 the values V\(s\) have reached \d+, though no policy can earn more than 8\. .* lower the learning rates/,
  );
  expect(driven.run.weights(), "the last that could be believed").toEqual(first);
  expect((await driven.run.save()).testedAt, "they are not what was tested").toBe(-1);
  driven.run.dispose();
});

it("weights whose values are beyond belief are not kept to go back to", async () => {
  // Beyond twice what can be earned, not a hundred times.
  const driven = driveNetwork(startActorCritic, paid, actorCritic.params, {
    ...wild,
    valueLearningRate: 100,
  });
  const first = driven.run.weights();
  await driven.until((clock) => clock.updates >= 2);
  expect(driven.outcome).toBeNull();
  expect((await driven.run.save()).networks.good).toEqual(first);
  driven.run.dispose();
});

it("a policy that has collapsed is none of it: the run goes on", async () => {
  const driven = driveNetwork(start, threeSteps("terminated") as Env, reinforce.params, {
    trajectories: 2,
    units: 4,
    baseline: "none",
    learningRate: 1,
  });
  await driven.until((clock) => clock.updates >= 60);
  expect(driven.outcome).toBeNull();
  expect(driven.logs.entropy.at(-1)).toBeLessThan(0.01);
  driven.run.dispose();
});
