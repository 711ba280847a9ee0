import { describe, expect, it } from "vitest";
import { Rng } from "../core/rng";
import { glimpseParameterCount, glimpseSlices, initialGlimpseParameters } from "./glimpse-layers";

const MODEL = { inputs: 64, glimpseUnits: 128, coreUnits: 256, classes: 10 };

describe("the parameters of the glimpse model", () => {
  it("lie layer after layer, without gaps", () => {
    let end = 0;
    for (const { inputs, outputs, weightOffset, biasOffset } of Object.values(glimpseSlices(MODEL))) {
      expect(weightOffset).toBe(end);
      expect(biasOffset).toBe(end + inputs * outputs);
      end = biasOffset + outputs;
    }
    expect(glimpseParameterCount(MODEL)).toBe(end);
    // 65·128 + 3·128 + 257·256 + 513·256 + 257·128 + 129·2 + 257·10 + 257
    expect(end).toBe(241_805);
  });

  it("start within ±1/√inputs of their layer, the same for the same seed", () => {
    const first = initialGlimpseParameters(MODEL, Rng.fromSeed(3));
    expect(initialGlimpseParameters(MODEL, Rng.fromSeed(3))).toEqual(first);
    expect(initialGlimpseParameters(MODEL, Rng.fromSeed(4))).not.toEqual(first);
    for (const { inputs, outputs, weightOffset } of Object.values(glimpseSlices(MODEL))) {
      const layer = first.slice(weightOffset, weightOffset + (inputs + 1) * outputs);
      const largest = layer.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      expect(largest).toBeLessThanOrEqual(1 / Math.sqrt(inputs));
      expect(largest).toBeGreaterThan(0.9 / Math.sqrt(inputs));
    }
  });
});
