import { describe, expect, it } from "vitest";
import { zeroClock, type Clock } from "../../core/algo";
import type { Stop } from "../../core/scenario";
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
    const share = (stop: Stop | undefined, clock: Clock | null) => stopProgress(stop, clock, "step")?.share;
    expect(share({ episodes: 500 }, { ...zeroClock(), episodes: 125 })).toBe(0.25);
    expect(share({ sweeps: 3 }, { ...zeroClock(), sweeps: 9 })).toBe(1);
    expect(share({ sweeps: 4 }, { ...zeroClock(), sweeps: 5 })).toBe(0.25);
    expect(share({ sweeps: 4 }, zeroClock())).toBe(0);
    expect(share({ converged: true }, zeroClock())).toBeUndefined();
    expect(share(undefined, zeroClock())).toBeUndefined();
    expect(share({ ticks: 3 }, null)).toBeUndefined();
    expect(share({ solved: true }, zeroClock())).toBeUndefined();
    expect(share({ ticks: 100, solved: true }, { ...zeroClock(), ticks: 30 })).toBe(0.3);
  });

  it("tells in what it counts how far it is", () => {
    const clock = { ...zeroClock(), ticks: 1200, steps: 12_000 };
    expect(stopProgress({ ticks: 16_000 }, clock, "round")?.says).toBe("1,200 of 16,000 rounds");
    expect(stopProgress({ episodes: 9 }, clock, "round")?.says).toBe("0 of 9 episodes");
  });

  it("speaks of ticks as what they are", () => {
    expect(stopLabel("ticks", "backup")).toBe("after backups");
    expect(stopLabel("episodes", "step")).toBe("after episodes");
    expect(stopLabel("solved-ticks", "round")).toBe("when solved, or after rounds");
  });
});
