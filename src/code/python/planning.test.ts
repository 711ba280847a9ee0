import { describe, expect, it } from "vitest";
import type { Scenario } from "../../core/scenario";
import { runToEnd } from "../../headless/run";
import { presets } from "../../scenario/presets";
import { findPython, presetWith, runScripts, scriptOf } from "../../../scripts/code/run-python";

const python = findPython("numpy");

const PLANNERS = ["value-iteration", "policy-evaluation", "policy-iteration", "prioritized-sweeping"];

const planned = presets
  .filter(({ scenario }) => PLANNERS.includes(scenario.algo.id) && scenario.env.id === "grid-world")
  .map(({ id }) => ({ what: id, scenario: presetWith(id) }));

/** Worlds with wind, jumps, restarts, exits, noise; every algorithm in each, also where it reads its own results. */
const crossed = [
  "windy",
  "sutton-barto-5x5",
  "cliff-walking",
  "russell-norvig-4x3",
  "frozen-lake-4x4",
].flatMap((id) =>
  PLANNERS.map((algo, i) => ({
    what: `${algo}, ${id}`,
    scenario: presetWith(id, {
      env: { noise: 0.2, bumpReward: -0.5 },
      algo,
      params: { gamma: 0.9, ...(i < 3 && { inPlace: i === 1 }) },
      stop: { converged: true },
    }),
  })),
);

const special: { what: string; scenario: Scenario }[] = [
  {
    what: "value iteration in place",
    scenario: presetWith("discount-grid", { params: { inPlace: true } }),
  },
  {
    what: "policy iteration with short evaluations",
    scenario: presetWith("bridge-grid", {
      algo: "policy-iteration",
      params: { gamma: 0.9, evaluationSweeps: 3 },
    }),
  },
  {
    what: "policy iteration that begins with a costly random policy, γ = 1",
    scenario: presetWith("lecture-maze", { algo: "policy-iteration", params: { gamma: 1 } }),
  },
  {
    what: "policy evaluation of arrows",
    scenario: presetWith("lecture-grid", {
      algo: "policy-evaluation",
      params: { gamma: 0.9, policy: "custom", arrows: { 1: [3], 2: [3, 2], 5: [0], 99: [1] } },
    }),
  },
];

describe.skipIf(!python)("planning in Python", () => {
  const cases = [...planned, ...crossed, ...special];

  it("gives the values and the policy that we compute, to 1e-9", { timeout: 300_000 }, async () => {
    const left = await runScripts(
      python ?? "",
      cases.map(({ scenario }) => scriptOf(scenario)),
      ["V", "Q"],
    );
    expect(left).toHaveLength(cases.length);
    for (const [i, { what, scenario }] of cases.entries()) {
      const { frame } = await runToEnd(scenario);
      expect(frame.outcome?.reason, what).toBe("converged");
      const { V, Q } = left[i] as unknown as { V: number[]; Q: number[][] };
      expect(difference(V, frame.view?.V ?? []), `V: ${what}`).toBeLessThan(1e-9);
      expect(difference(Q.flat(), frame.view?.Q ?? []), `Q: ${what}`).toBeLessThan(1e-9);
    }
  });
});

function difference(a: readonly number[], b: ArrayLike<number>): number {
  expect(a).toHaveLength(b.length);
  return Math.max(...a.map((value, i) => Math.abs(value - b[i])));
}
