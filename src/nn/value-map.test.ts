import { describe, expect, it } from "vitest";
import type { Dimension } from "../core/env";
import { valueMap, type Evaluation } from "./value-map";

const dimension = (low: number, high: number): Dimension => ({
  name: "",
  symbol: "",
  unit: "",
  range: [low, high],
});
const dimensions = [dimension(-1, 1), dimension(0, 9), dimension(0, 30)];
const request = { dimensions, x: 2, y: 0, side: 3, at: Float32Array.of(7, 8, 9) };

describe("a value map", () => {
  it("evaluates the centres of the cells, the lowest y first, the other numbers held", () => {
    const seen: number[][] = [];
    const map = valueMap(request, (observation) => {
      seen.push(Array.from(observation));
      return { value: observation[2], action: observation[0] > 0.1 ? 1 : 0, probability: 0.5 };
    });
    const third = Math.fround(2 / 3);
    const rows = [-third, 0, third].flatMap((y) => [5, 15, 25].map((x) => [y, 8, x]));
    seen.forEach((observation, cell) => {
      observation.forEach((number, i) => expect(number).toBeCloseTo(rows[cell][i], 6));
    });
    expect(seen).toHaveLength(9);
    expect(Array.from(map.values ?? [])).toEqual([5, 15, 25, 5, 15, 25, 5, 15, 25]);
    expect(Array.from(map.actions)).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1]);
    expect(Array.from(map.probabilities ?? [])).toEqual(Array.from({ length: 9 }, () => 0.5));
    expect(map).toMatchObject({ x: 2, y: 0, xRange: [0, 30], yRange: [-1, 1], side: 3, at: [7, 8, 9] });
    expect(Array.from(request.at)).toEqual([7, 8, 9]);
  });

  it("has no values or probabilities where there are none", () => {
    const none = (evaluation: Partial<Evaluation>) =>
      valueMap(request, () => ({ value: 1, action: 0, probability: 1, ...evaluation }));
    expect(none({ value: null })).toMatchObject({ values: null, probabilities: expect.any(Float32Array) });
    expect(none({ probability: null })).toMatchObject({
      values: expect.any(Float32Array),
      probabilities: null,
    });
  });
});
