import { describe, expect, it } from "vitest";
import { jumpLink, outcomeLink, walks } from "./links";
import { arrowPath, edgeBarPath, triangleCentre, trianglePath } from "./shapes";

/** All points of a path of straight lines. */
const points = (path: string) =>
  [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
const plate = { width: 40, height: 22 };

describe("trianglePath", () => {
  it("has its base on the action's side and its tip in the centre", () => {
    expect(trianglePath(0)).toBe("M0,0L100,0L50,50Z");
    expect(trianglePath(1)).toBe("M100,0L100,100L50,50Z");
    expect(trianglePath(2)).toBe("M100,100L0,100L50,50Z");
    expect(trianglePath(3)).toBe("M0,100L0,0L50,50Z");
  });
  it("keeps an inset triangle inside", () => {
    const [left, right, tip] = points(trianglePath(0, 4));
    expect(left[0]).toBeGreaterThan(4);
    expect(right[0]).toBeLessThan(96);
    expect([left[1], right[1]]).toEqual([4, 4]);
    expect(tip[1]).toBeLessThan(50);
  });
  it("centres its number inside itself", () => {
    const [x, y] = triangleCentre(1);
    expect(x - 50).toBeGreaterThan(Math.abs(y - 50));
  });
});

describe("arrowPath", () => {
  it("leaves out what has no probability", () => {
    expect(arrowPath([0, 0, 0, 0], "edge")).toBe("");
    expect(arrowPath([0.5, 0, 0, 0.5], "edge").match(/M/g)).toHaveLength(2);
  });
  it("is wider the more probable the action", () => {
    const width = (p: number) => {
      const xs = points(arrowPath([p, 1 - p, 0, 0], "edge").split("M")[1]).map(([x]) => x);
      return Math.max(...xs) - Math.min(...xs);
    };
    expect(width(0.9)).toBeGreaterThan(width(0.3));
  });
  it("points the action's way and stays in its cell", () => {
    for (const style of ["centre", "edge", "bold-edge", "dart"] as const) {
      const xs = points(arrowPath([0, 1, 0, 0], style)).map(([x]) => x);
      expect(Math.max(...xs)).toBeGreaterThan(85);
      expect(Math.max(...xs)).toBeLessThanOrEqual(100);
    }
  });
  it("draws a lone arrow through the centre", () => {
    expect(Math.min(...points(arrowPath([0, 1, 0, 0], "centre")).map(([x]) => x))).toBeLessThan(50);
    expect(points(arrowPath([0, 0.5, 0.5, 0], "centre"))[0][0]).toBe(50);
  });
});

describe("edgeBarPath", () => {
  it("is as long as the trace", () => {
    const length = (share: number) => {
      const ys = points(edgeBarPath(1, share)).map(([, y]) => y);
      return Math.max(...ys) - Math.min(...ys);
    };
    expect(length(1)).toBeCloseTo(84);
    expect(length(0.5)).toBeLessThan(length(1));
  });
});

describe("outcomeLink", () => {
  it("crosses the border to a neighbour beside the line of centres", () => {
    const { path, label } = outcomeLink(5, 6, 4, plate);
    const [start, end] = points(path);
    expect(start[0]).toBeLessThan(200);
    expect(end[0]).toBeGreaterThan(200);
    expect(start[1]).toBe(120);
    expect(label).toEqual([200, 120]);
  });
  it("goes round when it stays, and never leaves the drawing's left edge", () => {
    expect(outcomeLink(4, 4, 4, { width: 80, height: 40 }).label[0]).toBe(40);
    expect(outcomeLink(5, 5, 4, plate).path).toContain("C");
  });
  it("bends to a distant cell", () => {
    expect(outcomeLink(0, 3, 4, plate).path).toContain("Q");
  });
});

describe("jumpLink", () => {
  it("puts the reward where rows meet, not on a number", () => {
    expect(jumpLink(1, 21, 5).label[1] % 100).toBe(0);
    expect(jumpLink(3, 13, 5).label[1] % 100).toBe(0);
  });
});

describe("walks", () => {
  it("breaks at jumps and restarts, not at wind", () => {
    expect(walks([0, 1, 2, 2, 14, 15], 4, [])).toEqual([
      [0, 1, 2],
      [14, 15],
    ]);
    expect(walks([9, 2], 4, [0, 1, 0, 0])).toEqual([[9, 2]]);
    expect(walks([], 4, [])).toEqual([]);
  });
});
