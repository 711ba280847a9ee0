import { describe, expect, it } from "vitest";
import { logSoftmaxAt, softmax } from "./softmax";

describe("softmax", () => {
  it("turns logits into probabilities", () => {
    const [first, second] = softmax([Math.log(1), Math.log(3)]);
    expect(first).toBeCloseTo(0.25, 12);
    expect(second).toBeCloseTo(0.75, 12);
    expect(Array.from(softmax([5, 5, 5, 5]))).toEqual([0.25, 0.25, 0.25, 0.25]);
  });

  it("does not overflow, and keeps the logarithm of what rounds to zero", () => {
    expect(Array.from(softmax([1000, 0, -1000]))).toEqual([1, 0, 0]);
    expect(logSoftmaxAt([1000, 0, -1000], 0)).toBe(0);
    expect(logSoftmaxAt([1000, 0, -1000], 2)).toBe(-2000);
    expect(logSoftmaxAt([-1e4, -1e4], 1)).toBeCloseTo(-Math.LN2, 12);
  });

  it("agrees with its own logarithm", () => {
    const logits = Float32Array.of(0.3, -2, 1.7, 4);
    softmax(logits).forEach((p, action) => expect(Math.log(p)).toBeCloseTo(logSoftmaxAt(logits, action), 12));
  });

  it("writes where it is told to, also over its input", () => {
    const logits = Float32Array.of(0, 0);
    expect(softmax(logits, logits)).toBe(logits);
    expect(Array.from(logits)).toEqual([0.5, 0.5]);
  });

  it.each([Number.NaN, Infinity])("does not hide a logit of %s", (bad) => {
    expect(Array.from(softmax([0, bad, 1]))).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(logSoftmaxAt([0, bad, 1], 0)).toBeNaN();
  });
});
