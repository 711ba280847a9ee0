import katex from "katex";
import { describe, expect, it } from "vitest";
import { explainStep, stageOf, type Step } from "./step";

const before: Step = { observation: Float32Array.of(0.5, -0.25) };
const chosen: Step = { ...before, choice: { q: [3, 4.5], epsilon: 0.1, draw: 0.25, action: 1 } };
const transition = {
  observation: before.observation,
  action: 1,
  reward: 1,
  nextObservation: Float32Array.of(0.75, -2),
  terminated: true,
  ended: true,
};
const done: Step = { ...chosen, transition };
const stored: Step = { ...done, stored: { place: 12, size: 13, capacity: 100 } };
const linesOf = (step: Step) => explainStep(step, 1).lines ?? [];

describe("a step in the world", () => {
  it("has a line more with every line of the pseudo-code", () => {
    const steps = [before, chosen, done, stored];
    expect(steps.map(stageOf)).toEqual([0, 1, 2, 3]);
    expect(steps.map((step) => linesOf(step).length)).toEqual([1, 3, 4, 5]);
    expect(linesOf(stored)).toEqual([
      "s = (0.5,\\,-0.25)",
      "Q(s,\\cdot\\,;\\theta) = (3,\\;4.5)",
      "\\text{drawn } 0.25 \\ge \\epsilon = 0.1\\colon\\quad a = 1 = \\arg\\max_a Q(s,a;\\theta)",
      "r = 1,\\quad s' = (0.75,\\,-2)\\text{, the end}",
      "(s,a,r,s') \\to \\mathcal D[12]\\qquad \\text{13 of 100 places taken}",
    ]);
    for (const line of linesOf(stored)) {
      expect(() => katex.renderToString(line, { throwOnError: true, strict: "error" })).not.toThrow();
    }
  });

  it("says where chance chose, and where the time limit ended the episode", () => {
    const random = { ...chosen, choice: { q: [3, 4.5], epsilon: 0.5, draw: 0.25, action: 0 } };
    expect(linesOf(random)[2]).toContain("0.25 < \\epsilon = 0.5\\colon\\quad a = 0\\text{ (random)}");
    const cut = { ...done, transition: { ...transition, terminated: false } };
    expect(linesOf(cut)[3]).toContain("time limit");
  });

  it("says in which of several environments", () => {
    expect(explainStep(before, 1)).toMatchObject({ title: "This step", rows: [] });
    expect(explainStep(before, 8).title).toBe("This step, in environment 1 of 8");
  });
});
