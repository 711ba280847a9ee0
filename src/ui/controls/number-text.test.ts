import { describe, expect, it } from "vitest";
import { gammaParam, learningParams } from "../../core/learning-params";
import { gridWorldParams } from "../../envs/grid-world/params";
import { numberText, readNumber } from "./number-text";

describe("a number box", () => {
  it.each([
    ["0.9", 0.9],
    [".9", 0.9],
    ["0,9", 0.9],
    [" 1 ", 1],
    ["1e-3", 0.001],
    ["-0", 0],
  ])("reads %s", (typed, value) => {
    expect(readNumber(gammaParam, typed)).toEqual({ ok: true, value });
  });

  it("reads both kinds of minus", () => {
    const stepReward = gridWorldParams.stepReward;
    expect(readNumber(stepReward, "−1")).toEqual({ ok: true, value: -1 });
    expect(readNumber(stepReward, "-1")).toEqual({ ok: true, value: -1 });
  });

  it.each(["", "abc", "1..2", "0x1", "Infinity", "NaN", "1e999", "2", "-0.1"])(
    "refuses “%s” with a sentence",
    (typed) => {
      const read = readNumber(gammaParam, typed);
      expect(read.ok).toBe(false);
      if (!read.ok) expect(read.error).toMatch(/^[A-Z].*\.$/);
    },
  );

  it("refuses a fraction where there is none", () => {
    expect(readNumber(learningParams.epsilonEpisodes, "2.5").ok).toBe(false);
  });

  it("writes what it reads", () => {
    for (const value of [-1, 0.04, 1e-12, -1e21, 100_000]) {
      const def = { ...gammaParam, min: -1e30, max: 1e30 };
      expect(readNumber(def, numberText(value))).toEqual({ ok: true, value });
    }
    expect(numberText(-1)).toBe("−1");
    expect(numberText(1e-12)).toBe("1e-12");
    expect(numberText(0.00012)).toBe("0.00012");
    expect(numberText(-2.5e-5)).toBe("−2.5e-5");
  });
});
