import { expect, it } from "vitest";
import { cosine, covarianceTrace, dot, length, meanVector } from "./scatter";

it("measures vectors and the angles between them", () => {
  expect(dot([1, 2, 3], [4, 5, 6])).toBe(32);
  expect(length([3, 4])).toBe(5);
  expect(cosine([1, 1], [2, 2])).toBeCloseTo(1, 12);
  expect(cosine([1, 0], [-3, 0])).toBe(-1);
  expect(cosine([1, 0], [0, 2])).toBe(0);
  expect(cosine([0, 0], [0, 2])).toBe(0);
});

it("adds up the sample variances of all components", () => {
  const vectors = [
    [1, 0],
    [3, 0],
    [5, 6],
  ];
  expect(Array.from(meanVector(vectors))).toEqual([3, 2]);
  expect(covarianceTrace(vectors)).toBeCloseTo((4 + 0 + 4) / 2 + (4 + 4 + 16) / 2, 12);
});
