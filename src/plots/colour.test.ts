import { describe, expect, it } from "vitest";
import {
  contrast,
  countIndex,
  countPalette,
  divergingIndex,
  divergingPalette,
  niceCeiling,
  paintOf,
  steadyExtent,
} from "./colour";

describe("palettes", () => {
  const light = divergingPalette("#e8871e", "#f4f4f1", "#6fa8dc");
  const dark = divergingPalette("#8a4a00", "#23272e", "#1c5c9c");

  it("keep text readable on every colour, 7 : 1 on the light theme's", () => {
    for (const { fill, text } of [...dark, ...countPalette()])
      expect(contrast(fill, text)).toBeGreaterThan(4.5);
    for (const { fill, text } of light) expect(contrast(fill, text)).toBeGreaterThan(7);
  });

  it("run from negative through zero to positive", () => {
    expect(light[0].fill).toBe("#e8871e");
    expect(light[divergingIndex(0, 10)].fill).toBe("#f4f4f1");
    expect(light[divergingIndex(99, 10)].fill).toBe("#6fa8dc");
  });

  it("count NaN and an empty domain as zero", () => {
    expect(divergingIndex(NaN, 1)).toBe(divergingIndex(0, 1));
    expect(divergingIndex(-3, 0)).toBe(divergingIndex(0, 1));
  });

  it("spread counts over a logarithmic scale", () => {
    expect(countIndex(0, 100)).toBe(0);
    expect(countIndex(100, 100)).toBe(countPalette().length - 1);
    expect(countIndex(1, 1000)).toBeGreaterThan(0);
  });
});

describe("contrast", () => {
  it("follows WCAG", () => {
    expect(contrast("#000", "#fff")).toBeCloseTo(21, 6);
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
    expect(paintOf("rgb(250, 250, 250)")).toEqual({ fill: "#fafafa", text: "#000000" });
  });
});

describe("steadyExtent", () => {
  it("is round, and stays while the values are within it", () => {
    expect(steadyExtent(0, 22)).toBe(30);
    expect(steadyExtent(30, 29)).toBe(30);
    expect(steadyExtent(30, 16)).toBe(30);
    expect(steadyExtent(30, 14)).toBe(15);
    expect(steadyExtent(30, 31)).toBe(50);
  });
  it("survives no values and infinite ones", () => {
    expect(steadyExtent(30, 0)).toBe(0);
    expect(steadyExtent(30, Infinity)).toBe(30);
    expect(steadyExtent(0, NaN)).toBe(0);
  });
  it("rounds up", () => {
    expect([1, 0.812, 14, 7e5].map(niceCeiling)).toEqual([1, 1, 15, 7e5]);
  });
});
