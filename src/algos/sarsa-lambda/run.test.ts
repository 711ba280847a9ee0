import { describe, expect, it } from "vitest";
import type { Env } from "../../core/env";
import { start as startMonteCarlo } from "../monte-carlo/run";
import { monteCarlo } from "../monte-carlo/spec";
import { start as startSarsa } from "../sarsa/run";
import { sarsa } from "../sarsa/spec";
import { backAndForth, begin, corridor, cutShort, scripted } from "../test-bench";
import { start } from "./run";
import { sarsaLambda } from "./spec";

const params = { alpha: 0.5, gamma: 0.9, epsilon: 0, lambda: 0.5 };

describe("SARSA(λ) by hand", () => {
  it("moves the entries on the way by α δ (γλ)^k", () => {
    const { run, tick } = begin(start, corridor([0, 0, 1]), sarsaLambda.params, params);
    const { Q, traces } = run.memory;
    tick();
    tick();
    expect(traces[1]).toBeCloseTo(0.45, 12);
    expect(traces[0]).toBeCloseTo(0.2025, 12);
    expect(Array.from(Q)).toEqual([0, 0, 0, 0]);
    tick();
    expect(Q[2]).toBeCloseTo(0.5, 12);
    expect(Q[1]).toBeCloseTo(0.225, 12);
    expect(Q[0]).toBeCloseTo(0.10125, 12);
    expect(run.explain()?.numbers).toMatchObject({ delta: 1, trace: 1, traced: 3 });
  });

  it("adds 1 to what is left of a trace, or sets it to 1", () => {
    const stay = scripted([
      [
        { to: 0, reward: 0 },
        { to: 1, reward: 0, ends: true },
      ],
      [],
    ]);
    const expected = { accumulating: 0.0881125, replacing: 0.09025 };
    for (const traces of ["accumulating", "replacing"] as const) {
      const { run, tick } = begin(start, stay, sarsaLambda.params, { ...params, traces });
      run.memory.Q.set([0.1, 0]);
      tick(); // δ = 0.9 · 0.1 − 0.1 = −0.01
      expect(run.memory.Q[0]).toBeCloseTo(0.095, 12);
      tick(); // δ = −0.0095, e = 1.45 or 1
      expect(run.memory.Q[0]).toBeCloseTo(expected[traces], 12);
    }
  });

  it("goes on from a state at which time ran out", () => {
    const { run, tick } = begin(start, cutShort, sarsaLambda.params, params);
    run.memory.Q.set([0, 10]);
    tick();
    expect(run.memory.Q[0]).toBe(4);
  });
});

describe("SARSA(λ) with traces that add up to too much", () => {
  it("ends by saying that it diverges, and again after a restart", () => {
    // Ten visits to one state, then the end: the last error moves it by ten times the step size.
    const places = scripted(
      Array.from({ length: 10 }, (_, at) => [{ to: at + 1, reward: -1, ends: at === 9 }]),
    );
    const stay: Env<{ at: number }> = { ...places, tabular: { nStates: 1, indexOf: () => 0 } };
    const settings = { alpha: 1, gamma: 1, lambda: 1, traces: "accumulating" } as const;
    const { run } = begin(start, stay, sarsaLambda.params, settings);
    let step = run.steps.next();
    for (let i = 0; i < 1000 && !step.done; i++) step = run.steps.next();
    expect(step.value).toMatchObject({ reason: "diverges", states: [0] });
    expect(run.memory.Q.every(Number.isFinite)).toBe(true);
    const again = begin(start, stay, sarsaLambda.params, settings, { memory: structuredClone(run.memory) });
    expect(again.run.steps.next().done).toBe(true);
  });
});

describe("SARSA(λ) at its ends", () => {
  it("with λ = 0 is SARSA, bit by bit", () => {
    const settings = { alpha: 0.3, gamma: 0.9, epsilon: 0.4 };
    const traced = begin(start, backAndForth, sarsaLambda.params, { ...settings, lambda: 0 });
    const plain = begin(startSarsa, backAndForth, sarsa.params, settings);
    for (let i = 0; i < 500; i++) {
      traced.tick();
      plain.tick();
      expect(traced.run.memory.Q).toEqual(plain.run.memory.Q);
    }
  });

  it("with λ = 1 and 1/N is Monte Carlo, where no pair comes twice in an episode", () => {
    const random = corridor([0, 0, 0]);
    const noisy: Env<{ at: number }> = {
      ...random,
      step: (state, action, rng) => ({ ...random.step(state, action, rng), reward: rng.uniform() }),
    };
    const settings = { gamma: 0.9, alphaSchedule: "one-over-n" } as const;
    const traced = begin(start, noisy, sarsaLambda.params, { ...settings, lambda: 1 });
    const whole = begin(startMonteCarlo, noisy, monteCarlo.params, settings);
    for (let i = 0; i < 300; i++) {
      traced.tick();
      whole.tick();
    }
    for (let s = 0; s < 3; s++) expect(traced.run.memory.Q[s]).toBeCloseTo(whole.run.memory.Q[s], 10);
    expect(whole.run.memory.Q[2]).toBeGreaterThan(0.3);
  });
});
