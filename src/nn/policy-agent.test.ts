import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Env } from "../core/env";
import { defaultsOf } from "../core/params";
import { CartPole, type CartPoleState } from "../envs/cart-pole/env";
import { cartPoleParams } from "../envs/cart-pole/params";
import { driveNetwork } from "../algos/network-test-bench";
import { start } from "../algos/reinforce/run";
import { reinforce, type ReinforceParams } from "../algos/reinforce/spec";
import { openOnly } from "./test-tools";

let backend: Awaited<ReturnType<typeof openOnly>>;
beforeAll(async () => {
  backend = await openOnly("cpu", undefined);
});
afterAll(() => {
  expect(backend.tensorCount()).toBe(0);
  backend.dispose();
});

async function after(updates: number, given: Partial<ReinforceParams> = {}) {
  const env = new CartPole(defaultsOf(cartPoleParams)) as Env;
  const driven = driveNetwork(start, env, reinforce.params, { trajectories: 3, units: 8, ...given });
  await driven.until((clock) => clock.updates >= updates);
  return driven;
}

describe("what a policy gradient shows", () => {
  it("is one agent for each environment, from the very beginning, and π and V where the first one is", async () => {
    const driven = await after(0);
    const view = driven.run.view();
    expect(view.agents).toHaveLength(3);
    expect(view.agents.every(({ action, ended }) => action === null && ended === null)).toBe(true);
    expect(view.trail).toHaveLength(4);
    expect(view).toMatchObject({ q: null, epsilon: null, test: null });
    expect(view.policy?.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
    await driven.until((clock) => clock.ticks >= 5);
    expect(driven.run.view().trail).toHaveLength(6 * 4);
    const [networks] = [driven.run.look({ networks: true }).networks ?? []];
    expect(networks[1].activations.at(-1)?.[0]).toBe(driven.run.view().value);
    driven.run.dispose();
  });

  it("has no V, and no picture of one, without a value network", async () => {
    const driven = await after(1, { baseline: "average" });
    const { map, networks, trajectory } = driven.run.look({
      map: { x: 0, y: 2 },
      networks: true,
      trajectory: 0,
    });
    expect(driven.run.view().value).toBeNull();
    expect(map?.values).toBeNull();
    expect(networks?.map(({ sizes }) => sizes)).toEqual([[4, 8, 2]]);
    expect(trajectory?.baselines).not.toBeNull();
    driven.run.dispose();
  });

  it("is pictures only of what is looked at", async () => {
    const driven = await after(1);
    expect(driven.run.look({})).toEqual({});
    expect(Object.keys(driven.run.look({ networks: true, memory: true, errors: true }))).toEqual([
      "networks",
    ]);
    driven.run.dispose();
  });

  it("is a map of V, π and the most probable action", async () => {
    const driven = await after(2);
    const { map } = driven.run.look({ map: { x: 2, y: 3 } });
    if (!map?.values || !map.probabilities) throw new Error("no map");
    const cells = map.side * map.side;
    expect([map.values.length, map.probabilities.length, map.actions.length]).toEqual([cells, cells, cells]);
    map.probabilities.forEach((p, cell) => expect(map.actions[cell]).toBe(p > 0.5 ? 1 : 0));
    expect(map.at).toHaveLength(4);
    driven.run.dispose();
  });

  it("is a trajectory whose π, before and after, belong to its weights", async () => {
    const driven = await after(2);
    for (const index of [0, 2, 99]) {
      const { trajectory } = driven.run.look({ trajectory: index });
      if (!trajectory) throw new Error("no trajectory");
      expect(trajectory).toMatchObject({ index: Math.min(index, 2), count: 3, ended: "terminated" });
      const explanation = driven.run.explain();
      expect(explanation?.rows).toHaveLength(trajectory.rewards.length);
      explanation?.rows.forEach((row, t) => {
        expect(row).toMatchObject({ t, action: trajectory.actions[t], reward: 1 });
        expect(row.after).toBeCloseTo(trajectory.after[t], 6);
        expect(trajectory.before[t]).toBeCloseTo(Math.exp(trajectory.logProbabilities[t]), 6);
        expect(trajectory.after[t]).not.toBe(trajectory.before[t]);
        expect(trajectory.advantages[t]).toBeCloseTo(
          trajectory.returns[t] - (trajectory.baselines?.[t] ?? NaN),
          4,
        );
      });
      expect(trajectory.returnsToGo).toEqual(trajectory.returns); // discounted is what it is credited with
    }
    driven.run.dispose();
  });

  it("shows the real rewards to go, without a discount that the setting does not have", async () => {
    const driven = await after(1, { credit: "whole", gamma: 0.9 });
    const { trajectory } = driven.run.look({ trajectory: 1 });
    const steps = trajectory?.rewards.length ?? 0;
    expect(trajectory?.returns[steps - 1]).toBe(steps);
    expect(trajectory?.returnsToGo[steps - 1]).toBe(1);
    expect(trajectory?.returnsToGo[steps - 2]).toBe(2);
    expect(driven.run.explain()?.numbers.gamma).toBe(1);
    driven.run.dispose();
  });
});

it("a long trajectory and a large network are shown in part, and the equation of the last shown step is right", async () => {
  const long: Env<number> = {
    obsShape: [4],
    nActions: 2,
    reset: () => 0,
    step: (t) => ({ state: t + 1, reward: 1, terminated: false, truncated: t === 149 }),
    observe: (t, out) => out.fill(t / 150),
  };
  const driven = driveNetwork(start, long as Env, reinforce.params, {
    trajectories: 1,
    units: 256,
    hiddenLayers: 3,
    baseline: "none",
    gamma: 0.5,
  });
  await driven.until((clock) => clock.updates >= 1);
  const { trajectory } = driven.run.look({ trajectory: 0 });
  const explanation = driven.run.explain();
  expect(trajectory).toMatchObject({ steps: 150, ended: "truncated" });
  expect(trajectory?.after).toHaveLength(149); // 2e7 multiplications of 133,378 weights
  expect(explanation?.rows).toHaveLength(149);
  expect(trajectory?.returnsToGo[148]).toBe(1.5); // the reward of the step that is left out counts
  expect(explanation?.rows[148]).toMatchObject({ return: 1.5, nextReturn: 1 });
  driven.run.dispose();
});

it("a push turns every running pole, and is seen at once", async () => {
  const driven = await after(0);
  await driven.until((clock) => clock.ticks >= 3);
  const speeds = () => driven.run.view().agents.map(({ state }) => (state as CartPoleState).thetaDot);
  const before = speeds();
  driven.run.push?.(0.5);
  expect(speeds()).toEqual(before.map((speed) => speed + 0.5));
  expect(driven.run.view().trail.at(-1)).toBeCloseTo(before[0] + 0.5, 6);
  driven.run.dispose();
});
