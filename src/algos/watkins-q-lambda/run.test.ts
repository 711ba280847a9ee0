import { describe, expect, it } from "vitest";
import { start as startQLearning } from "../q-learning/run";
import { qLearning } from "../q-learning/spec";
import { backAndForth, begin, corridor, cutShort } from "../test-bench";
import { start } from "./run";
import { watkinsQLambda } from "./spec";

const params = { alpha: 0.5, gamma: 0.9, epsilon: 0, lambda: 0.5 };

describe("Watkins's Q(λ) by hand", () => {
  it("moves the entries on the way by α δ (γλ)^k while it is greedy", () => {
    const { run, tick } = begin(start, corridor([0, 0, 1]), watkinsQLambda.params, params);
    for (let i = 0; i < 3; i++) tick();
    const expected = [0.10125, 0.225, 0.5, 0];
    expected.forEach((value, s) => expect(run.memory.Q[s]).toBeCloseTo(value, 12));
  });

  it("cuts the traces exactly when the next action is not a best one", () => {
    const { run, tick } = begin(start, backAndForth, watkinsQLambda.params, { ...params, epsilon: 0.8 });
    const counts = { decay: 0, cut: 0 };
    let expected: { next: number; greedy: boolean[]; phase: string } | undefined;
    for (let i = 0; i < 400; i++) {
      const before = run.memory.Q.slice();
      const phase = tick() as "decay" | "cut";
      counts[phase]++;
      const explanation = run.explain();
      const term = explanation?.terms[0];
      if (!explanation || !term) throw new Error("There was no update.");
      if (expected) expect(expected.greedy[explanation.action]).toBe(expected.phase === "decay");
      expect(run.memory.traces.some((trace) => trace > 0)).toBe(phase === "decay");
      const row = Array.from(before.subarray(term.next * 2, term.next * 2 + 2));
      if (!term.ends) expect(term.nextValue).toBe(Math.max(...row));
      expected = term.ends
        ? undefined
        : { next: term.next, greedy: row.map((q) => q === Math.max(...row)), phase };
    }
    expect(counts.decay).toBeGreaterThan(50);
    expect(counts.cut).toBeGreaterThan(50);
  });

  it("with λ = 0 is Q-learning, bit by bit, where the choices do not depend on Q", () => {
    const settings = { alpha: 0.3, gamma: 0.9, epsilon: 1 };
    const traced = begin(start, backAndForth, watkinsQLambda.params, { ...settings, lambda: 0 });
    const plain = begin(startQLearning, backAndForth, qLearning.params, settings);
    for (let i = 0; i < 500; i++) {
      traced.tick();
      plain.tick();
      expect(traced.run.memory.Q).toEqual(plain.run.memory.Q);
    }
  });

  it("goes on from a state at which time ran out", () => {
    const { run, tick } = begin(start, cutShort, watkinsQLambda.params, params);
    run.memory.Q.set([0, 10]);
    tick();
    expect(run.memory.Q[0]).toBe(4);
  });
});
