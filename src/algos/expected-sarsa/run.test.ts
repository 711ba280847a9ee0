import { describe, expect, it } from "vitest";
import { backAndForth, begin, cutShort } from "../test-bench";
import { start } from "./run";
import { expectedSarsa } from "./spec";

const params = { alpha: 0.5, gamma: 0.9, epsilon: 0.2 };

describe("Expected SARSA by hand", () => {
  it("averages the next values with the policy's probabilities", () => {
    const { run, tick } = begin(start, backAndForth, expectedSarsa.params, params);
    run.memory.Q.set([1, 0, 2, 4]);
    tick();
    // 0.1 · 2 + 0.9 · 4 = 3.8; −1 + 0.9 · 3.8 = 2.42
    const explanation = run.explain();
    expect(explanation?.action).toBe(0);
    expect(run.memory.Q[0]).toBeCloseTo(1.71, 12);
    expect(explanation?.numbers.tdTarget).toBeCloseTo(2.42, 12);
    expect(explanation?.terms.map((term) => term.nextValue)).toEqual([2, 4]);
    expect(explanation?.terms[0].probability).toBeCloseTo(0.1, 12);
    expect(explanation?.terms[1].probability).toBeCloseTo(0.9, 12);
  });

  it("shares the greedy probability among equal actions", () => {
    const { run, tick } = begin(start, backAndForth, expectedSarsa.params, params);
    run.memory.Q.set([1, 0, 3, 3]);
    tick();
    expect(run.explain()?.terms.map((term) => term.probability)).toEqual([0.5, 0.5]);
  });

  it("is Q-learning where nothing is explored", () => {
    const { run, tick } = begin(start, backAndForth, expectedSarsa.params, { ...params, epsilon: 0 });
    run.memory.Q.set([1, 0, 2, 4]);
    tick();
    expect(run.memory.Q[0]).toBeCloseTo(1.8, 12);
  });

  it("takes an ending state for 0 and goes on from one at which time ran out", () => {
    const ended = begin(start, backAndForth, expectedSarsa.params, { ...params, epsilon: 0 });
    ended.run.memory.Q.set([1, 0, 2, 0, 7, 7]);
    ended.tick();
    ended.tick();
    expect(ended.run.memory.Q[2]).toBe(6);
    expect(ended.run.explain()?.terms).toEqual([
      { probability: 1, reward: 10, next: 2, nextValue: 0, ends: true },
    ]);
    const cut = begin(start, cutShort, expectedSarsa.params, params);
    cut.run.memory.Q.set([0, 10]);
    cut.tick();
    expect(cut.run.memory.Q[0]).toBe(4);
  });
});
