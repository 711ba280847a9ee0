import { describe, expect, it } from "vitest";
import type { Dimension } from "../../../core/env";
import { nextStateText } from "./transition";

const dimensions: Dimension[] = [
  { name: "angle", symbol: "\\theta", unit: "rad", range: [-1, 1] },
  { name: "angular velocity", symbol: "\\dot\\theta", unit: "rad/s", range: [-3, 3] },
];
const explanation = {
  numbers: {},
  rows: [
    { next0: 0.123, next1: -1.5, terminated: 0 },
    { next0: 0.2, next1: 2, terminated: 1 },
  ],
};

describe("where a transition led", () => {
  it("names every number of s′", () => {
    expect(nextStateText(explanation, 0, dimensions)).toBe(
      "It led to s′: θ 0.12, θ\u0307 −1.50. The equation panel computes with these numbers.",
    );
  });
  it("says that the episode ended", () => {
    expect(nextStateText(explanation, 1, dimensions)).toContain("where the episode ended");
  });
  it("says which transitions have numbers when the picked one has none", () => {
    expect(nextStateText(explanation, 5, dimensions)).toBe(
      "The equation panel has the first 2 transitions of the minibatch.",
    );
  });
  it("is silent before the first update", () => {
    expect(nextStateText(null, 0, dimensions)).toBe("");
  });
});
