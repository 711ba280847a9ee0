import { describe, expect, it } from "vitest";
import {
  CELL,
  cellsIn,
  compose,
  detailOf,
  fitTransform,
  hit,
  maxZoom,
  stroke,
  visibleCells,
} from "./viewport";

const host = { width: 740, height: 560 };
const noMargin = { top: 0, bottom: 0, side: 0 };

describe("fitTransform", () => {
  it("keeps cells square and centres them", () => {
    const { k, x, y } = fitTransform({ width: 4 * CELL, height: 4 * CELL }, host, noMargin);
    expect(k).toBeCloseTo(1.4);
    expect([x, y]).toEqual([90, 0]);
  });
  it("leaves the margin free", () => {
    const { k, y } = fitTransform({ width: CELL, height: CELL }, host, { top: 34, bottom: 8, side: 8 });
    expect(CELL * k).toBeCloseTo(518);
    expect(y).toBeCloseTo(34);
  });
});

describe("detailOf", () => {
  it("has its thresholds at 28 and 56 pixels", () => {
    expect([27.9, 28, 55.9, 56].map(detailOf)).toEqual(["small", "medium", "medium", "full"]);
  });
});

describe("visibleCells", () => {
  it("shows all of a fitted grid", () => {
    const fitted = fitTransform({ width: 64 * CELL, height: 64 * CELL }, host, noMargin);
    expect(visibleCells(fitted, host, 64, 64)).toEqual({ row0: 0, row1: 63, column0: 0, column1: 63 });
  });
  it("leaves out what is zoomed out of sight", () => {
    const view = compose({ k: 1, x: -1000, y: -250 }, { k: 1, x: 0, y: 0 });
    const range = visibleCells(view, host, 64, 64);
    expect(range).toEqual({ row0: 2, row1: 8, column0: 10, column1: 17 });
    expect(cellsIn(range, 64)).toHaveLength(7 * 8);
    expect(cellsIn(range, 64)[0]).toBe(2 * 64 + 10);
  });
});

describe("hit", () => {
  it("finds the cell and the triangle of the nearest side", () => {
    const at = (x: number, y: number) => hit(x, y, 3, 4);
    expect(at(250, 105)).toEqual({ cell: 6, action: 0 });
    expect(at(295, 150)).toEqual({ cell: 6, action: 1 });
    expect(at(250, 195)).toEqual({ cell: 6, action: 2 });
    expect(at(205, 150)).toEqual({ cell: 6, action: 3 });
  });
  it("is null off the grid", () => {
    expect(hit(-1, 5, 3, 4)).toBeNull();
    expect(hit(5, 300, 3, 4)).toBeNull();
  });
});

describe("stroke", () => {
  it("crosses every cell between, without the first", () => {
    expect(stroke(0, 3, 4)).toEqual([1, 2, 3]);
    expect(stroke(0, 15, 4)).toEqual([5, 10, 15]);
    expect(stroke(7, 7, 4)).toEqual([]);
  });
});

describe("maxZoom", () => {
  it("allows cells of 160 pixels, and twice the fit at least", () => {
    expect(maxZoom(8)).toBe(20);
    expect(maxZoom(140)).toBe(2);
  });
});
