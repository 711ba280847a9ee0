import { describe, expect, it } from "vitest";
import { fitNumbers, sizeOf } from "./text-fit";

const room = { width: 90, largest: 30, decimals: 3 };

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
    const style = fitNumbers([...Array.from({ length: 19 }, () => -1), -1000], room, 100);
    expect(style?.size).toBe(30);
    expect(sizeOf("−1000", style ?? { decimals: 0, size: 0, width: 0 })).toBeLessThanOrEqual(30);
    expect(sizeOf("−1000000", style ?? { decimals: 0, size: 0, width: 0 })).toBeLessThan(20);
  });
  it("survives infinities, NaN and nothing at all", () => {
    expect(fitNumbers([NaN, Infinity, -Infinity, 1], room, 100)?.decimals).toBe(0);
    expect(fitNumbers([], room, 100)).not.toBeNull();
    expect(fitNumbers([-1e300], room, 100)).not.toBeNull();
  });
});
