import { describe, expect, it } from "vitest";
import { fitNumbers, sizeOf, textOf } from "./text-fit";

const room = { width: 90, largest: 30, decimals: 3 };
const none = { decimals: 0, size: 0, width: 0, smallest: 0, most: 0 };

describe("fitNumbers", () => {
  it("writes whole numbers without decimals, as large as the room allows", () => {
    expect(fitNumbers([-14, -20, 0], room, 130)).toMatchObject({ decimals: 0, size: 30 });
  });
  it("gives three digits where there is room, fewer where there is not", () => {
    const values = [0.812, 0.655, 0.918];
    expect(fitNumbers(values, room, 130)?.decimals).toBe(3);
    expect(fitNumbers(values, room, 40)?.decimals).toBe(2);
    expect(fitNumbers(values, room, 24)?.decimals).toBe(1);
    expect(fitNumbers(values, room, 15)).toBeNull();
  });
  it("gives up where numbers would be too small to read", () => {
    expect(fitNumbers([-1000, -2000], room, 28)).toBeNull();
  });
  it("does not let a few long numbers shrink all", () => {
    const style = fitNumbers([...Array.from({ length: 19 }, () => -1), -1000], room, 100) ?? none;
    expect(style.size).toBe(30);
    expect(sizeOf("−1000", style)).toBeLessThanOrEqual(30);
    expect(sizeOf("−1000000", style)).toBeLessThan(20);
  });
  it("survives infinities, NaN and nothing at all", () => {
    expect(fitNumbers([NaN, Infinity, -Infinity, 1], room, 100)?.decimals).toBe(0);
    expect(fitNumbers([], room, 100)).not.toBeNull();
    expect(fitNumbers([-1e300], room, 100)).not.toBeNull();
  });
});

describe("textOf", () => {
  const style = { decimals: 2, size: 18, width: 36, smallest: 8, most: 2 };
  it("writes zero as 0 and large numbers with fewer decimals", () => {
    expect([0, -0, 0.5, -1, 12.34, -123.4].map((x) => textOf(x, style))).toEqual([
      "0",
      "0",
      "0.50",
      "−1.00",
      "12.3",
      "−123",
    ]);
  });
  it("keeps the decimals of small numbers among large ones, where they fit", () => {
    const mixed = fitNumbers([-540.5, 0.43, -0.25, 12.25], room, 100) ?? none;
    expect([-540.5, 0.43, 12.25].map((x) => textOf(x, mixed))).toEqual(["−541", "0.43", "12.3"]);
  });
  it("abbreviates what would be too small to read", () => {
    expect(textOf(-5402, style)).toBe("−5402");
    expect(textOf(-5402, { ...style, smallest: 13 })).toBe("−5k");
    expect(textOf(-54_021, { ...style, smallest: 12 })).toBe("−54k");
    expect(textOf(-540_212, { ...style, smallest: 12 })).toBe("−540k");
  });
  it("has no more decimals than the numbers need", () => {
    expect(fitNumbers([-1, -0.5, 0], room, 130)?.decimals).toBe(1);
    expect(fitNumbers([-1, -0.75, 0], room, 130)?.decimals).toBe(2);
  });
});
