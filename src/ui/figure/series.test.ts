import { describe, expect, it } from "vitest";
import { valueIteration } from "../../algos/value-iteration/spec";
import { qLearning } from "../../algos/q-learning/spec";
import { chartsOf, lastMean, positionsOf, smoothed, smoothingWindow, trailingMean } from "./series";

describe("charts", () => {
  it("draw a bound on the chart of what it bounds", () => {
    const [chart, ...others] = chartsOf(valueIteration.metrics);
    expect(others).toEqual([]);
    expect(chart.metrics.map((metric) => metric.id)).toEqual(["residual", "bound"]);
    expect(chart.scale).toBe("log");
  });

  it("are one a metric otherwise", () => {
    expect(chartsOf(qLearning.metrics).map((chart) => chart.id)).toEqual(
      qLearning.metrics.filter((metric) => !metric.with).map((metric) => metric.id),
    );
  });
});

describe("points", () => {
  it("stand in the middle of what they merge", () => {
    expect(positionsOf({ stride: 1, mean: [5, 6, 7] })).toEqual([1, 2, 3]);
    expect(positionsOf({ stride: 4, mean: [5, 6] })).toEqual([2.5, 6.5]);
  });

  it("are smoothed over a round number of episodes", () => {
    expect([1, 200, 399, 400, 1000, 4000, 100_000].map(smoothingWindow)).toEqual([
      10, 10, 10, 20, 50, 200, 5000,
    ]);
    expect(smoothed({ stride: 5, mean: Array.from({ length: 100 }, () => 3) }).window).toBe(20);
    expect(smoothed({ stride: 64, mean: [1, 2, 3] })).toEqual({ values: [NaN, 1.5, 2.5], window: 128 });
  });

  it("are summed up by the mean of the last hundred episodes", () => {
    const mean = Array.from({ length: 300 }, (_, i) => i + 1);
    expect(lastMean({ stride: 1, mean }, 100)).toEqual({ mean: 250.5, count: 100, about: false });
    expect(lastMean({ stride: 1, mean: [1, 3] }, 100)).toEqual({ mean: 2, count: 2, about: false });
    expect(lastMean({ stride: 4, mean }, 100)).toEqual({ mean: 288, count: 100, about: true });
    expect(lastMean({ stride: 256, mean }, 100)).toEqual({ mean: 300, count: 256, about: true });
    expect(lastMean({ stride: 1, mean: [] }, 100)).toBeNull();
  });

  it("are means of those before, from the first full window on", () => {
    expect(trailingMean([1, 2, 3, 4], 2)).toEqual([NaN, 1.5, 2.5, 3.5]);
    expect(trailingMean([], 3)).toEqual([]);
  });

  it("that are no numbers are left out of means, and spoil none after them", () => {
    expect(trailingMean([1, NaN, 3, 5, 7], 2)).toEqual([NaN, 1, 3, 4, 6]);
    expect(trailingMean([2, NaN, NaN, Infinity, 5], 2)).toEqual([NaN, 2, NaN, NaN, 5]);
    expect(lastMean({ stride: 1, mean: [9, 1, NaN, 3] }, 3)).toEqual({ mean: 2, count: 2, about: false });
    expect(lastMean({ stride: 1, mean: [NaN, NaN] }, 3)).toBeNull();
  });
});
