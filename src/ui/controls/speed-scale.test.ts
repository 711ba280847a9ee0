import { describe, expect, it } from "vitest";
import { FASTEST, positionOf, rateAt, shortSpeedText, speedText } from "./speed-scale";

describe("the speed slider", () => {
  it("runs from one step a second to as fast as possible", () => {
    expect(rateAt(0)).toBe(1);
    expect(rateAt(6)).toBe(4);
    expect(rateAt(10)).toBe(10);
    expect(rateAt(FASTEST - 1)).toBe(10_000);
    expect(rateAt(FASTEST)).toBe(Infinity);
  });

  it("is the same both ways, and rises", () => {
    for (let position = 0; position <= FASTEST; position++) {
      expect(positionOf(rateAt(position))).toBe(position);
      if (position > 0) expect(rateAt(position)).toBeGreaterThan(rateAt(position - 1));
    }
  });

  it("takes any rate", () => {
    expect(positionOf(0)).toBe(0);
    expect(positionOf(1e9)).toBe(FASTEST - 1);
  });

  it("is read aloud", () => {
    expect(speedText(4)).toBe("4 a second");
    expect(speedText(10_000)).toBe("10,000 a second");
    expect(speedText(Infinity)).toBe("as fast as possible");
  });

  it("stops exactly at real time, and says so", () => {
    const realTime = 1 / 0.03;
    const nearest = positionOf(realTime);
    expect(rateAt(nearest)).toBe(32);
    expect(rateAt(nearest, realTime)).toBe(realTime);
    expect(rateAt(nearest + 1, realTime)).toBe(40);
    expect(speedText(realTime, realTime)).toBe("real time, 33.33 a second");
    expect(shortSpeedText(realTime, realTime)).toBe("real time");
    expect(shortSpeedText(40, realTime)).toBe("40/s");
    expect(shortSpeedText(Infinity, realTime)).toBe("max");
  });
});
