import { describe, expect, it } from "vitest";
import { barDomain, bestOf } from "./action-bars-scale";
import { describeBars, leadText } from "./action-bars-words";

const options = { title: "Q(s, ·)", actions: ["left", "right"], kind: "values" } as const;

describe("barDomain", () => {
  it("contains 0 and all values, in round numbers", () => {
    expect(barDomain(null, [61, 63.9])).toEqual([0, 70]);
    expect(barDomain(null, [-2.3, 1.2])).toEqual([-3, 1.5]);
    expect(barDomain(null, [-8])).toEqual([-10, 0]);
  });
  it("does not jitter, but follows values out and, late, back", () => {
    const first = barDomain(null, [60]);
    expect(barDomain(first, [62])).toBe(first);
    expect(barDomain(first, [25])).toBe(first);
    expect(barDomain(first, [71])).toEqual([0, 100]);
    expect(barDomain(first, [10])).toEqual([0, 10]);
    expect(barDomain(first, [-1, 60])).toEqual([-1, 70]);
  });
  it("survives zeros and what is no number", () => {
    expect(barDomain(null, [0, 0])).toEqual([0, 1]);
    expect(barDomain([0, 70], [NaN, Infinity])).toEqual([0, 70]);
  });
});

describe("bestOf", () => {
  it("is the first of the largest", () => {
    expect(bestOf([1, 3, 3])).toBe(1);
    expect(bestOf([NaN, -2])).toBe(1);
    expect(bestOf([])).toBe(-1);
    expect(bestOf([NaN])).toBe(-1);
  });
});

describe("words", () => {
  it("name the values and the best action", () => {
    expect(describeBars(options, [21.3, 22.154])).toBe("Q(s, ·): left 21.30, right 22.15. Best: right.");
    expect(describeBars({ ...options, title: "π(· | s)", kind: "probabilities" }, [0.3, 0.7])).toBe(
      "π(· | s): left 0.300, right 0.700. Most probable: right.",
    );
    expect(describeBars(options, [])).toBe("Q(s, ·): nothing to show yet.");
  });
  it("say how far the best is ahead of the second", () => {
    expect(leadText([1, 5, 3.5])).toBe("best ahead by 1.50");
    expect(leadText([1])).toBe("");
    expect(leadText([NaN, 2])).toBe("");
  });
});
