import { expect, it } from "vitest";
import { argmax } from "./argmax";

it("is the first of the largest values", () => {
  expect(argmax([3])).toBe(0);
  expect(argmax(Float32Array.of(-2, -1, -1))).toBe(1);
  expect(argmax([-Infinity, 0, 7, 7, 2])).toBe(2);
});
