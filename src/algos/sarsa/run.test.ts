import { describe, expect, it } from "vitest";
import { backAndForth, begin, cutShort, scripted } from "../test-bench";
import { start } from "./run";
import { sarsa } from "./spec";

describe("SARSA by hand", () => {
  it("takes the action that its target used, chosen before the update", () => {
    const stay = scripted([
      [
        { to: 0, reward: -1 },
        { to: 1, reward: 0, ends: true },
      ],
      [],
    ]);
    const { run, tick } = begin(start, stay, sarsa.params, { alpha: 0.5, gamma: 0.9, epsilon: 0 });
    const { Q } = run.memory;
    Q.set([0, -0.4]);
    tick(); // −1 + 0.9 · 0
    expect(Q[0]).toBeCloseTo(-0.5, 12);
    tick(); // still action 0, though action 1 is better now; then −1 + 0.9 · (−0.4)
    expect(Q[0]).toBeCloseTo(-0.93, 12);
    expect(run.explain()?.terms[0].nextAction).toBe(1);
  });

  it("values the next state by the action really taken there", () => {
    const { run, tick } = begin(start, backAndForth, sarsa.params, { alpha: 0.25, gamma: 0.9, epsilon: 1 });
    let promised: { next: number; nextAction?: number; ends: boolean } | undefined;
    for (let i = 0; i < 300; i++) {
      const before = run.memory.Q.slice();
      tick();
      const explanation = run.explain();
      const term = explanation?.terms[0];
      if (promised && !promised.ends) {
        expect(explanation?.state).toBe(promised.next);
        expect(explanation?.action).toBe(promised.nextAction);
      }
      if (term && !term.ends) expect(term.nextValue).toBe(before[term.next * 2 + (term.nextAction ?? 0)]);
      promised = term;
    }
  });

  it("goes on from a state at which time ran out", () => {
    const { run, tick } = begin(start, cutShort, sarsa.params, { alpha: 0.5, gamma: 0.9, epsilon: 0 });
    run.memory.Q.set([0, 10]);
    tick();
    expect(run.memory.Q[0]).toBe(4);
  });
});
