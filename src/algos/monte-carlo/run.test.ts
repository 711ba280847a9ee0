import { describe, expect, it } from "vitest";
import type { Env } from "../../core/env";
import { defaultsOf } from "../../core/params";
import { gridWorld } from "../../envs/grid-world/env";
import { begin, corridor, cutShort } from "../test-bench";
import { start } from "./run";
import { monteCarlo } from "./spec";

/** 0 → 1 → 0 → end, paying 1, 2, 4: the places 0 and 2 are the same state. */
const twice: Env<{ at: number }> = {
  ...corridor([1, 2, 4]),
  tabular: { nStates: 2, indexOf: ({ at }) => at % 2 },
};

describe("Monte Carlo control by hand", () => {
  it("learns nothing before the end, then moves each pair to its return, backwards", () => {
    const { run, phase, context } = begin(start, corridor([-1, -2, 10]), monteCarlo.params, { gamma: 0.5 });
    const seen: [string, number[]][] = [];
    while (context.clock.episodes === 0) seen.push([phase(), Array.from(run.memory.Q)]);
    const waiting = seen.slice(0, 8).map(([name]) => name);
    expect(waiting).toEqual(["initialise", "start", "act", "observe", "act", "observe", "act", "observe"]);
    expect(seen[7][1]).toEqual([0, 0, 0, 0]);
    expect(seen.slice(8)).toEqual([
      ["update", [0, 0, 10, 0]],
      ["update", [0, 3, 10, 0]],
      ["update", [0.5, 3, 10, 0]],
      ["improve", [0.5, 3, 10, 0]],
    ]);
    expect(run.explain()?.terms).toEqual([
      { probability: 1, reward: -1, next: 1, nextValue: 3, ends: false },
    ]);
    expect(run.explain()?.numbers).toMatchObject({ tdTarget: 0.5, time: 0, cut: 0 });
  });

  it("counts the first visit only", () => {
    const { run, tick } = begin(start, twice, monteCarlo.params, { gamma: 0.5 });
    for (let i = 0; i < 3; i++) tick();
    expect(Array.from(run.memory.Q)).toEqual([3, 4]); // 1 + ½ · 4 and 2 + ½ · 4
    expect(Array.from(run.memory.visits)).toEqual([1, 1]);
  });

  it("averages the returns, or follows them by a constant step", () => {
    const half = begin(start, corridor([0, 0, 8]), monteCarlo.params, {
      alphaSchedule: "constant",
      alpha: 0.5,
    });
    for (let i = 0; i < 6; i++) half.tick();
    expect(half.run.memory.Q[2]).toBe(6); // 0 → 4 → 6
    expect(monteCarlo.params.alphaSchedule.default).toBe("one-over-n");
  });

  it("takes the cut return of an episode that ran out of time, and says so", () => {
    const { run, tick } = begin(start, cutShort, monteCarlo.params, { initialQ: 10 });
    tick();
    expect(run.memory.Q[0]).toBe(-1);
    expect(run.explain()?.numbers.cut).toBe(1);
    expect(run.explain()?.terms[0].ends).toBe(false);
    expect(monteCarlo.equation(run.explain()).at(-1)).toContain("cut off");
  });
});

describe("Monte Carlo evaluation of the random policy on the 4×4 grid", () => {
  it("comes close to the values of Sutton & Barto, figure 4.1", () => {
    const env = gridWorld.create({ ...defaultsOf(gridWorld.params), maxSteps: 100_000 });
    const { run, tick, context } = begin(start, env, monteCarlo.params, { epsilon: 1 });
    while (context.clock.episodes < 20_000) tick();
    const { Q } = run.memory;
    const exact = [0, -14, -20, -22, -14, -18, -20, -20, -20, -20, -18, -14, -22, -20, -14, 0];
    exact.forEach((value, s) => {
      const V = (Q[s * 4] + Q[s * 4 + 1] + Q[s * 4 + 2] + Q[s * 4 + 3]) / 4;
      expect(Math.abs(V - value)).toBeLessThan(1);
    });
  });
});
