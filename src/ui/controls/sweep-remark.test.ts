import { describe, expect, it } from "vitest";
import { zeroClock } from "../../core/algo";
import { sweepRemark } from "./sweep-remark";

const series = (...mean: number[]) => ({ stride: 1, mean, min: mean, max: mean });
const rests = { status: "paused" as const, outcome: null, clock: { ...zeroClock(), sweeps: 2 } };

describe("the remark on a sweep", () => {
  it("says that it changed next to nothing", () => {
    const says = "This sweep changed nothing by more than θ = 0.01.";
    expect(sweepRemark({ theta: 0.01 }, rests, series(1, 0.01))).toBe(says);
    expect(sweepRemark({ theta: 0.01 }, rests, series(1, 0.02))).toBe("");
  });

  it("is not made while running, once the run has ended, or for an algorithm without sweeps", () => {
    expect(sweepRemark({ theta: 1 }, { ...rests, status: "running" }, series(1, 0))).toBe("");
    const outcome = { reason: "converged" as const, says: "Converged." };
    expect(sweepRemark({ theta: 1 }, { ...rests, outcome }, series(1, 0))).toBe("");
    expect(sweepRemark({ gamma: 1 }, rests, series(1, 0))).toBe("");
    expect(sweepRemark({ theta: 1 }, rests, undefined)).toBe("");
  });

  it("is about the sweep that the clock counts last", () => {
    expect(sweepRemark({ theta: 1 }, rests, series(0))).toBe("");
    expect(sweepRemark({ theta: 1 }, { ...rests, clock: zeroClock() }, series())).toBe("");
  });
});
