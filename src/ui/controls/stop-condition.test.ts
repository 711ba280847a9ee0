import { describe, expect, it } from "vitest";
import { zeroClock } from "../../core/algo";
import { readStop, stopLabel, stopProgress, writeStop } from "./stop-condition";

describe("the stop condition", () => {
  it.each([
    undefined,
    { converged: true as const },
    { sweeps: 3 },
    { episodes: 500 },
    { ticks: 9 },
    { solved: true as const },
    { ticks: 50_000, solved: true as const },
    { episodes: 400, solved: true as const },
  ])("is the same after reading and writing: %j", (stop) => {
    const { kind, count } = readStop(stop);
    expect(writeStop(kind, count)).toEqual(stop);
  });

  it("tells how far it is", () => {
    expect(stopProgress({ episodes: 500 }, { ...zeroClock(), episodes: 125 })).toBe(0.25);
    expect(stopProgress({ sweeps: 3 }, { ...zeroClock(), sweeps: 9 })).toBe(1);
    expect(stopProgress({ sweeps: 4 }, { ...zeroClock(), sweeps: 5 })).toBe(0.25);
    expect(stopProgress({ sweeps: 4 }, zeroClock())).toBe(0);
    expect(stopProgress({ converged: true }, zeroClock())).toBeNull();
    expect(stopProgress(undefined, zeroClock())).toBeNull();
    expect(stopProgress({ ticks: 3 }, null)).toBeNull();
    expect(stopProgress({ solved: true }, zeroClock())).toBeNull();
    expect(stopProgress({ ticks: 100, solved: true }, { ...zeroClock(), ticks: 30 })).toBe(0.3);
  });

  it("speaks of ticks as what they are", () => {
    expect(stopLabel("ticks", "planning")).toBe("after backups");
    expect(stopLabel("ticks", "learning")).toBe("after steps");
    expect(stopLabel("episodes", "learning")).toBe("after episodes");
    expect(stopLabel("solved-ticks", "network")).toBe("when solved, or after steps");
  });
});
