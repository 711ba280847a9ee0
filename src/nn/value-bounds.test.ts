import { expect, it } from "vitest";
import { badValues, earnable, isBelievable } from "./value-bounds";

it("no policy earns more than the largest reward for ever, or, undiscounted, for the longest episode", () => {
  expect(earnable({ largestReward: 2, longestEpisode: 50 }, 0.9)).toBeCloseTo(20, 12);
  expect(earnable({ largestReward: 2, longestEpisode: 50 }, 1)).toBe(100);
  expect(earnable({ largestReward: 0, longestEpisode: 50 }, 1)).toBe(0);
});

it("values are believed up to twice that, and hopeless beyond a hundred times", () => {
  expect(isBelievable(200, 100)).toBe(true);
  expect(isBelievable(201, 100)).toBe(false);
  expect(isBelievable(NaN, 100)).toBe(false);
  expect(badValues("values", 10_000, 100)).toBeNull();
  expect(badValues("values", 10_001, 100)).toBe(
    "values have reached 10000, though no policy can earn more than 100",
  );
  expect(badValues("values", Infinity, 0)).toBe("values are no longer numbers");
  expect(badValues("values", 1e9, 0)).toBeNull(); // nothing has been paid yet: there is nothing to compare with
  expect(isBelievable(1e9, 0)).toBe(true);
});
