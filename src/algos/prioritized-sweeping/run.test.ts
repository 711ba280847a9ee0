import { describe, expect, it } from "vitest";
import { predecessorsOf } from "../../core/predecessors";
import { defaultsOf } from "../../core/params";
import { gridWorld } from "../../envs/grid-world/env";
import type { GridWorldParams } from "../../envs/grid-world/params";
import { drive } from "../test-bench";
import { start as valueIteration } from "../value-iteration/run";
import { start } from "./run";

const world = (changes: Partial<GridWorldParams> = {}) =>
  gridWorld.create({ ...defaultsOf(gridWorld.params), ...changes });
const params = { gamma: 0.9, theta: 1e-12 };

describe("by hand: a corridor of three cells to a terminal worth 10, nothing else", () => {
  const corridor = () => world({ rows: ["...T"], stepReward: 0, cells: { "0,3": { reward: 10 } } });

  it("works backwards from the goal: three states, and every value is right", () => {
    const driven = drive(start, corridor(), params);
    expect(Array.from(driven.run.view().priorities ?? [])).toEqual([0, 0, 10, 0]);
    while (driven.clock.states < 1) driven.next();
    expect(driven.clock.ticks).toBe(4);
    expect(Array.from(driven.run.view().V)).toEqual([0, 0, 10, 0]);
    // cell 1 can lead to cell 2, and so can cell 2 itself (a bump): each may be off by 0.9 · 10
    expect(Array.from(driven.run.view().priorities ?? [])).toEqual([0, 9, 9, 0]);
    while (driven.clock.states < 2) driven.next();
    expect(Array.from(driven.run.view().V)).toEqual([0, 9, 10, 0]);
    // cell 2 waits with 9 for its other actions, and 0.9 · 9 more
    expect(driven.run.view().priorities?.[2]).toBeCloseTo(9 + 8.1, 12);
    driven.finish();
    expect(Array.from(driven.run.view().V)).toEqual([8.1, 9, 10, 0].map((v) => expect.closeTo(v, 12)));
  });

  it("counts as many state backups as there are states for a sweep", () => {
    const driven = drive(start, corridor(), params);
    while (driven.clock.sweeps < 1) driven.next();
    expect(driven.clock).toMatchObject({ ticks: 12, states: 3, sweeps: 1 });
    expect(driven.logs.residual.length).toBe(1);
    expect(driven.logs.residual[0]).toBe(Math.max(...(driven.run.view().priorities ?? [])));
    while (driven.clock.sweeps < 2) driven.next();
    expect(driven.clock).toMatchObject({ ticks: 24, states: 6 });
  });
});

describe("priorities", () => {
  it("bound at all times how far a backup would move any Q", () => {
    const env = world({ rows: ["..#.", "....", ".#.T"], noise: 0.3 });
    const model = env.model;
    if (!model) throw new Error("A grid world has a model.");
    const driven = drive(start, env, params);
    while (driven.clock.states < 200) {
      const { states } = driven.clock;
      driven.next();
      if (driven.clock.states === states) continue;
      const { Q, V, priorities = new Float64Array() } = driven.run.view();
      for (const s of model.decisionStates) {
        for (let pair = s * 4; pair < s * 4 + 4; pair++) {
          let target = 0;
          for (let i = model.first[pair]; i < model.first[pair + 1]; i++)
            target += model.probability[i] * (model.reward[i] + (model.ends[i] ? 0 : 0.9 * V[model.next[i]]));
          expect(Math.abs(target - Q[pair])).toBeLessThanOrEqual(priorities[s] + 1e-12);
        }
      }
    }
  });

  it("need less work than value iteration where the reward is far away", () => {
    const rows = Array.from({ length: 20 }, (_, r) => ".".repeat(19) + (r === 19 ? "T" : "."));
    const env = () => world({ rows, stepReward: 0, cells: { "19,19": { reward: 1 } } });
    const byPriority = drive(start, env(), { ...params, theta: 1e-6 });
    const everything = drive(valueIteration, env(), { ...params, theta: 1e-6, inPlace: false });
    byPriority.finish();
    everything.finish();
    expect(byPriority.clock.ticks).toBeLessThan(everything.clock.ticks / 3);
    byPriority.run.view().V.forEach((v, s) => expect(v).toBeCloseTo(everything.run.view().V[s], 4));
  });
});

describe("predecessorsOf", () => {
  it("lists who can come, with the largest probability of any action", () => {
    const { model } = world({ rows: ["..T"], noise: 0.2 });
    if (!model) throw new Error("A grid world has a model.");
    const { first, from, probability } = predecessorsOf(model);
    const into = (s: number) =>
      Array.from({ length: first[s + 1] - first[s] }, (_, i) => [
        from[first[s] + i],
        probability[first[s] + i],
      ]);
    // up and down bump with 0.8 and slip left with 0.1 (another bump); left bumps always
    expect(into(0)).toEqual([
      [0, 1],
      [1, 0.8],
    ]);
    expect(into(2)).toEqual([]); // entering the terminal ends: its value does not count
  });
});
