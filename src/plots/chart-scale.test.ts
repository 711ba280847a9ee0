import { describe, expect, it } from "vitest";
import { linearScale, logScale, rangeOf, withoutOutliers, xScale, ZERO_ROW } from "./chart-scale";

const series = (y: number[]) => ({ a: { x: y.map((_, i) => i + 1), y } });
const linear = (y: number[]) => linearScale(rangeOf(series(y)), 200, 0);
const log = (y: number[]) => logScale(rangeOf(series(y)), 200, 0);

describe("withoutOutliers", () => {
  it("cuts what would flatten the rest, and only that", () => {
    const returns = [-1900, -400, ...Array.from({ length: 98 }, (_, i) => -20 - (i % 7))];
    const full = rangeOf(series(returns));
    const shown = withoutOutliers(full, series(returns));
    expect(full.low).toBe(-1900);
    expect(shown.low).toBeGreaterThan(-60);
    expect(linearScale(shown, 200, 0).of(-1900)).toBe(200);
    const even = Array.from({ length: 100 }, (_, i) => i);
    expect(withoutOutliers(rangeOf(series(even)), series(even))).toEqual(rangeOf(series(even)));
  });
  it("never cuts a threshold off", () => {
    const early = [500, 480, ...Array.from({ length: 98 }, (_, i) => 20 + (i % 7))];
    const threshold = { value: 475, label: "solved" };
    const full = rangeOf(series(early), threshold);
    expect(withoutOutliers(full, series(early)).high).toBeLessThan(475);
    expect(withoutOutliers(full, series(early), threshold).high).toBeGreaterThanOrEqual(475);
  });
  it("shows everything of a short series", () => {
    const few = [-1900, ...Array.from({ length: 20 }, () => -13)];
    expect(withoutOutliers(rangeOf(series(few)), series(few)).low).toBe(-1900);
  });
});

describe("linearScale", () => {
  it("covers all-negative values, with round ticks", () => {
    const { of, ticks } = linear([-150, -13]);
    expect(of(-150)).toBeLessThanOrEqual(200);
    expect(of(-13)).toBeGreaterThanOrEqual(0);
    expect(ticks.map(({ label }) => label)).toContain("−100");
  });
  it("gives a constant and a single point room on both sides", () => {
    expect(linear([-13, -13]).of(-13)).toBeGreaterThan(20);
    expect(linear([0]).of(0)).toBeCloseTo(100);
  });
  it("leaves out labels that would cover others on a low chart", () => {
    const { ticks } = linearScale(rangeOf(series([-1.1, -0.9])), 20, 0);
    expect(ticks.length).toBeGreaterThan(0);
    for (let i = 1; i < ticks.length; i++) expect(ticks[i - 1].at - ticks[i].at).toBeGreaterThanOrEqual(13);
  });
  it("has nothing to show without values", () => {
    expect(linear([]).ticks).toEqual([]);
    expect(linear([NaN]).of(1)).toBeNaN();
  });
  it("leaves gaps at NaN and infinity", () => {
    const { of } = linear([1, NaN, Infinity, 2]);
    expect(of(NaN)).toBeNaN();
    expect(of(Infinity)).toBeNaN();
  });
  it("keeps labels apart over a range of a million", () => {
    const labels = linear([0, 1e6]).ticks.map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
  });
  it("includes thresholds and the ends of bands", () => {
    const data = { a: { x: [1], y: [1], min: [-5], max: [3] } };
    expect(rangeOf(data, { value: 9, label: "" })).toMatchObject({ low: -5, high: 9 });
  });
});

describe("a threshold before there are values", () => {
  it("has an axis from 0 up to it", () => {
    const range = rangeOf({}, { value: 475, label: "solved" });
    expect(range).toMatchObject({ low: 0, high: 475 });
    expect(linearScale(range, 100, 0).of(0)).toBe(100);
  });
});

describe("logScale", () => {
  it("puts zeros on a row of their own below the axis", () => {
    const { of, ticks } = log([10, 0.1, 0]);
    expect(of(0)).toBe(200);
    expect(of(0.1)).toBeCloseTo(200 - ZERO_ROW);
    expect(ticks.find(({ label }) => label === "0")?.at).toBe(200);
  });
  it("has no zero row without zeros, and gaps for negative values", () => {
    const { of, ticks } = log([10, 0.1]);
    expect(of(0.1)).toBeCloseTo(200);
    expect(of(-1)).toBeNaN();
    expect(ticks.some(({ label }) => label === "0")).toBe(false);
  });
  it("survives only zeros, a constant, and values down to 1e−300", () => {
    expect(log([0, 0]).of(0)).toBe(200);
    expect(log([7, 7]).of(7)).toBeGreaterThan(0);
    expect(log([10, 1e-300]).of(1e-300)).toBeCloseTo(200);
  });
  it("labels powers of ten alike", () => {
    expect(log([10, 1e-12]).ticks.every(({ label }) => label.startsWith("1e"))).toBe(true);
    expect(log([10, 0.1]).ticks.map(({ label }) => label)).toEqual(["10", "1", "0.1"]);
  });
});

describe("xScale", () => {
  it("runs from 0 to the last x with whole ticks, and back", () => {
    const { of, invert, ticks } = xScale(series([1, 2, 3]), 50, 350);
    expect(of(3)).toBe(350);
    expect(invert(of(2))).toBeCloseTo(2);
    expect(ticks.map(({ label }) => label)).toEqual(["0", "1", "2", "3"]);
  });
});
