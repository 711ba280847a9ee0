import { describe, expect, it } from "vitest";
import { cut, legendEntries, legendWidth } from "./chart-legend";

const labels = ["Largest change of V in a sweep", "Contraction bound γᵏ"];

describe("legendEntries", () => {
  it("puts all on one row that ends on the right, in order", () => {
    const entries = legendEntries(labels, 8, 600, 3);
    expect(entries.map(({ text, row }) => [text, row])).toEqual([
      [labels[0], 0],
      [labels[1], 0],
    ]);
    expect(entries[1].left + legendWidth(labels[1])).toBeCloseTo(600);
    expect(entries[0].left + legendWidth(labels[0])).toBeCloseTo(entries[1].left);
  });
  it("goes on on a second row where the chart is narrow, and stays inside", () => {
    const entries = legendEntries(labels, 8, 344, 3);
    expect(entries.map(({ text, row }) => [text, row])).toEqual([
      [labels[0], 0],
      [labels[1], 1],
    ]);
    for (const { left } of entries) expect(left).toBeGreaterThanOrEqual(8);
  });
  it("cuts labels at their ends where even that is too much", () => {
    const [narrow] = legendEntries(labels, 8, 180, 3);
    expect(narrow.text).toMatch(/^Largest.*…$/);
    expect(narrow.left).toBeGreaterThanOrEqual(8);
    const entries = legendEntries(labels, 8, 344, 1);
    expect(entries.map(({ row }) => row)).toEqual([0, 0]);
    expect(entries[0].text).toMatch(/^Largest.*…$/);
    expect(entries[0].left).toBeGreaterThanOrEqual(8);
  });
  it("takes another row rather than have two entries that read alike", () => {
    const four = ["each update", "mean of 10", "held-out, learned gaze", "held-out, random gaze"];
    const entries = legendEntries(four, 8, 354, 1);
    expect(entries.map(({ text, row }) => [text, row])).toEqual([
      ["each update", 0],
      ["mean of 10", 0],
      ["held-out, learned…", 1],
      ["held-out, random g…", 1],
    ]);
    for (const { left } of entries) expect(left).toBeGreaterThanOrEqual(8);
  });
  it("has nothing to say of nothing", () => {
    expect(legendEntries([], 8, 344, 2)).toEqual([]);
  });
});

describe("cut", () => {
  it("keeps the beginning", () => {
    expect(cut("Contraction bound", 12)).toBe("Contraction…");
    expect(cut("short", 5)).toBe("short");
  });
});
