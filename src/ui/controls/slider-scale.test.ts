import { describe, expect, it } from "vitest";
import { gammaParam, learningParams, thetaParam } from "../../core/learning-params";
import { gridWorldParams } from "../../envs/grid-world/params";
import { nudge, sliderScale } from "./slider-scale";

describe("a slider", () => {
  it("reaches every hundredth of a probability, exactly", () => {
    const scale = sliderScale(gammaParam);
    expect(scale?.last).toBe(100);
    for (let i = 0; i <= 100; i++) {
      expect(scale?.valueAt(i)).toBe(i / 100);
      expect(scale?.positionOf(i / 100)).toBe(i);
    }
  });

  it.each([
    ["theta", thetaParam],
    ["episodes", learningParams.epsilonEpisodes],
    ["longest episode", gridWorldParams.maxSteps],
  ])("on a log scale stays in range and rises: %s", (_name, def) => {
    const scale = sliderScale(def);
    if (!scale) throw new Error("There is no slider.");
    expect(scale.valueAt(0)).toBe(def.min);
    expect(scale.valueAt(scale.last)).toBe(def.max);
    for (let i = 1; i <= scale.last; i++) {
      expect(scale.valueAt(i)).toBeGreaterThanOrEqual(scale.valueAt(i - 1));
      if (def.integer) expect(Number.isInteger(scale.valueAt(i))).toBe(true);
    }
    expect(scale.positionOf(scale.valueAt(150))).toBe(150);
    expect(scale.positionOf(def.min)).toBe(0);
  });

  it("is not offered where it could not be set with care", () => {
    expect(sliderScale(gridWorldParams.stepReward)).toBeNull();
  });
});

describe("the arrow keys in a number box", () => {
  it("go by steps, within the range", () => {
    expect(nudge(gammaParam, 0.2, 1)).toBe(0.21);
    expect(nudge(gammaParam, 0.2, 10)).toBe(0.3);
    expect(nudge(gammaParam, 1, 1)).toBe(1);
    expect(nudge(gammaParam, 0, -1)).toBe(0);
  });

  it("go by powers of ten on a log scale", () => {
    expect(nudge(thetaParam, 1e-6, 1)).toBe(1e-5);
  });
});
