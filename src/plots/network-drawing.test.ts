import { describe, expect, it } from "vitest";
import type { NetworkPicture } from "../core/sight";
import { edgesKept, LEVELS, networkEdges, weightOffsets } from "./network-drawing-edges";
import { headingOf, networkColumns, ordinal, strideOf } from "./network-drawing-layout";
import { layerExtents, unitShapes } from "./network-drawing-parts";
import { bestOutput, describeNetwork, networkTable, omissions, unitText } from "./network-drawing-words";

const box = { left: 100, top: 50 };
const size = { width: 400, height: 300 };
/** W = [[1, −2], [3, 0.5]], b = [9, 9]. */
const small: NetworkPicture = {
  title: "Q-network",
  name: "q",
  sizes: [2, 2],
  inputs: ["x", "\\dot x"],
  outputs: ["\\text{left}", "\\text{right}"],
  weights: Float32Array.of(1, -2, 3, 0.5, 9, 9),
  activations: [Float32Array.of(0.1, -0.2), Float32Array.of(12, 34.5)],
};

describe("columns", () => {
  it("draw up to 64 units, else every so many-th", () => {
    expect([1, 64, 65, 128, 256, 784].map(strideOf)).toEqual([1, 1, 2, 2, 4, 13]);
    const columns = networkColumns([4, 256, 2], box, size);
    expect(columns[1].drawn.slice(0, 3)).toEqual([0, 4, 8]);
    expect(columns.every(({ drawn }) => drawn.length <= 64)).toBe(true);
    expect(headingOf([4, 256, 2], 1)).toEqual(["256 units", "every 4th"]);
    expect(headingOf([4, 256, 1], 2)).toEqual(["1 output"]);
  });
  it("lie inside the box, without overlaps, centred", () => {
    for (const { xs, ys, radius } of networkColumns([4, 64, 64, 1], box, size)) {
      expect(Math.min(...xs)).toBeGreaterThanOrEqual(100);
      expect(Math.max(...xs)).toBeLessThanOrEqual(500);
      expect(Math.min(...ys) - radius).toBeGreaterThanOrEqual(50);
      expect(Math.max(...ys) + radius).toBeLessThanOrEqual(350);
      expect((Math.min(...ys) + Math.max(...ys)) / 2).toBeCloseTo(200);
      for (let i = 1; i < ys.length; i++) {
        for (let j = 0; j < i; j++) {
          const distance = Math.hypot(xs[i] - xs[j], ys[i] - ys[j]);
          expect(distance).toBeGreaterThanOrEqual(2 * radius);
        }
      }
    }
  });
  it("stand in several columns where one would make the units small", () => {
    const [inputs, hidden] = networkColumns([4, 64, 64, 2], box, { width: 600, height: 300 });
    expect(new Set(inputs.xs).size).toBe(1);
    expect(new Set(hidden.xs).size).toBe(4);
    expect(hidden.radius).toBeGreaterThan(8);
  });
  it("count in English", () => {
    expect([2, 3, 4, 11, 13, 21, 22, 112].map(ordinal)).toEqual([
      "2nd",
      "3rd",
      "4th",
      "11th",
      "13th",
      "21st",
      "22nd",
      "112th",
    ]);
  });
});

describe("edges", () => {
  const lines = (d: string) => d.split("M").length - 1;
  it("skip the biases of the flat vector", () => {
    expect(weightOffsets([4, 64, 64, 2])).toEqual([0, 5 * 64, 5 * 64 + 65 * 64]);
  });
  it("are sorted by sign, and by size against the largest weight", () => {
    const { paths, strongest } = networkEdges(small.sizes, small.weights, networkColumns([2, 2], box, size));
    expect(strongest).toBe(3);
    const drawn = paths.filter(({ d }) => d !== "").map(({ sign, level, d }) => [sign, level, lines(d)]);
    expect(drawn).toEqual([
      [1, 0, 1], // 0.5 of 3
      [1, 1, 1], // 1 of 3
      [-1, 3, 1], // −2 of 3
      [1, LEVELS - 1, 1], // 3
    ]);
  });
  it("keep only the strongest into each unit where there are too many", () => {
    expect(edgesKept([4, 64, 64, 2])).toEqual([2, 2, null]);
    expect(edgesKept([4, 256, 256, 1])).toEqual([2, 2, null]);
    expect(edgesKept([4, 16, 2])).toEqual([null, null]);
    const weights = Float32Array.from({ length: 65 * 64 }, (_, i) => Math.floor(i / 64) + 1); // by input
    const columns = networkColumns([64, 64], box, size);
    const { paths } = networkEdges([64, 64], weights, columns);
    expect(paths.reduce((sum, { d }) => sum + lines(d), 0)).toBe(128);
    const weakest = `M${columns[0].x + columns[0].radius}`;
    expect(paths.some(({ d }) => d.includes(`${weakest},${columns[0].ys[0]}L`))).toBe(false);
  });
  it("leave out weights that are no numbers", () => {
    const weights = Float32Array.of(NaN, -2, 3, 0, 9, 9);
    const { paths, strongest } = networkEdges([2, 2], weights, networkColumns([2, 2], box, size));
    expect(strongest).toBe(3);
    expect(paths.reduce((sum, { d }) => sum + lines(d), 0)).toBe(2);
  });
});

describe("units", () => {
  it("show the best output by shape", () => {
    const columns = networkColumns(small.sizes, box, size);
    const palette = Array.from({ length: 65 }, (_, i) => ({ fill: `c${i}`, text: "" }));
    const shapes = unitShapes(columns, small.activations, [0.2, 50], bestOutput(small), palette);
    expect(shapes.map(({ kind }) => kind)).toEqual(["unit", "unit", "unit", "unit is-best"]);
    expect(shapes.map(({ fill }) => fill)).toEqual(["c48", "c0", "c40", "c54"]);
  });
  it("have one steady colour scale for each layer", () => {
    expect(layerExtents([], [Float32Array.of(-1.2, 0.3), new Float32Array(2)])).toEqual([1.5, 0]);
    expect(layerExtents([1.5], [Float32Array.of(1, NaN, Infinity)])).toEqual([1.5]);
  });
});

describe("words", () => {
  it("say what is left out", () => {
    expect(omissions([4, 16, 2])).toBe("");
    expect(omissions([4, 256, 64, 2])).toBe(
      "Of layer 2 every 4th of 256 units is drawn. " +
        "From layer 1 to 2: the 2 strongest weights into each unit. From layer 2 to 3: the 2 strongest weights into each unit.",
    );
  });
  it("describe inputs, outputs and the strongest weight", () => {
    expect(describeNetwork(small)).toBe(
      "Q-network: 2 inputs, 2 outputs. Inputs: x 0.10, ẋ −0.20. Outputs: left 12.0, right 34.5. " +
        "Largest output: right. The strongest weight is 3.",
    );
    expect(
      bestOutput({ ...small, sizes: [2, 1], activations: [new Float32Array(2), Float32Array.of(3)] }),
    ).toBe(-1);
    expect([0.123, 9.994, 9.996, undefined].map(unitText)).toEqual(["0.12", "9.99", "10.0", ""]);
  });
  it("are a table of all units", () => {
    expect(networkTable(small).rows).toEqual([
      [1, "x", Math.fround(0.1), null],
      [1, "ẋ", Math.fround(-0.2), null],
      [2, "left", 12, 3],
      [2, "right", 34.5, -2],
    ]);
  });
});
