import { describe, expect, it } from "vitest";
import { metricsCsv, tableCsv } from "./tables";

describe("CSV", () => {
  it("holds the table without walls, with every digit", () => {
    const view = {
      V: Float64Array.of(1 / 3, 0),
      Q: Float64Array.of(1, 2, 3, 1 / 3, 0, 0, 0, 0),
      policy: Float64Array.of(0, 0, 0.5, 0.5, 0, 0, 0, 0),
    };
    expect(tableCsv([], view, [".#"], ["up", "right", "down", "left"])).toBe(
      "row,column,V,Q_up,Q_right,Q_down,Q_left,policy_up,policy_right,policy_down,policy_left\r\n" +
        "1,1,0.3333333333333333,1,2,3,0.3333333333333333,0,0,0.5,0.5\r\n",
    );
  });

  it("says which sweeps or episodes a point of a metric stands for", () => {
    const series = new Map([["return", { stride: 2, mean: [-5, -4], min: [-6, -4], max: [-4, -4] }]]);
    expect(metricsCsv(["seed 1"], series)).toBe(
      "# seed 1\r\nmetric,from,to,mean,min,max\r\nreturn,1,2,-5,-6,-4\r\nreturn,3,4,-4,-4,-4\r\n",
    );
  });
});
