import { describe, expect, it } from "vitest";
import { applyUpdates, type MetricSeries } from "../core/metric-series";
import { Rng } from "../core/rng";
import { Series } from "./series";

/** What a receiver holds who applied every update. */
function received(series: Series, into: Map<string, MetricSeries>): MetricSeries {
  const update = series.takeUpdate();
  if (update) applyUpdates(into, { m: update });
  const own = into.get("m");
  if (!own) throw new Error("nothing received");
  return own;
}

describe("Series", () => {
  it("keeps every value while there is room", () => {
    const series = new Series(8);
    for (const value of [3, 1, 2]) series.push(value);
    expect(series.takeUpdate()).toEqual({
      from: 0,
      stride: 1,
      mean: Float64Array.of(3, 1, 2),
      min: Float64Array.of(3, 1, 2),
      max: Float64Array.of(3, 1, 2),
    });
    expect(series.takeUpdate()).toBeNull();
  });

  it("merges neighbours when full, the last point over what there is so far", () => {
    const series = new Series(4);
    for (const value of [1, 3, 5, 7, 10]) series.push(value);
    const { stride, mean, min, max } = received(series, new Map());
    expect({ stride, mean, min, max }).toEqual({
      stride: 2,
      mean: [2, 6, 10],
      min: [1, 5, 10],
      max: [3, 7, 10],
    });
  });

  it("leaves a gap where there is no number, and gaps out of means", () => {
    const series = new Series(4);
    for (const value of [NaN, NaN, NaN, 4, 6]) series.push(value);
    const { mean, min, max } = received(series, new Map());
    expect([mean, min, max]).toEqual([
      [NaN, 4, 6],
      [NaN, 4, 6],
      [NaN, 4, 6],
    ]);
  });

  it("tells a receiver the same at any rhythm of updates", () => {
    const rng = Rng.fromSeed(5);
    const often = new Series(16);
    const seldom = new Series(16);
    const mine = new Map<string, MetricSeries>();
    for (let i = 0; i < 1000; i++) {
      const value = rng.uniform() - 0.5;
      often.push(value);
      seldom.push(value);
      if (rng.uniform() < 0.3) received(often, mine);
    }
    expect(received(often, mine)).toEqual(received(seldom, new Map()));
  });

  it("returns to a saved state, for its receivers too", () => {
    const series = new Series(8);
    const mine = new Map<string, MetricSeries>();
    for (let i = 0; i < 5; i++) series.push(i);
    const then = structuredClone(received(series, mine));
    const saved = series.save();
    for (let i = 0; i < 50; i++) series.push(100 + i);
    received(series, mine);
    series.restore(saved);
    expect(received(series, mine)).toEqual(then);
  });
});
