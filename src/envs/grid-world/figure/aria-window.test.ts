import { describe, expect, it } from "vitest";
import { ariaWindow, moveBy, WINDOW } from "./aria-window";

describe("ariaWindow", () => {
  it("holds all of a small grid and at most 17 rows of a large one", () => {
    expect(ariaWindow(3, 5)).toEqual({ first: 0, count: 5 });
    expect(ariaWindow(30, 64)).toEqual({ first: 22, count: WINDOW });
  });
  it("stops at the edges and always holds the active row", () => {
    expect(ariaWindow(0, 64).first).toBe(0);
    expect(ariaWindow(63, 64).first).toBe(64 - WINDOW);
    for (let active = 0; active < 64; active++) {
      const { first, count } = ariaWindow(active, 64);
      expect(active).toBeGreaterThanOrEqual(first);
      expect(active).toBeLessThan(first + count);
    }
  });
});

describe("moveBy", () => {
  const move = (key: string, cell: number, ctrl = false) => moveBy(key, ctrl, cell, 12, 4);
  it("follows the arrows and stops at the edges", () => {
    expect([move("ArrowUp", 5), move("ArrowRight", 5), move("ArrowDown", 5), move("ArrowLeft", 5)]).toEqual([
      1, 6, 9, 4,
    ]);
    expect([move("ArrowUp", 1), move("ArrowRight", 3), move("ArrowLeft", 4)]).toEqual([1, 3, 4]);
  });
  it("knows Home, End and pages", () => {
    expect([move("Home", 6), move("End", 6), move("Home", 6, true), move("End", 6, true)]).toEqual([
      4, 7, 0, 47,
    ]);
    expect([move("PageDown", 1), move("PageUp", 1)]).toEqual([21, 1]);
  });
  it("passes other keys on", () => {
    expect(move("r", 6)).toBeNull();
  });
});
