import { describe, expect, it } from "vitest";
import { defaultsOf } from "../../core/params";
import { gridWorld } from "../../envs/grid-world/env";
import type { GridWorldParams } from "../../envs/grid-world/params";
import { drive } from "../test-bench";
import { start } from "./run";
import { valueIteration } from "./spec";

/** A corridor of three cells and a terminal worth 10: cells 0, 1, 2 and T; −1 a move, noise 0.2, γ = 0.9. */
const world = (changes: Partial<GridWorldParams> = {}) =>
  gridWorld.create({
    ...defaultsOf(gridWorld.params),
    rows: ["...T"],
    noise: 0.2,
    cells: { "0,3": { reward: 10 } },
    ...changes,
  });
const params = { gamma: 0.9, theta: 1e-12, inPlace: false };
const RIGHT = 1;

describe("one backup by hand", () => {
  it("synchronous: Q_2(1, right) = 0.8 (−1 + 0.9 V_1(2)) + 0.2 (−1 + 0.9 V_1(1))", () => {
    const driven = drive(start, world(), params);
    driven.sweeps(1);
    // sweep 1, from V = 0: right of cell 2 ends with 0.8, else bumps (up and down): 0.8 (−1 + 10) + 0.2 (−1) = 7
    expect(driven.run.view().Q[2 * 4 + RIGHT]).toBeCloseTo(7, 14);
    expect(Array.from(driven.run.view().V)).toEqual([-1, -1, expect.closeTo(7, 14), 0]);
    while (driven.clock.ticks < 12 + 6) driven.next();
    // 0.8 (−1 + 0.9 · 7) + 0.2 (−1 + 0.9 · −1) = 4.24 − 0.38
    const explanation = driven.run.explain();
    expect(explanation).toMatchObject({ state: 1, action: RIGHT, before: -1, numbers: { gamma: 0.9 } });
    expect(explanation?.after).toBeCloseTo(3.86, 14);
    expect(explanation?.terms).toEqual([
      {
        probability: 0.8,
        reward: -1,
        next: 2,
        nextValue: expect.closeTo(7, 14),
        nextAction: RIGHT,
        ends: false,
      },
      { probability: 0.2, reward: -1, next: 1, nextValue: -1, nextAction: 0, ends: false },
    ]);
    expect(driven.run.view().Q[4 + RIGHT]).toBe(explanation?.after);
  });

  it("in place: a sweep reads the values it has just written", () => {
    const right = gridWorld.create({ ...defaultsOf(gridWorld.params), rows: ["T..."] });
    const driven = drive(start, right, { ...params, gamma: 1, inPlace: true });
    driven.sweeps(1);
    // from left to right: each cell sees the new value of the one before it
    expect(Array.from(driven.run.view().V)).toEqual([0, -1, -1, -1]);
    driven.sweeps(2);
    expect(Array.from(driven.run.view().V)).toEqual([0, -1, -2, -2]);
    const left = gridWorld.create({ ...defaultsOf(gridWorld.params), rows: ["...T"] });
    const backwards = drive(start, left, { ...params, gamma: 1, inPlace: true });
    backwards.sweeps(1);
    expect(Array.from(backwards.run.view().V)).toEqual([-1, -1, -1, 0]);
  });

  it("in place: explains a bump by the value its own cell had, after that has been replaced", () => {
    const driven = drive(start, world({ noise: 0 }), { ...params, inPlace: true });
    driven.sweeps(1);
    while (driven.clock.states < 3 + 1) driven.next(); // cell 0 is done: its V has just been replaced
    const explanation = driven.run.explain();
    expect(explanation).toMatchObject({ state: 0, action: 3 }); // left: into the border
    expect(explanation?.terms[0]).toMatchObject({ next: 0, nextValue: -1 });
    expect(explanation?.after).toBe(-1 + 0.9 * -1);
    expect(driven.run.view().V[0]).not.toBe(-1);
  });
});

describe("live changes", () => {
  it("reads γ at every backup", () => {
    const live = { ...params };
    const driven = drive(start, world({ noise: 0 }), live);
    driven.sweeps(1);
    driven.next();
    live.gamma = 0.5;
    driven.run.disturb?.();
    driven.next();
    expect(driven.run.explain()?.numbers.gamma).toBe(0.5);
    expect(driven.run.explain()?.after).toBe(-1 + 0.5 * -1);
    driven.finish();
    expect(driven.run.view().V[0]).toBeCloseTo(-1 - 0.5 + 0.25 * 9, 12);
  });

  it("takes the table along into a changed world, and forgets what became a wall", () => {
    const before = drive(start, world(), params);
    before.finish();
    const after = drive(start, world({ rows: ["#..T"] }), params, { memory: before.run.memory });
    expect(after.run.view().V[0]).toBe(0);
    expect(after.run.view().V[2]).toBeGreaterThan(5);
    after.run.disturb?.();
    expect(after.finish().reason).toBe("converged");
  });

  it("takes V = max Q along from the middle of a state", () => {
    const before = drive(start, world(), params);
    before.sweeps(3);
    before.next();
    const { Q } = before.run.memory;
    Q[2] = 50; // as if a backup had just found this
    const after = drive(start, world({ noise: 0 }), params, { memory: before.run.memory });
    expect(after.run.view().V[0]).toBe(50);
  });

  it("starts afresh when the world has another size", () => {
    const before = drive(start, world(), params);
    before.finish();
    const after = drive(start, world({ rows: ["....T"], cells: {} }), params, { memory: before.run.memory });
    expect(after.run.view().V.length).toBe(5);
    expect(after.finish().reason).toBe("converged");
  });

  it("goes on from the values it has at γ = 1 where every step costs", () => {
    const before = drive(start, world({ noise: 0 }), { ...params, gamma: 1 });
    before.finish();
    const cells = { "0,3": { reward: 11 } };
    const after = drive(
      start,
      world({ noise: 0, cells }),
      { ...params, gamma: 1 },
      { memory: before.run.memory },
    );
    after.run.disturb?.();
    after.sweeps(1);
    expect(Array.from(after.run.view().V)).toEqual([7, 8, 10, 0]); // only the last cell knows yet
  });

  it("does not keep a value that resting would preserve at γ = 1", () => {
    const free = { stepReward: 0, noise: 0 };
    const before = drive(start, world(free), { ...params, gamma: 1 });
    before.finish();
    expect(before.run.view().V[0]).toBe(10);
    const poor = world({ ...free, cells: {} });
    const after = drive(start, poor, { ...params, gamma: 1 }, { memory: before.run.memory });
    after.run.disturb?.();
    after.finish();
    expect(Array.from(after.run.view().V)).toEqual([0, 0, 0, 0]);
  });
});

describe("what the run counts", () => {
  it("ticks are backups; states and sweeps follow", () => {
    const driven = drive(start, world(), params);
    for (let i = 0; i < 17; i++) driven.next();
    expect(driven.clock).toMatchObject({ ticks: 17, states: 4, sweeps: 1 });
  });

  it("the equation shows the rule alone before the first backup", () => {
    expect(valueIteration.equation(null).length).toBe(1);
    const driven = drive(start, world(), params);
    expect(driven.run.explain()).toBeNull();
    driven.next();
    const lines = valueIteration.equation(driven.run.explain());
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.at(-1)).toContain("\\htmlData{ref=s0a0}");
  });
});
