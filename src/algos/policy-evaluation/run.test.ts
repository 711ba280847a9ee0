import { describe, expect, it } from "vitest";
import { defaultsOf } from "../../core/params";
import { gridWorld } from "../../envs/grid-world/env";
import { drive } from "../test-bench";
import { parseArrows } from "./arrows";
import { policyOf } from "./policy";
import { start } from "./run";
import { policyEvaluation, type PolicyEvaluationParams } from "./spec";

const params: PolicyEvaluationParams = { ...defaultsOf(policyEvaluation.params) };
const world = () => gridWorld.create(defaultsOf(gridWorld.params));
const model = world().model;
if (!model) throw new Error("A grid world has a model.");
const [UP, RIGHT, DOWN, LEFT] = [0, 1, 2, 3];

describe("one state by hand, 4×4 grid, random policy, second sweep", () => {
  it("Q(1, ·) = −1 + V_1, V_2(1) = their average", () => {
    const driven = drive(start, world(), params);
    driven.sweeps(1);
    expect(driven.run.view().V[1]).toBe(-1);
    while (driven.clock.states < 14 + 1) driven.next();
    // up: a bump, −1 − 1; right and down: −1 − 1; left: the terminal, −1
    const { Q, V } = driven.run.view();
    expect(Array.from(Q.subarray(4, 8))).toEqual([-2, -2, -2, -1]);
    expect(V[1]).toBe(-1.75);
    const explanation = driven.run.explain();
    expect(explanation).toMatchObject({ state: 1, action: LEFT, before: -1, after: -1 });
    expect(explanation?.terms).toEqual([{ probability: 1, reward: -1, next: 0, nextValue: 0, ends: true }]);
    expect(explanation?.numbers).toEqual({
      gamma: 1,
      V: -1.75,
      pi0: 0.25,
      pi1: 0.25,
      pi2: 0.25,
      pi3: 0.25,
      q0: -2,
      q1: -2,
      q2: -2,
      q3: -1,
    });
    expect(policyEvaluation.equation(explanation).at(-1)).toContain("-1.75");
  });
});

describe("the policy of the arrows", () => {
  const { policy } = { policy: "custom" as const };

  it("is equal for the actions drawn, random elsewhere", () => {
    const pi = policyOf(model, { policy, arrows: { 1: [LEFT], 2: [DOWN, LEFT] } });
    expect(Array.from(pi.subarray(4, 8))).toEqual([0, 0, 0, 1]);
    expect(Array.from(pi.subarray(8, 12))).toEqual([0, 0, 0.5, 0.5]);
    expect(Array.from(pi.subarray(12, 16))).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect(Array.from(pi.subarray(0, 4))).toEqual([0, 0, 0, 0]); // a terminal
  });

  it("ignores arrows where there is no decision, and actions that do not exist", () => {
    const pi = policyOf(model, { policy, arrows: { 0: [UP], 99: [UP], 1: [7, RIGHT] } });
    expect(pi).toEqual(policyOf(model, { policy: "random", arrows: {} }));
  });

  it("is the random one unless chosen", () => {
    const arrows = { 1: [LEFT] };
    expect(policyOf(model, { policy: "random", arrows })).toEqual(
      policyOf(model, { policy: "random", arrows: {} }),
    );
  });

  it("keeps the values when an arrow is edited under way", () => {
    const live = { ...params, policy: "custom" as const };
    const driven = drive(start, world(), live);
    driven.sweeps(50);
    const before = driven.run.view().V.slice();
    live.arrows = { 1: [LEFT] };
    driven.run.disturb?.();
    expect(driven.run.view().policy[4 + LEFT]).toBe(1);
    while (driven.clock.states < 51 * 14) driven.next();
    const after = driven.run.view().V;
    expect(after[1]).toBe(-1);
    expect(after[15 - 1]).toBeCloseTo(before[15 - 1], 0);
    driven.finish();
    const fresh = drive(start, world(), live);
    fresh.finish();
    fresh.run.view().V.forEach((value, s) => expect(driven.run.view().V[s]).toBeCloseTo(value, 8));
  });

  it("notices an edit after convergence, though no Q changes in the first sweep", () => {
    const live = { ...params, policy: "custom" as const };
    const first = drive(start, world(), live);
    first.finish();
    live.arrows = { 6: [RIGHT] };
    const second = drive(start, world(), live, { memory: first.run.memory, clock: first.clock });
    second.run.disturb?.();
    expect(second.finish().reason).toBe("converged");
    const fresh = drive(start, world(), live);
    fresh.finish();
    fresh.run.view().V.forEach((value, s) => expect(second.run.view().V[s]).toBeCloseTo(value, 8));
  });
});

describe("parseArrows", () => {
  it("reads what it is given, actions in order", () => {
    expect(parseArrows({ 5: [2, 0] })).toEqual({ ok: true, value: { 5: [0, 2] } });
    expect(parseArrows({})).toEqual({ ok: true, value: {} });
  });

  it.each([
    [null],
    [[1]],
    ["5"],
    [{ "05": [1] }],
    [{ "-1": [1] }],
    [{ a: [1] }],
    [{ 5: [] }],
    [{ 5: 1 }],
    [{ 5: [1, 1] }],
    [{ 5: [1.5] }],
    [{ 5: [-1] }],
    [{ 5: ["1"] }],
    [{ 5: [NaN] }],
    [JSON.parse('{"__proto__": [1]}')],
    [Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [i, [0]]))],
  ])("refuses %j with a sentence", (raw) => {
    const result = parseArrows(raw);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.error).toMatch(/^\S.*\.$/);
  });
});
