import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { creditedReturns, meanAndSpread, normalise, rewardsToGo, tdTargets } from "./returns";

const rewards = [1, 2, 4];

describe("what a step is credited with, by hand", () => {
  it.each([
    ["whole", [7, 7, 7]],
    ["to-go", [7, 6, 4]],
    ["discounted", [1 + 0.5 * 2 + 0.25 * 4, 2 + 0.5 * 4, 4]],
  ] as const)("%s", (credit, expected) => {
    expect(Array.from(creditedReturns(credit, rewards, 0.5))).toEqual(expected);
  });

  it("an empty trajectory has no returns", () => {
    for (const credit of ["whole", "to-go", "discounted"] as const) {
      expect(creditedReturns(credit, [], 0.9)).toHaveLength(0);
    }
  });

  it("one-step targets use the next value", () => {
    expect(Array.from(tdTargets(rewards, [10, 20, 0], 0.5))).toEqual([6, 12, 4]);
    expect(Array.from(tdTargets(rewards, [10, 20, 30], 0.5))).toEqual([6, 12, 19]);
  });
});

describe("rewards to go", () => {
  const numbers = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 1, maxLength: 40 });

  it("are the sums that define them", () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom(0, 0.5, 0.99, 1), (sequence, gamma) => {
        const returns = rewardsToGo(sequence, gamma);
        sequence.forEach((_, t) => {
          const sum = sequence.slice(t).reduce((total, reward, k) => total + gamma ** k * reward, 0);
          expect(returns[t]).toBeCloseTo(sum, 9);
        });
      }),
    );
  });

  it("are the one-step targets of themselves", () => {
    fc.assert(
      fc.property(numbers, (sequence) => {
        const returns = rewardsToGo(sequence, 0.9);
        const next = Array.from(sequence, (_, t) => returns[t + 1] ?? 0);
        expect(tdTargets(sequence, next, 0.9)).toEqual(Float32Array.from(returns));
      }),
    );
  });
});

describe("normalised", () => {
  it("numbers have mean 0 and standard deviation 1, in the same order", () => {
    const values = Float64Array.of(2, 4, 9);
    expect(normalise(values)).toEqual({ mean: 5, spread: Math.sqrt((9 + 1 + 16) / 3) });
    const { mean, spread } = meanAndSpread(values);
    expect(mean).toBeCloseTo(0, 12);
    expect(spread).toBeCloseTo(1, 6);
    expect(values[0]).toBeLessThan(values[1]);
  });

  it("equal numbers are 0, and none stay none", () => {
    const values = Float64Array.of(3, 3, 3);
    normalise(values);
    expect(Array.from(values)).toEqual([0, 0, 0]);
    expect(normalise(new Float64Array())).toEqual({ mean: 0, spread: 0 });
  });
});
