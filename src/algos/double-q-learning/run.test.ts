import { describe, expect, it } from "vitest";
import type { Env } from "../../core/env";
import { start as startQLearning } from "../q-learning/run";
import { qLearning } from "../q-learning/spec";
import { backAndForth, begin, cutShort } from "../test-bench";
import { start } from "./run";
import { doubleQLearning } from "./spec";

const params = { alpha: 0.5, gamma: 0.9, epsilon: 0 };
const seeds = Array.from({ length: 40 }, (_, i) => i + 1);

describe("Double Q-learning by hand", () => {
  it("moves the table that the coin names: its own best action, valued by the other table", () => {
    const moved = [0, 0, 0];
    for (const seed of seeds) {
      const { run, phase } = begin(start, backAndForth, doubleQLearning.params, params, { seed });
      const { Q1, Q2, Q } = run.memory;
      Q1.set([1, 0, 2, 4]);
      Q2.set([1, 0, 5, 1]);
      Q.set([1, 0, 3.5, 2.5]);
      let last = "";
      while (!last.startsWith("update")) last = phase();
      const table = run.explain()?.numbers.table ?? 0;
      moved[table]++;
      if (table === 1) {
        expect(last).toBe("updateFirst");
        expect(Q1[0]).toBeCloseTo(0.45, 12); // best of Q1 is action 1, worth 1 in Q2: −1 + 0.9 · 1
        expect(Q2[0]).toBe(1);
      } else {
        expect(last).toBe("updateSecond");
        expect(Q2[0]).toBeCloseTo(0.9, 12); // best of Q2 is action 0, worth 2 in Q1: −1 + 0.9 · 2
        expect(Q1[0]).toBe(1);
      }
      expect(Q[0]).toBe((Q1[0] + Q2[0]) / 2);
      expect(doubleQLearning.equation(run.explain())[0]).toContain(`Q_${table}(s,a) \\leftarrow`);
    }
    expect(moved[1]).toBeGreaterThan(10);
    expect(moved[2]).toBeGreaterThan(10);
  });

  it("goes on from a state at which time ran out", () => {
    const { run, tick } = begin(start, cutShort, doubleQLearning.params, params);
    for (const table of [run.memory.Q1, run.memory.Q2, run.memory.Q]) table.set([0, 10]);
    tick();
    expect(run.memory.Q[0]).toBe(2); // one of the two tables moved to 4
  });

  it("with 1/N counts the updates of each table", () => {
    const { run, tick } = begin(start, cutShort, doubleQLearning.params, { alphaSchedule: "one-over-n" });
    for (let i = 0; i < 50; i++) tick();
    const { visits1, visits2, visits } = run.memory;
    expect(visits1[0] + visits2[0]).toBe(50);
    expect(visits[0]).toBe(50);
    expect(run.explain()?.numbers.alpha).toBe(1 / (run.memory.table === 1 ? visits1[0] : visits2[0]));
  });
});

/** Sutton & Barto, example 6.7, with rewards of two sizes: right ends with 0; left leads to ten actions worth −0.1 on average. */
const tempting: Env<{ at: number }> = {
  obsShape: [1],
  nActions: 10,
  reset: () => ({ at: 0 }),
  step: ({ at }, action, rng) => {
    if (at === 1) {
      return {
        state: { at: 2 },
        reward: rng.uniform() < 0.5 ? 0.9 : -1.1,
        terminated: true,
        truncated: false,
      };
    }
    const left = action % 2 === 0;
    return { state: { at: left ? 1 : 2 }, reward: 0, terminated: !left, truncated: false };
  },
  observe: () => undefined,
  tabular: { nStates: 3, indexOf: ({ at }) => at },
};

describe("maximisation bias", () => {
  it("draws Q-learning to the left far more often than Double Q-learning", () => {
    const settings = { alpha: 0.1, epsilon: 0.1 };
    let single = 0;
    let double = 0;
    for (const seed of seeds) {
      const a = begin(startQLearning, tempting, qLearning.params, settings, { seed });
      const b = begin(start, tempting, doubleQLearning.params, settings, { seed });
      while (a.context.clock.episodes < 200) a.tick();
      while (b.context.clock.episodes < 200) b.tick();
      single += a.logs.length.filter((steps) => steps === 2).length;
      double += b.logs.length.filter((steps) => steps === 2).length;
    }
    expect(double / single).toBeLessThan(0.8);
  });
});
