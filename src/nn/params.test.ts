import { describe, expect, it } from "vitest";
import { Rng } from "../core/rng";
import { initialParameters, layerSlices, parameterCount } from "./params";

describe("the parameter vector", () => {
  it("holds the layers one after the other, without gaps", () => {
    const sizes = [4, 64, 64, 2];
    expect(parameterCount(sizes)).toBe(4 * 64 + 64 + 64 * 64 + 64 + 64 * 2 + 2);
    let end = 0;
    for (const { inputs, outputs, weightOffset, biasOffset } of layerSlices(sizes)) {
      expect(weightOffset).toBe(end);
      expect(biasOffset).toBe(end + inputs * outputs);
      end = biasOffset + outputs;
    }
    expect(end).toBe(parameterCount(sizes));
  });

  it("starts within ±1/√inputs, spread over the whole range, the same for the same seed", () => {
    const sizes = [16, 50, 1];
    const first = initialParameters(sizes, Rng.fromSeed(3));
    expect(initialParameters(sizes, Rng.fromSeed(3))).toEqual(first);
    expect(initialParameters(sizes, Rng.fromSeed(4))).not.toEqual(first);
    const layer = first.slice(0, 16 * 50 + 50);
    expect(Math.max(...layer)).toBeLessThanOrEqual(0.25);
    expect(Math.max(...layer)).toBeGreaterThan(0.24);
    expect(Math.min(...layer)).toBeLessThan(-0.24);
  });

  it("draws these numbers for seed 1", () => {
    expect([...initialParameters([2, 1], Rng.fromSeed(1))]).toEqual([
      0.17915497720241547, 0.515046238899231, -0.41241103410720825,
    ]);
  });
});
