import { describe, expect, it } from "vitest";
import { normalPair } from "./gaussian";
import { Rng } from "./rng";

describe("normalPair", () => {
  const rng = Rng.fromSeed(3);
  const pairs = Array.from({ length: 20_000 }, () => normalPair(rng));
  const mean = (values: number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

  it("has the moments of a standard normal distribution", () => {
    const all = pairs.flat();
    expect(mean(all)).toBeCloseTo(0, 1);
    expect(mean(all.map((x) => x * x))).toBeCloseTo(1, 1);
    expect(mean(all.map((x) => x ** 4))).toBeGreaterThan(2.8);
    expect(mean(all.map((x) => x ** 4))).toBeLessThan(3.2);
  });

  it("gives two numbers that know nothing of each other", () => {
    expect(Math.abs(mean(pairs.map(([a, b]) => a * b)))).toBeLessThan(0.03);
    expect(Math.abs(mean(pairs.map(([a, b]) => a * a * b * b)) - 1)).toBeLessThan(0.1);
  });

  it("takes two draws, and the same generator gives the same numbers", () => {
    const one = Rng.fromSeed(5);
    const other = Rng.fromSeed(5);
    expect(normalPair(one)).toEqual(normalPair(other));
    one.uniform();
    normalPair(other);
    other.uniform();
    expect(one.state()).not.toEqual(other.state());
  });
});
