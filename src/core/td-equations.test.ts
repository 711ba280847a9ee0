import katex from "katex";
import { describe, expect, it } from "vitest";
import type { Explanation } from "./algo";
import { returnEquation, tdEquation } from "./td-equations";

const step: Explanation = {
  state: 3,
  action: 1,
  before: -2,
  after: -2.4,
  terms: [{ probability: 1, reward: -1, next: 4, nextAction: 0, nextValue: -2, ends: false }],
  numbers: { alpha: 0.5, gamma: 0.9, tdTarget: -2.8, delta: -0.8 },
};

/** Every line is KaTeX that can be drawn. */
function expectDrawable(lines: string[]): void {
  for (const line of lines)
    expect(() => katex.renderToString(line, { trust: true, strict: false })).not.toThrow();
}

describe("the equation of a temporal-difference update", () => {
  it("substitutes the numbers line by line, marking what came from the table", () => {
    const lines = tdEquation("Q", step);
    expect(lines).toEqual([
      "Q",
      "\\text{target} = -1 + 0.9\\cdot \\htmlData{ref=s4a0}{(-2)} = -2.8",
      "\\delta = -2.8 - \\htmlData{ref=s3a1}{(-2)} = -0.8",
      "Q(s,a) \\leftarrow \\htmlData{ref=s3a1}{-2} + 0.5\\cdot (-0.8)",
      "=\\; \\htmlData{ref=s3a1}{\\mathbf{-2.4}}\\qquad \\text{was } -2\\qquad \\Delta\\,-0.4",
    ]);
    expectDrawable(lines);
  });

  it("multiplies by the trace where there is one", () => {
    const lines = tdEquation("Q", { ...step, numbers: { ...step.numbers, trace: 1.45 } });
    expect(lines[3]).toBe("Q(s,a) \\leftarrow \\htmlData{ref=s3a1}{-2} + 0.5\\cdot (-0.8)\\cdot 1.45");
  });

  it("writes out the average over the next action", () => {
    const terms = [0.1, 0.9].map((probability, nextAction) => {
      return { probability, reward: -1, next: 4, nextAction, nextValue: nextAction * 2, ends: false };
    });
    const lines = tdEquation("Q", { ...step, terms });
    expect(lines.slice(1, 3)).toEqual([
      "\\bar q = 0.1\\cdot \\htmlData{ref=s4a0}{0} + 0.9\\cdot \\htmlData{ref=s4a1}{2} = 1.8",
      "\\text{target} = r + \\gamma\\,\\bar q = -1 + 0.9\\cdot 1.8 = -2.8",
    ]);
    expectDrawable(lines);
  });

  it("shows the rule alone before the first update", () => {
    expect(tdEquation("Q", null)).toEqual(["Q"]);
    expect(returnEquation("Q", null)).toEqual(["Q"]);
  });
});

describe("the equation of a Monte Carlo update", () => {
  it("builds the return from the reward and the rest, and says when the episode was cut", () => {
    const terms = [{ probability: 1, reward: -1, next: 4, nextValue: -2, ends: false }];
    const numbers = { ...step.numbers, time: 3, cut: 1 };
    const lines = returnEquation("Q", { ...step, terms, numbers });
    expect(lines[1]).toBe("G_{3} = r + \\gamma\\,G_{4} = -1 + 0.9\\cdot (-2) = -2.8");
    expect(lines.at(-1)).toContain("cut off");
    expectDrawable(lines);
    expect(returnEquation("Q", { ...step, terms, numbers: { ...numbers, cut: 0 } })).toHaveLength(5);
  });
});
