import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Rng } from "./rng";
import { quadratic, quadraticCount, ridgeFit } from "./ridge";

describe("the fit", () => {
  it("finds the weights that made the targets, whatever they are", () => {
    const weight = fc.double({ min: -10, max: 10, noNaN: true });
    fc.assert(
      fc.property(fc.array(weight, { minLength: 1, maxLength: 8 }), fc.integer(), (weights, seed) => {
        const rng = Rng.fromSeed(seed);
        const rows = Array.from({ length: 60 }, () => weights.map(() => 2 * rng.uniform() - 1));
        const targets = rows.map((row) => row.reduce((sum, x, j) => sum + x * weights[j], 0));
        const found = ridgeFit(rows.length, weights.length, (i) => rows[i], targets);
        weights.forEach((expected, j) => expect(Math.abs(found[j] - expected)).toBeLessThan(1e-3));
      }),
    );
  });

  it("of a constant is the mean", () => {
    expect(ridgeFit(4, 1, () => [1], [1, 2, 3, 6])[0]).toBeCloseTo(3, 4);
  });

  it("shares a weight between features that are the same, and gives nothing to one that is always 0", () => {
    const found = ridgeFit(3, 3, (i) => [i, i, 0], [0, 2, 4]);
    expect(Array.from(found, (w) => Math.round(w * 1000) / 1000)).toEqual([1, 1, 0]);
  });
});

it("quadratic features are 1, the inputs and their products", () => {
  expect(Array.from(quadratic([2, 3], new Float64Array(quadraticCount(2))))).toEqual([1, 2, 4, 3, 6, 9]);
});
