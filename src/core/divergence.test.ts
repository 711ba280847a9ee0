import { describe, expect, it } from "vitest";
import { drive, type Driven } from "../algos/test-bench";
import { start as evaluatePolicyRun } from "../algos/policy-evaluation/run";
import { start as iteratePolicy } from "../algos/policy-iteration/run";
import { start as sweepByPriority } from "../algos/prioritized-sweeping/run";
import { start as iterateValues } from "../algos/value-iteration/run";
import { gridWorld } from "../envs/grid-world/env";
import type { GridWorldParams } from "../envs/grid-world/params";
import type { Outcome } from "./algo";
import type { Env } from "./env";
import { defaultsOf } from "./params";
import type { PlanningMemory } from "./planning";

const world = (changes: Partial<GridWorldParams>): Env =>
  gridWorld.create({ ...defaultsOf(gridWorld.params), ...changes });

const base = { gamma: 1, theta: 1e-12, inPlace: false };
const custom = { ...base, policy: "custom" as const };

const ways: Record<
  string,
  (env: Env, gamma?: number) => { outcome: Outcome; V: Float64Array; sweeps: number }
> = {
  "value iteration": (env, gamma = 1) => finished(drive(iterateValues, env, { ...base, gamma })),
  "value iteration in place": (env, gamma = 1) =>
    finished(drive(iterateValues, env, { ...base, gamma, inPlace: true })),
  "policy iteration": (env, gamma = 1) =>
    finished(drive(iteratePolicy, env, { ...base, gamma, evaluationSweeps: 0 })),
  "policy iteration cut short": (env, gamma = 1) =>
    finished(drive(iteratePolicy, env, { ...base, gamma, evaluationSweeps: 2 })),
  "prioritized sweeping": (env, gamma = 1) => finished(drive(sweepByPriority, env, { gamma, theta: 1e-12 })),
};

function finished(driven: Driven<PlanningMemory>) {
  const outcome = driven.finish(3e7);
  const { V, Q } = driven.run.view();
  expect([...V, ...Q].every(Number.isFinite)).toBe(true);
  return { outcome, V, sweeps: driven.clock.sweeps };
}

describe("policy evaluation at γ = 1", () => {
  it("finds arrows that never end before the first sweep, and says which states", () => {
    // the second row goes round in a circle of two cells
    const arrows = { 4: [1], 5: [3] };
    const { outcome, sweeps } = finished(drive(evaluatePolicyRun, world({}), { ...custom, arrows }));
    expect(outcome.reason).toBe("diverges");
    expect(outcome.states).toEqual([4, 5]);
    expect(outcome.says).toContain("2 states");
    expect(outcome.says).toContain("Lower γ");
    expect(sweeps).toBe(0);
  });

  it("names the states that lead there as well, if they cannot end", () => {
    const arrows = { 8: [0], 4: [1], 5: [3] };
    const { outcome } = finished(drive(evaluatePolicyRun, world({}), { ...custom, arrows }));
    expect(outcome.states).toEqual([4, 5, 8]);
  });

  it("evaluates the same arrows below γ = 1", () => {
    const arrows = { 4: [1], 5: [3] };
    const { outcome, V } = finished(drive(evaluatePolicyRun, world({}), { ...custom, arrows, gamma: 0.9 }));
    expect(outcome.reason).toBe("converged");
    expect(V[4]).toBeCloseTo(-10, 9);
  });

  it("lets a policy rest for ever where there are no rewards: the value is 0", () => {
    const arrows = { 4: [1], 5: [3] };
    const { outcome, V } = finished(
      drive(evaluatePolicyRun, world({ stepReward: 0 }), { ...custom, arrows }),
    );
    expect(outcome.reason).toBe("converged");
    expect(V[4]).toBe(0);
  });

  it("forgets old values where edited arrows have made the policy rest", () => {
    const env = world({ stepReward: 0, cells: { "0,0": { reward: 1 } } });
    const params: Parameters<typeof evaluatePolicyRun>[0]["params"] = {
      ...custom,
      arrows: { 4: [0], 5: [3] },
    };
    const first = drive(evaluatePolicyRun, env, params);
    first.finish();
    expect(first.run.view().V[5]).toBe(1);
    const second = drive(
      evaluatePolicyRun,
      env,
      { ...params, arrows: { 4: [1], 5: [3] } },
      { memory: first.run.memory },
    );
    second.run.disturb?.();
    second.finish();
    expect(second.run.view().V[4]).toBe(0);
    expect(second.run.view().V[5]).toBe(0);
  });

  it("finds a loop that an edit during the evaluation has made", () => {
    const params = { ...custom, arrows: {} as Record<string, number[]> };
    const driven = drive(evaluatePolicyRun, world({}), params);
    for (let i = 0; i < 100; i++) driven.next();
    params.arrows = { 4: [1], 5: [3] };
    driven.run.disturb?.();
    expect(driven.finish().states).toEqual([4, 5]);
  });

  it("says so where the random policy cannot end: a walled-in cell", () => {
    const { outcome } = finished(
      drive(evaluatePolicyRun, world({ rows: ["T..", "##.", ".#."] }), { ...custom, arrows: {} }),
    );
    expect(outcome).toMatchObject({ reason: "diverges", states: [6] });
  });
});

