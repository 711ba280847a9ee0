import { describe, expect, it } from "vitest";
import {
  decimalsFor,
  decimalsOf,
  formatExact,
  formatFixed,
  formatNumber,
  formatShort,
  formatSigned,
} from "./number";

describe("formatNumber", () => {
  it.each([
    [0, "0"],
    [-0, "0"],
    [-12.34, "−12.3"],
    [-12, "−12"],
    [100, "100"],
    [0.0013, "0.0013"],
    [0.812, "0.812"],
    [0.5, "0.5"],
    [1_200_000, "1.2e6"],
    [-1e6, "−1e6"],
    [99_999.6, "100000"],
    [0.00002, "2e−5"],
    [NaN, "?"],
    [-Infinity, "−∞"],
  ])("writes %d as %s", (x, text) => {
    expect(formatNumber(x)).toBe(text);
  });
});

describe("formatFixed", () => {
  it("keeps the decimals, never shows minus zero, and switches to exponents", () => {
    expect(formatFixed(-2, 1)).toBe("−2.0");
    expect(formatFixed(-0.04, 1)).toBe("0.0");
    expect(formatFixed(-2.5e9, 1)).toBe("−2.5e9");
    expect(formatFixed(NaN, 2)).toBe("?");
  });
});

describe("formatExact and formatSigned", () => {
  it("shows what a read-out needs", () => {
    expect(formatExact(-2.4375)).toBe("−2.4375");
    expect(formatExact(0.1 + 0.2)).toBe("0.3");
    expect(formatExact(1e-12)).toBe("1e−12");
    expect(formatExact(123456)).toBe("123456");
  });
  it("gives rewards their sign", () => {
    expect([1, -0.04, 0].map(formatSigned)).toEqual(["+1", "−0.04", "0"]);
  });
});

describe("decimals", () => {
  it("gives three digits to the largest, none to whole numbers", () => {
    expect([0.9, 1, 24.4, 120].map((x) => decimalsFor(x, false))).toEqual([3, 2, 1, 0]);
    expect(decimalsFor(14, true)).toBe(0);
  });
});

describe("decimalsOf and formatShort", () => {
  it("counts the decimals that a number needs", () => {
    expect([2, 0.5, -0.25, 1 / 3, 0.1 + 0.2, 1e-9].map((x) => decimalsOf(x, 3))).toEqual([0, 1, 2, 3, 1, 0]);
  });
  it("abbreviates thousands", () => {
    expect([-5402, 1000, 54_321, -999_600, 2_500_000, 12.4, NaN].map((x) => formatShort(x))).toEqual([
      "−5.4k",
      "1k",
      "54k",
      "−1e6",
      "3e6",
      "12",
      "?",
    ]);
    expect(formatShort(-5402, 0)).toBe("−5k");
  });
});
