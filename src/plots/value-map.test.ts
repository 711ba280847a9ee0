import { describe, expect, it } from "vitest";
import type { ValueMap } from "../core/sight";
import { colourDomain } from "./value-map-domain";
import { borderPath, cellPaths, hatchPath, type CellGrid } from "./value-map-lines";
import { paintMap } from "./value-map-paint";
import { cellOf, describeMap, heldText, layerOf, mapTable, titleOf } from "./value-map-words";

const grid: CellGrid = { side: 2, x: (i) => 10 * i, y: (j) => 20 - 10 * j };
const options = {
  title: "max Q(s, a)",
  dimensions: [
    { name: "position", symbol: "x", unit: "m" },
    { name: "angle", symbol: "\\theta", unit: "rad" },
    { name: "angular velocity", symbol: "\\dot\\theta", unit: "rad/s" },
  ],
  actions: ["left", "right"],
};
const map: ValueMap = {
  x: 1,
  y: 2,
  xRange: [-0.2, 0.2],
  yRange: [-3, 3],
  side: 2,
  at: [0.5, 0, 0],
  values: Float32Array.of(10, 20, 40, 30),
  actions: Uint8Array.of(0, 1, 1, 1),
  probabilities: null,
};
const paints = (count: number) => Array.from({ length: count }, (_, i) => ({ fill: `#${i}`, text: "#000" }));
const policy: ValueMap = { ...map, values: null, probabilities: Float32Array.of(0.1, 0.6, 0.75, 0.9) };

describe("colourDomain", () => {
  it("goes from the smallest value to the largest, through 0 where some are negative or the smallest is near it", () => {
    expect(colourDomain(null, [-5, 76])).toEqual({ kind: "diverging", low: -5, high: 80 });
    expect(colourDomain(null, [-9, 2])).toEqual({ kind: "diverging", low: -10, high: 2 });
    expect(colourDomain(null, [0, 96])).toEqual({ kind: "sequential", low: 0, high: 100 });
  });
  it("starts at the smallest value where that is far from 0", () => {
    const { low, high } = colourDomain(null, [61, 98]);
    expect(low).toBeGreaterThan(40);
    expect(low).toBeLessThanOrEqual(61);
    expect(high).toBeGreaterThanOrEqual(98);
  });
  it("does not flicker, but follows values that leave it", () => {
    const first = colourDomain(null, [0, 96]);
    expect(colourDomain(first, [1, 80])).toBe(first);
    expect(colourDomain(first, [1, 120]).high).toBe(120);
    expect(colourDomain(first, [0, 20]).high).toBe(20);
    const diverging = colourDomain(null, [-5, 76]);
    for (const values of [
      [-1, 60],
      [-4, 79],
      [0.5, 70],
      [3, 50],
    ])
      expect(colourDomain(diverging, values)).toEqual(diverging);
    expect(colourDomain(diverging, [-7, 70])).toEqual({ kind: "diverging", low: -8, high: 80 });
    expect(colourDomain(diverging, [-1, 90])).toEqual({ kind: "diverging", low: -5, high: 100 });
    expect(colourDomain(diverging, [-1, 20])).toEqual({ kind: "diverging", low: -1, high: 20 });
    const wide = colourDomain(null, [-22, 30]);
    expect(colourDomain(wide, [-5, 76])).toEqual({ kind: "diverging", low: -5, high: 80 });
    expect(colourDomain(diverging, [30, 70]).kind).toBe("sequential");
  });
  it("shows some of the smaller side however small it is", () => {
    expect(colourDomain(null, [-3, 100])).toEqual({ kind: "diverging", low: -5, high: 100 });
  });
  it("survives constants, zeros and no values", () => {
    for (const values of [[5, 5], [0, 0], [NaN], [], [-3, -3]]) {
      const { low, high } = colourDomain(null, values);
      expect(low).toBeLessThan(high);
    }
  });
});

describe("the colours of a map", () => {
  const colours = { diverging: paints(65), sequential: paints(33), counts: paints(33) };
  it("are pale at 0, as strong on both sides, and the legend has those between its limits", () => {
    const values = Float32Array.of(-5, 0, 40, 80);
    const paint = paintMap({ ...map, values }, "value", { kind: "diverging", low: -5, high: 80 }, colours);
    expect(paint.indices).toEqual([30, 32, 48, 64]);
    expect(paint.bar).toEqual(["−5", "80"]);
    expect(paint.barColours.map(({ fill }) => fill)).toEqual(
      paints(65)
        .slice(30)
        .map(({ fill }) => fill),
    );
  });
});