describe("policy evaluation with a room that no episode can come to", () => {
  it("leaves it out at γ = 1", () => {
    const { outcome, V } = finished(
      drive(evaluatePolicyRun, world({ rows: ["S.T", "##.", ".#."] }), { ...custom, arrows: {} }),
    );
    expect(outcome.reason).toBe("converged");
    expect(outcome.says).toContain("1 state is left out");
    expect(V[6]).toBe(0);
  });
});

describe("a closed room when γ changes during a run", () => {
  const env = world({ rows: ["S..T", "####", "...."] });
  it.each<[string, (params: { gamma: number }) => Driven<PlanningMemory>]>([
    [
      "value iteration",
      (params) => drive(iterateValues, env, Object.assign(params, { ...base, gamma: 0.9 })),
    ],
    [
      "policy iteration",
      (params) =>
        drive(iteratePolicy, env, Object.assign(params, { ...base, evaluationSweeps: 0, gamma: 0.9 })),
    ],
    [
      "prioritized sweeping",
      (params) => drive(sweepByPriority, env, Object.assign(params, { theta: 1e-12, gamma: 0.9 })),
    ],
  ])("is left out from γ = 1 on, and computed again below: %s", (_, begun) => {
    const params = { gamma: 0.9 };
    const driven = begun(params);
    const room = () => Array.from(driven.run.view().V.subarray(8));
    const changeTo = (gamma: number) => {
      params.gamma = gamma;
      driven.run.disturb?.();
    };
    for (let i = 0; i < 60; i++) driven.next();
    expect(Math.max(...room())).toBeLessThan(0);
    changeTo(1);
    for (let i = 0; i < 60 && room()[0] !== 0; i++) driven.next();
    expect(room()).toEqual([0, 0, 0, 0]);
    expect(driven.outcome).toBeNull();
    changeTo(0.9);
    driven.finish();
    expect(room()[0]).toBeCloseTo(-10, 9);
  });
});

