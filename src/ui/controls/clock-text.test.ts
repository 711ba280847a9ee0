import { describe, expect, it } from "vitest";
import { zeroClock } from "../../core/algo";
import { policyIteration } from "../../algos/policy-iteration/spec";
import { valueIteration } from "../../algos/value-iteration/spec";
import { clockText, count, hasStages, rateText } from "./clock-text";

describe("the clock", () => {
  it("counts in words", () => {
    expect(count(1, "sweep")).toBe("1 sweep");
    expect(count(0, "sweep")).toBe("0 sweeps");
    expect(count(1234567, "step")).toBe("1,234,567 steps");
  });

  it("tells planning by sweeps and backups", () => {
    expect(clockText({ ...zeroClock(), sweeps: 7, ticks: 448 }, "planning")).toBe("7 sweeps · 448 backups");
  });

  it("counts improvements with the backups of an algorithm that has both", () => {
    const clock = { ...zeroClock(), sweeps: 7, ticks: 448, stages: 1 };
    expect(hasStages(policyIteration)).toBe(true);
    expect(hasStages(valueIteration)).toBe(false);
    expect(clockText(clock, "planning", true)).toBe("1 stage · 7 sweeps · 448 backups and improvements");
  });

  it("tells learning by episodes and steps", () => {
    expect(clockText({ ...zeroClock(), episodes: 1, steps: 20, ticks: 20 }, "learning")).toBe(
      "1 episode · 20 steps",
    );
  });

  it("tells networks by their updates as well", () => {
    const clock = { ...zeroClock(), episodes: 12, ticks: 200, steps: 2000, updates: 1 };
    expect(clockText(clock, "network")).toBe("12 episodes · 2,000 steps · 1 update");
  });

  it("says so while there is nothing to tell", () => {
    expect(clockText(null, "learning")).toBe("preparing …");
  });

  it("rounds rates", () => {
    expect(rateText(4_214_000, "planning")).toBe("4.2M backups/s");
    expect(rateText(3.98, "learning")).toBe("4 steps/s");
  });

  it("counts the steps of all environments", () => {
    const clock = { ...zeroClock(), ticks: 200, steps: 2000 };
    expect(rateText(123, "network", clock)).toBe("1.2K steps/s");
    expect(rateText(123, "network", zeroClock())).toBe("120 steps/s");
  });
});
