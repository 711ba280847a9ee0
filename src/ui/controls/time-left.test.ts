import { expect, it } from "vitest";
import { timeLeft } from "./time-left";

it("tells how long it will take at the pace so far", () => {
  expect(timeLeft(0.25, 4)).toBe("about 12 s left");
  expect(timeLeft(0.1, 4.7)).toBe("about 40 s left");
  expect(timeLeft(0.02, 6)).toBe("about 5 min left");
});

it("says nothing while little is known or little is left", () => {
  expect(timeLeft(0, 5)).toBe("");
  expect(timeLeft(0.5, 0.5)).toBe("");
  expect(timeLeft(0.9, 10)).toBe("");
});
