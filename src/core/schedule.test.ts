import { describe, expect, it } from "vitest";
import { alphaAt, epsilonAt } from "./schedule";

describe("schedules", () => {
  it("lets ε fall in equal steps to its final value, or stay", () => {
    const falling = { epsilon: 0.5, epsilonSchedule: "linear", epsilonEnd: 0.1, epsilonEpisodes: 4 } as const;
    const values = [0, 1, 2, 3, 4, 5, 100].map((episode) => epsilonAt(falling, episode));
    [0.5, 0.4, 0.3, 0.2, 0.1, 0.1, 0.1].forEach((value, i) => expect(values[i]).toBeCloseTo(value, 12));
    expect(epsilonAt({ ...falling, epsilonSchedule: "constant" }, 100)).toBe(0.5);
  });

  it("takes a constant α, or 1/n", () => {
    expect([1, 2, 4].map((n) => alphaAt({ alpha: 0.3, alphaSchedule: "one-over-n" }, n))).toEqual([
      1, 0.5, 0.25,
    ]);
    expect(alphaAt({ alpha: 0.3, alphaSchedule: "constant" }, 4)).toBe(0.3);
  });
});
