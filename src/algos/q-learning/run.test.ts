import { describe, expect, it } from "vitest";
import { backAndForth, begin, corridor, cutShort } from "../test-bench";
import { start } from "./run";
import { qLearning } from "./spec";

const params = { alpha: 0.5, gamma: 0.9, epsilon: 0 };

describe("Q-learning by hand", () => {
  it("moves each entry half way to reward + 0.9 × the best next value", () => {
    const { run, tick, context } = begin(start, backAndForth, qLearning.params, params);
    const { Q } = run.memory;
    Q.set([1, 0, 2, 4]);
    tick(); // 0 → 1: −1 + 0.9 · 4 = 2.6
    expect(Q[0]).toBeCloseTo(1.8, 12);
    tick(); // 1 → 0: −3 + 0.9 · 1.8 = −1.38
    expect(Q[3]).toBeCloseTo(1.31, 12);
    tick(); // 0 → 1: −1 + 0.9 · 2 = 0.8
    expect(Q[0]).toBeCloseTo(1.3, 12);
    expect(context.clock.episodes).toBe(0);
    tick(); // 1 → end: 10
    expect(Q[2]).toBeCloseTo(6, 12);
    expect(context.clock).toMatchObject({ ticks: 4, steps: 4, episodes: 1 });
    expect(Array.from(run.memory.visits)).toEqual([2, 0, 1, 1, 0, 0]);
  });

  it("explains the last update", () => {
    const { run, tick } = begin(start, backAndForth, qLearning.params, params);
    run.memory.Q.set([1, 0, 2, 4]);
    tick();
    expect(run.explain()).toEqual({
      state: 0,
      action: 0,
      before: 1,
      after: 1.8,
      terms: [{ probability: 1, reward: -1, next: 1, nextAction: 1, nextValue: 4, ends: false }],
      numbers: { alpha: 0.5, gamma: 0.9, tdTarget: 2.6, delta: 1.6 },
    });
  });

  it("takes an ending state for 0, whatever its entries, and goes on from one at which time ran out", () => {
    const ended = begin(start, corridor([0, 0, 1]), qLearning.params, { ...params, initialQ: 8 });
    ended.run.memory.Q.set([0, 0, 0, 8]);
    for (let i = 0; i < 3; i++) ended.tick();
    expect(ended.run.memory.Q[2]).toBe(0.5);
    const cut = begin(start, cutShort, qLearning.params, params);
    cut.run.memory.Q.set([0, 10]);
    cut.tick();
    expect(cut.context.clock.episodes).toBe(1);
    expect(cut.run.memory.Q[0]).toBe(4); // half of −1 + 0.9 · 10
  });

  it("with 1/N makes an entry the average of its targets", () => {
    const { run, tick } = begin(start, corridor([0, 0, 6]), qLearning.params, {
      ...params,
      alphaSchedule: "one-over-n",
      initialQ: 100,
    });
    for (let i = 0; i < 6; i++) tick();
    const Q = run.memory.Q; // targets of state 1: 0.9 · 100, then 0.9 · 6
    expect(Q[2]).toBe(6);
    expect(Q[1]).toBeCloseTo((90 + 5.4) / 2, 12);
  });
});
