import { unpackOutcomes } from "../../core/learned-outcomes";
import { describe, expect, it } from "vitest";
import type { Env } from "../../core/env";
import { start as startQLearning } from "../q-learning/run";
import { qLearning } from "../q-learning/spec";
import { backAndForth, begin, corridor, cutShort } from "../test-bench";
import { start } from "./run";
import { dynaQ } from "./spec";

const params = { alpha: 0.5, gamma: 0.9, epsilon: 0 };

describe("Dyna-Q by hand", () => {
  it("repeats the only step it knows n times", () => {
    const { run, phase } = begin(start, cutShort, dynaQ.params, { ...params, planningSteps: 3 });
    run.memory.Q.set([0, 10]);
    const seen: [string, number][] = [];
    while (seen.length < 8) seen.push([phase(), run.memory.Q[0]]);
    // The target is −1 + 0.9 · 10 = 8; each update halves the distance.
    expect(seen).toEqual([
      ["initialise", 0],
      ["start", 0],
      ["act", 0],
      ["observe", 0],
      ["update", 4],
      ["remember", 4],
      ["plan", 6],
      ["plan", 7],
    ]);
    expect(phase()).toBe("plan");
    expect(run.memory.Q[0]).toBe(7.5);
    expect(run.explain()).toMatchObject({ before: 7, after: 7.5, numbers: { planned: 1 } });
    expect(dynaQ.equation(run.explain())[1]).toContain("memory");
  });

  it("spreads the news of one episode backwards", () => {
    const { run, tick } = begin(start, corridor([0, 0, 1]), dynaQ.params, { ...params, planningSteps: 200 });
    for (let i = 0; i < 3; i++) tick();
    expect(run.memory.Q[0]).toBeCloseTo(0.81, 6);
    expect(run.memory.Q[3]).toBe(0);
  });

  it("without planning is Q-learning, bit by bit", () => {
    const settings = { alpha: 0.3, gamma: 0.9, epsilon: 0.4 };
    const dyna = begin(start, backAndForth, dynaQ.params, { ...settings, planningSteps: 0 });
    const plain = begin(startQLearning, backAndForth, qLearning.params, settings);
    for (let i = 0; i < 500; i++) {
      dyna.tick();
      plain.tick();
      expect(dyna.run.memory.Q).toEqual(plain.run.memory.Q);
    }
  });
});

describe("Dyna-Q's memory of a world with chance", () => {
  const chancy: Env<{ at: number }> = {
    obsShape: [1],
    nActions: 1,
    reset: () => ({ at: 0 }),
    step: (_, __, rng) => {
      const won = rng.uniform() < 0.25;
      return { state: { at: 1 }, reward: won ? 4 : 0, terminated: true, truncated: false };
    },
    observe: () => undefined,
    tabular: { nStates: 2, indexOf: ({ at }) => at },
  };

  it("counts every outcome and draws them by count", () => {
    const { run, tick } = begin(start, chancy, dynaQ.params, {
      gamma: 1,
      planningSteps: 100,
      alphaSchedule: "one-over-n",
    });
    for (let i = 0; i < 400; i++) tick();
    const outcomes = unpackOutcomes(run.view().learnedModel ?? new Float64Array());
    expect(outcomes).toHaveLength(2);
    const won = outcomes.find((outcome) => outcome.reward === 4)?.count ?? 0;
    expect(outcomes[0].count + outcomes[1].count).toBe(400);
    expect(run.view().visits?.[0]).toBe(400);
    // 40,400 updates with 1/N: the average of what was seen; its standard error is about 0.01.
    expect(Math.abs(run.memory.Q[0] - (4 * won) / 400)).toBeLessThan(0.25);
    expect(run.memory.updates[0]).toBe(400 * 101);
  });
});
