import { describe, expect, it } from "vitest";
import { formatCount, formatDuration, problemSizes, sweepSeconds } from "./scale";

describe("why tables do not scale", () => {
  it("counts the entries of growing problems", () => {
    expect(problemSizes(14, 4).map((size) => formatCount(size.entries))).toEqual([
      "56",
      "16,384",
      "20,000",
      "10^67971",
    ]);
  });

  it("extrapolates one sweep from the measured rate", () => {
    const [here, , , atari] = problemSizes(14, 4).map((size) =>
      formatDuration(sweepSeconds(size.entries, 1e6)),
    );
    expect(here).toBe("56 µs");
    expect(atari).toBe("10^67957 years");
  });

  it("writes durations in the unit that fits", () => {
    expect([-7, -5, -2, 0, 2, 4, 5, 7, 9, 20].map(formatDuration)).toEqual([
      "0.1 µs",
      "10 µs",
      "10 ms",
      "1 s",
      "1.7 minutes",
      "2.8 hours",
      "1.2 days",
      "116 days",
      "32 years",
      "10^13 years",
    ]);
  });
});