describe.each(Object.entries(ways))("%s", (name, solve) => {
  it("leaves out a closed room that no episode can come to, γ = 1, and says so", () => {
    const alone = solve(world({ rows: ["S..T", "####", "####"] }));
    const { outcome, V, sweeps } = solve(world({ rows: ["S..T", "####", "...."] }));
    expect(outcome.reason).toBe("converged");
    expect(outcome.says).toContain("4 states are left out");
    expect(alone.outcome.says).not.toContain("left out");
    expect([V, sweeps]).toEqual([alone.V, alone.sweeps]);
  });

  it("leaves out a room that pays more than it costs, and the way into it", () => {
    const cells = {
      "2,0": { reward: 20 },
      "4,0": { jump: { to: [2, 0] as [number, number], reward: 0 } }, // a way in from a place that can end
    };
    const { outcome, V } = solve(
      world({ rows: ["S..T", "####", "..##", "####", "..T#"], cells, noise: 0.2 }),
    );
    expect(outcome).toMatchObject({ reason: "converged" });
    expect(outcome.says).toContain("4 states are left out");
    expect(V[0]).toBeLessThan(-3);
    expect(Array.from(V.subarray(4))).toEqual(Array.from({ length: 16 }, () => 0));
  });

  it("computes such a room below γ = 1, and where nothing is paid", () => {
    const lower = solve(world({ rows: ["S..T", "####", "...."] }), 0.9);
    expect(lower.V[8]).toBeCloseTo(-10, 9);
    const free = solve(world({ rows: ["S..T", "####", "...."], stepReward: 0 }));
    expect(free.outcome).toMatchObject({ reason: "converged" });
    for (const { outcome } of [lower, free]) expect(outcome.says).not.toContain("left out");
  });

  it("still says that the start itself is walled in", () => {
    const { outcome } = solve(world({ rows: ["S.#T", "####", "...."] }));
    expect(outcome).toMatchObject({ reason: "diverges", states: [0, 1] });
  });

  it("says at once that a goal cannot be reached, γ = 1", () => {
    const { outcome, sweeps } = solve(world({ rows: ["T#..", ".#..", "##.."] }));
    expect(outcome.reason).toBe("diverges");
    expect(outcome.states).toEqual([2, 3, 6, 7, 10, 11]);
    expect(sweeps).toBe(0);
  });

  it("says at once that a world without endings has no values, γ = 1", () => {
    expect(solve(world({ rows: ["...", "..."], stepReward: 1 }))).toMatchObject({
      sweeps: 0,
      outcome: { reason: "diverges" },
    });
  });

  it("computes the same worlds below γ = 1", () => {
    const { outcome, V } = solve(world({ rows: ["T#..", ".#..", "##.."] }), 0.9);
    expect(outcome.reason).toBe("converged");
    expect(V[10]).toBeCloseTo(-10, 9);
  });

  it("finds out that a loop pays more than it costs", () => {
    const cells = { "1,1": { jump: { to: [2, 2] as [number, number], reward: 20 } } };
    const { outcome } = solve(world({ cells }));
    expect(outcome.reason).toBe("diverges");
    if (outcome.states) expect(outcome.states).toContain(5);
  });

  it("finds such a loop under noise", () => {
    const cells = { "1,1": { jump: { to: [2, 2] as [number, number], reward: 20 } } };
    expect(solve(world({ cells, noise: 0.2 })).outcome.reason).toBe("diverges");
  });

  it("converges where a loop costs as much as it pays, or there are no rewards", () => {
    const cells = { "1,1": { jump: { to: [1, 2] as [number, number], reward: 1 } } };
    const resting = solve(world({ stepReward: 0 }));
    expect(resting.outcome.reason).toBe("converged");
    expect(resting.V.every((value) => value === 0)).toBe(true);
    if (name === "policy iteration") return; // its evaluations meet policies that go round for ever
    const { outcome } = solve(world({ cells }));
    const swings = name === "value iteration" || name === "policy iteration cut short"; // there and back, for ever
    expect(outcome.reason).toBe(swings ? "diverges" : "converged");
    if (swings) expect(outcome.says).toContain("has not become smaller");
  });

  it("does not take a long noisy way for divergence", () => {
    const [turns, width] = name === "policy iteration" ? [2, 8] : [15, 20]; // evaluating the random policy takes length² sweeps
    const rows = Array.from({ length: 2 * turns + 1 }, (_, r) => {
      if (r % 2 === 0) return ".".repeat(width);
      return r % 4 === 1 ? `${"#".repeat(width - 1)}.` : `.${"#".repeat(width - 1)}`;
    });
    rows[2 * turns] = `T${rows[2 * turns].slice(1)}`;
    const { outcome } = solve(world({ rows, noise: 0.5 }));
    expect(outcome.reason).toBe("converged");
  }, 60_000);

  it("ends with large values too, where rounding keeps them moving", () => {
    const cells = { "0,0": { reward: 1e6 } };
    const { outcome } = solve(world({ cells, noise: 0.3, stepReward: 123.456 }), 0.999);
    expect(outcome.reason).toBe("converged");
  });

  it("has nothing to do in a world of terminals", () => {
    expect(solve(world({ rows: ["TT"] })).outcome.reason).toBe("converged");
  });
});
