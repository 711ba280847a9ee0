import { describe, expect, it } from "vitest";
import { firstAxes, lastObservation, withAxis } from "./axes";

describe("the axes of a map", () => {
  it("start with the last two numbers of the observation", () => {
    expect(firstAxes(4)).toEqual({ x: 2, y: 3 });
    expect(firstAxes(1)).toEqual({ x: 0, y: 0 });
  });
  it("take another number each", () => {
    expect(withAxis({ x: 2, y: 3 }, "x", 0)).toEqual({ x: 0, y: 3 });
    expect(withAxis({ x: 2, y: 3 }, "y", 1)).toEqual({ x: 2, y: 1 });
  });
  it("change places rather than show one number twice", () => {
    expect(withAxis({ x: 2, y: 3 }, "x", 3)).toEqual({ x: 3, y: 2 });
    expect(withAxis({ x: 2, y: 3 }, "y", 2)).toEqual({ x: 3, y: 2 });
  });
});

describe("the present state", () => {
  it("is the last row of the trail", () => {
    expect(lastObservation(Float32Array.of(1, 2, 3, 4), 2)).toEqual(Float32Array.of(3, 4));
    expect(lastObservation(new Float32Array(0), 2)).toBeNull();
  });
});
