import { expect, it } from "vitest";
import { affordable } from "./affordable";

it("is fewer evaluations of a larger network, within limits", () => {
  const small = { sizes: [4, 10, 2] }; // 72 parameters
  expect(affordable(small, 7200, 10, 1000)).toBe(100);
  expect(affordable(small, 7200, 10, 50)).toBe(50);
  expect(affordable({ sizes: [4, 256, 256, 256, 2] }, 7200, 10, 1000)).toBe(10);
});
