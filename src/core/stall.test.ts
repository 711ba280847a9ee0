import { expect, it } from "vitest";
import { newStall, watch } from "./stall";

it("counts the sweeps since the residual last fell by a thousandth", () => {
  const stall = newStall();
  const counts = [8, 4, 4, 3.999, 3.998, 3.997, 3.99, 5, 1].map((residual) => watch(stall, residual));
  expect(counts).toEqual([0, 0, 1, 2, 3, 4, 0, 1, 0]);
});
