import katex from "katex";
import { describe, expect, it } from "vitest";
import type { Explanation } from "./algo";
import { backupEquation, improvementEquation, number } from "./equations";

const explanation: Explanation = {
  state: 5,
  action: 1,
  before: -1,
  after: -1.14,
  terms: [
    { probability: 0.8, reward: -1, next: 6, nextAction: 2, nextValue: -0.5, ends: false },
    { probability: 0.2, reward: 0.1, next: 7, nextValue: 0, ends: true },
  ],
  numbers: { gamma: 0.9 },
};

function expectKatex(lines: readonly string[]): void {
  for (const line of lines)
    expect(() =>
      katex.renderToString(line, { throwOnError: true, trust: true, strict: "ignore" }),
    ).not.toThrow();
}

describe("backupEquation", () => {
  it("is the rule alone before the first update", () => {
    expect(backupEquation("optimality", null)).toEqual([expect.stringContaining("\\max_{a'} Q(s',a')")]);
    expect(backupEquation("expectation", null).join()).toContain("V^{\\pi}(s')");
    expectKatex([...backupEquation("optimality", null), ...backupEquation("expectation", null)]);
  });

  it("has a line an outcome, each marked with where it came from", () => {
    const lines = backupEquation("optimality", explanation);
    expect(lines.length).toBe(4);
    expect(lines[1]).toBe("=\\; \\htmlData{ref=s6a2}{0.8}\\,(-1 + 0.9\\cdot \\htmlData{ref=s6a2}{(-0.5)})");
    expect(lines[2]).toBe("+\\; \\htmlData{ref=s7}{0.2}\\,(0.1 + 0.9\\cdot 0)");
    expect(lines[3]).toContain("\\htmlData{ref=s5a1}{\\mathbf{-1.14}}");
    expect(lines[3]).toContain("\\text{was } -1");
    expectKatex(lines);
  });

  it("ends with the average over the policy where there is one", () => {
    const numbers = { gamma: 0.9, V: -1.5, pi0: 0.5, q0: -2, pi1: 0.5, q1: -1, pi2: 0, q2: -7 };
    const lines = backupEquation("expectation", { ...explanation, numbers });
    expect(lines.at(-1)).toBe(
      "=\\; 0.5\\cdot \\htmlData{ref=s5a0}{(-2)} + 0.5\\cdot \\htmlData{ref=s5a1}{(-1)} = \\htmlData{ref=s5}{\\mathbf{-1.5}}",
    );
    expectKatex(lines);
  });
});

describe("improvementEquation", () => {
  it("shows the values compared and the shares of the best", () => {
    const numbers = { q0: -2, q1: -1, q2: -1, ties: 2 };
    const lines = improvementEquation({ ...explanation, after: -1, terms: [], numbers });
    expect(lines[1]).toContain("\\htmlData{ref=s5a1}{-1},\\;\\htmlData{ref=s5a2}{-1}");
    expect(lines[2]).toContain("1/2");
    expectKatex(lines);
  });
});

describe("number", () => {
  it.each([
    [0, "0"],
    [-14, "-14"],
    [0.1 + 0.2, "0.3"],
    [-2.4375, "-2.438"],
    [1e-12, "1.0\\cdot 10^{-12}"],
    [2.5e6, "2.5\\cdot 10^{6}"],
    [Infinity, "\\infty"],
  ])("%d is written %s", (x, text) => {
    expect(number(x)).toBe(text);
  });
});