describe("lines of a map", () => {
  it("separate cells of different actions, in straight stretches", () => {
    expect(borderPath([0, 1, 0, 1], grid)).toBe("M10,20V0");
    expect(borderPath([0, 0, 1, 1], grid)).toBe("M0,10H20");
    expect(borderPath([0, 1, 1, 1], grid)).toBe("M10,20V10M0,10H10");
    expect(borderPath([1, 1, 1, 1], grid)).toBe("");
  });
  it("hatch one action upwards, the next downwards, and the first not at all", () => {
    expect(hatchPath([0, 0, 0, 0], grid, 1)).toBe("");
    expect(hatchPath([1, 1, 1, 1], grid, 1)).toBe("M0,10L10,0M0,20L20,0M10,20L20,10");
    expect(hatchPath([0, 1, 0, 0], grid, 1)).toBe("M10,20L20,10");
    expect(hatchPath([2, 0, 0, 0], grid, 1)).toBe("M0,10L10,20");
    expect(hatchPath([2, 2, 2, 2], grid, 2)).toBe("M0,0L20,20");
  });
  it("join neighbours of one colour, and cover every cell", () => {
    expect(cellPaths([0, 0, 1, 0], grid, 2)).toEqual(["M0,10H20V20H0ZM10,0H20V10H10Z", "M0,0H10V10H0Z"]);
  });
});

describe("words of a map", () => {
  it("name what is shown; without values, the policy", () => {
    expect(titleOf(map, "value", options)).toBe("max Q(s, a)");
    expect(titleOf(map, "policy", options)).toBe("Greedy action");
    expect(layerOf(policy, "value")).toBe("probability");
    expect(titleOf(policy, "value", options)).toBe("π(right | s)");
    expect(heldText(map, options)).toBe("Held: x = 0.5 m.");
  });
  it("find the cell of a state; the last edge belongs to the last cell", () => {
    expect(cellOf(map, [0, -0.1, -1])).toBe(0);
    expect(cellOf(map, [0, 0.1, -1])).toBe(1);
    expect(cellOf(map, [0, 0.2, 3])).toBe(3);
    expect(cellOf(map, [0, 0.3, 0])).toBe(-1);
    expect(cellOf(map, [0, 0, -3.1])).toBe(-1);
  });
  it("describe values, shares of the actions, and the present state", () => {
    const text = describeMap(map, options, [0.5, 0.1, -1], "value");
    expect(text).toContain("max Q(s, a) over angle θ (rad) and angular velocity θ̇ (rad/s).");
    expect(text).toContain("Values from 10 to 40, the largest at θ = −0.1, θ̇ = 1.5.");
    expect(text).toContain("Greedy action: left in 25 %, right in 75 % of the map.");
    expect(text).toContain("At the present state: 20, right.");
    expect(describeMap(policy, options, null, "policy")).toContain("Most probable action:");
  });
  it("describe the layer that is shown, not the other one", () => {
    const both = { ...map, probabilities: policy.probabilities };
    const text = describeMap(both, options, [0.5, 0.1, -1], "policy");
    expect(text).toContain("π(right | s) over angle");
    expect(text).toContain("Values from 0.1 to 0.9");
    expect(text).toContain("At the present state: 0.6, right.");
    expect(describeMap(both, options, null, "value")).toContain("Values from 10 to 40");
  });
  it("are a table with the highest y first", () => {
    expect(mapTable(map, options)).toEqual({
      columns: ["θ (rad)", "θ̇ (rad/s)", "max Q(s, a)", "greedy action"],
      rows: [
        [-0.1, 1.5, 40, "right"],
        [0.1, 1.5, 30, "right"],
        [-0.1, -1.5, 10, "left"],
        [0.1, -1.5, 20, "right"],
      ],
    });
    const { columns, rows } = mapTable(policy, options);
    expect(columns.slice(2)).toEqual(["most probable action", "π(right | s)"]);
    expect(rows[3]).toEqual([0.1, -1.5, "right", Math.fround(0.6)]);
    const large = { ...map, side: 41, values: null, actions: new Uint8Array(41 * 41) };
    expect(mapTable(large, options).rows).toHaveLength(81);
  });
});
