import { describe, expect, it } from "vitest";
import type { NetworkExplanation, NetworkSpec } from "../../core/network-run";
import { networkEquation, shownRow } from "./network-equation";

const spec: NetworkSpec = {
  equation: (explanation, row) => [explanation ? `y = ${explanation.rows[row].y}` : "y"],
  rows: "transition",
  sights: [],
};
const explanation: NetworkExplanation = { numbers: {}, rows: [{ y: 5 }, { y: 6 }, { y: 7 }] };

describe("the equation of a network’s update", () => {
  it("has the numbers of the chosen row", () => {
    expect(networkEquation(spec, explanation, 1)).toEqual({
      heading: "Update: transition 2 of the minibatch",
      lines: ["y = 6"],
      row: 1,
      rows: 3,
      first: 1,
      total: 3,
    });
  });
  it("is the rule in symbols before the first update", () => {
    expect(networkEquation(spec, null, 7)).toEqual({
      heading: "The update rule",
      lines: ["y"],
      row: 0,
      rows: 0,
      first: 1,
      total: 0,
    });
  });
  it("says how many rows there are besides those that have numbers", () => {
    expect(networkEquation(spec, { ...explanation, total: 512 }, 2)).toMatchObject({ rows: 3, total: 512 });
  });
  it("is headed by what it is of, where that is no row", () => {
    const step = { title: "This step", lines: ["a = 1"], numbers: {}, rows: [] };
    expect(networkEquation(spec, step, 4)).toMatchObject({
      heading: "This step",
      lines: ["a = 1"],
      rows: 0,
    });
  });
  it("takes the last row where the chosen one does not exist", () => {
    expect(networkEquation(spec, explanation, 63).lines).toEqual(["y = 7"]);
    expect(shownRow(2, 0)).toBe(0);
  });
});

describe("the steps of a trajectory", () => {
  it("are numbered by their time", () => {
    const steps = { ...spec, rows: "step" as const };
    const shown = networkEquation(steps, { numbers: {}, rows: [{ t: 0 }, { t: 1 }] }, 1);
    expect(shown).toMatchObject({ heading: "Update: step 1 of the trajectory", row: 1, first: 0 });
  });
});
