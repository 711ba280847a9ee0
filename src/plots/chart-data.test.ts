import { describe, expect, it } from "vitest";
import { chartTable, nearestIndex, thresholdText, valueAt, type ChartOptions } from "./chart-data";
import { cursorMove } from "./chart-keys";
import { chartLayout } from "./chart-layout";
import { bandPath, linePath } from "./chart-path";
import { readoutOf } from "./chart-readout";

const options: ChartOptions = {
  title: "Return per episode",
  x: { label: "episode" },
  y: { label: "return", scale: "linear" },
  series: [
    { id: "raw", label: "return", style: "raw" },
    { id: "smooth", label: "mean", style: "smooth" },
  ],
};
const data = {
  raw: { x: [1, 2, 3], y: [-5, NaN, -3.25], min: [-9, NaN, -3.25], max: [-1, NaN, -3.25] },
  smooth: { x: [3], y: [-4] },
};

describe("thresholdText", () => {
  it("says its number once", () => {
    expect(thresholdText({ value: 475, label: "solved" })).toBe("solved 475");
    expect(thresholdText({ value: 475, label: "solved: 475" })).toBe("solved: 475");
  });
});

describe("chartTable", () => {
  it("has one row for each x, and nulls where a series has nothing", () => {
    expect(chartTable(options, data)).toEqual({
      columns: ["episode", "return", "mean"],
      rows: [
        [1, -5, null],
        [2, null, null],
        [3, -3.25, -4],
      ],
    });
  });
});

describe("the cursor", () => {
  it("finds the nearest point", () => {
    expect([0, 1.4, 1.6, 99].map((x) => nearestIndex([1, 2, 3], x))).toEqual([0, 0, 1, 2]);
    expect(nearestIndex([], 1)).toBe(-1);
  });
  it("reads values exactly, and less where there is no room", () => {
    expect(readoutOf(options, data, 3, Infinity)).toBe("episode 3: return −3.25, mean −4");
    expect(readoutOf(options, data, 1, Infinity)).toBe("episode 1: return −5 (−9 to −1)");
    expect(readoutOf(options, data, 1, 24)).toBe("episode 1: return −5");
    expect(readoutOf(options, data, 3, 12)).toBe("3: −3.25, −4");
    expect(readoutOf(options, data, 2, Infinity)).toBe("episode 2: no value");
    expect(valueAt(undefined, 1)).toBeNull();
  });
  it("moves by keys and stops at the ends", () => {
    expect(cursorMove("ArrowRight", -1, 5)).toBe(0);
    expect(cursorMove("ArrowLeft", -1, 5)).toBe(4);
    expect(cursorMove("ArrowRight", 4, 5)).toBe(4);
    expect(cursorMove("PageDown", 4, 5)).toBe(0);
    expect(cursorMove("Escape", 4, 5)).toBe(-1);
    expect(cursorMove("a", 4, 5)).toBeNull();
  });
});

describe("paths", () => {
  const same = (x: number) => x;
  it("break at NaN and keep lone points as dots", () => {
    const points = { x: [0, 1, 2, 3, 4], y: [5, NaN, 6, 7, NaN] };
    expect(linePath(points, same, same)).toBe("M0,5h0M2,6L3,7");
  });

  it("draws the points that x has, whatever the run has added to y since", () => {
    const same = (value: number) => value;
    expect(linePath({ x: [0, 1], y: [5, 6, 7] }, same, same)).toBe("M0,5L1,6");
    expect(linePath({ x: [0, 1, 2], y: [5, 6] }, same, same)).toBe("M0,5L1,6");
  });
  it("of bands go out along the top and back along the bottom", () => {
    const points = { x: [0, 1], y: [1, 1], min: [0, 0], max: [2, 3] };
    expect(bandPath(points, same, same)).toBe("M0,2L1,3L1,0L0,0Z");
    expect(bandPath({ ...points, max: [0, 0] }, same, same)).toBe("");
    expect(bandPath({ x: [0], y: [1] }, same, same)).toBe("");
  });
});

describe("chartLayout", () => {
  it("moves the legend under the title where both do not fit", () => {
    const narrow = chartLayout(options, { width: 300, height: 150 }, 4);
    const wide = chartLayout(options, { width: 900, height: 300 }, 4);
    expect(narrow.legendY).toBeGreaterThan(wide.legendY);
    expect(wide.xTitleY).toBeGreaterThan(wide.bottom + 17);
  });
});
