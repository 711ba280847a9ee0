import { describe, expect, it } from "vitest";
import { defaultsOf } from "../../core/params";
import { gridWorld } from "../../envs/grid-world/env";
import { drive } from "../test-bench";
import { isSettled, memoryFor } from "./memory";
import { start } from "./run";
import { policyIteration } from "./spec";

const params = defaultsOf(policyIteration.params);
const world = () => gridWorld.create(defaultsOf(gridWorld.params));

describe("evaluate and improve by hand, 4×4 grid", () => {
  it("the first improvement takes the best of Q of the random policy, all ties kept", () => {
    const driven = drive(start, world(), params);
    while (driven.clock.stages < 1) driven.next();
    expect(driven.run.view().V[1]).toBeCloseTo(-14, 9);
    const { sweeps, ticks } = driven.clock;
    expect(driven.next()).toBe("improve"); // state 1: left, into the terminal
    expect(driven.clock).toMatchObject({ ticks: ticks + 1, sweeps, stages: 1 });
    const explanation = driven.run.explain();
    expect(explanation).toMatchObject({
      state: 1,
      action: 3,
      after: -1,
      terms: [],
      numbers: { ties: 1, q3: -1 },
    });
    expect(policyIteration.equation(explanation).join()).toContain("\\arg\\max");
    while (driven.clock.stages < 2) driven.next();
    expect(driven.clock.ticks).toBe(ticks + 14);
    const { policy } = driven.run.view();
    expect(Array.from(policy.subarray(4, 8))).toEqual([0, 0, 0, 1]);
    expect(Array.from(policy.subarray(20, 24))).toEqual([0.5, 0, 0, 0.5]); // cell (1,1): up or left
    expect(Array.from(policy.subarray(12, 16))).toEqual([0, 0, 0.5, 0.5]); // the corner (0,3): down or left
  });

  it("is over after a third improvement has changed nothing", () => {
    const driven = drive(start, world(), params);
    expect(driven.finish()).toMatchObject({ reason: "converged" });
    expect(driven.clock.stages).toBe(6);
    expect(Array.from(driven.run.view().V)).toEqual([
      0, -1, -2, -3, -1, -2, -3, -2, -2, -3, -2, -1, -3, -2, -1, 0,
    ]);
  });

  it("with one sweep an evaluation does not stop while only values still change", () => {
    const driven = drive(start, world(), { ...params, evaluationSweeps: 1 });
    while (driven.clock.stages < 2) driven.next();
    expect(driven.clock.sweeps).toBe(1);
    // every Q is −1: the policy has stayed random, and yet this is not the end
    expect(driven.run.view().policy[4]).toBe(0.25);
    driven.finish();
    expect(driven.run.view().V[3]).toBe(-3);
  });

  it("names its lines in order when watched", () => {
    const driven = drive(start, gridWorld.create({ ...defaultsOf(gridWorld.params), rows: [".T"] }), params);
    driven.pace.fine = true;
    const phases: string[] = [];
    for (let phase = driven.next(); phase !== null; phase = driven.next()) phases.push(phase);
    const pair = ["choose", "backup"];
    const sweep = [...pair, ...pair, ...pair, ...pair, "average"];
    expect(phases.slice(0, 11)).toEqual(["initialise", ...sweep, "check"]);
    expect(phases.slice(-2)).toEqual(["improve", "compare"]);
    for (const phase of phases) expect(policyIteration.phases[phase]).toBeDefined();
  });
});

describe("isSettled", () => {
  const env = world();
  const model = env.model;
  if (!model) throw new Error("A grid world has a model.");
  const memory = { ...memoryFor(model, undefined), residual: 0 };

  it("waits while the policy changes, but not for equals that come and go", () => {
    expect(isSettled(params, memory, true)).toBe(false);
    expect(isSettled(params, memory, false)).toBe(true);
    expect(isSettled(params, { ...memory, idle: 1 }, true)).toBe(false);
    expect(isSettled(params, { ...memory, idle: 2 }, true)).toBe(true);
    expect(isSettled(params, { ...memory, residual: 1 }, false)).toBe(false);
  });
});

describe("at γ = 1", () => {
  it("says where the improved policy never ends because a loop pays", () => {
    const env = gridWorld.create({
      ...defaultsOf(gridWorld.params),
      cells: { "1,1": { jump: { to: [1, 2], reward: 9 } } },
    });
    const driven = drive(start, env, params);
    const outcome = driven.finish();
    expect(outcome.reason).toBe("diverges");
    expect(outcome.states).toEqual(expect.arrayContaining([5, 6]));
    expect(outcome.says).toContain("Lower γ");
  });
});
