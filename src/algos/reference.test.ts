import { describe, expect, it } from "vitest";
import type { StartRun } from "../core/algo";
import { parseParams, type ParamDefs } from "../core/params";
import { referenceNumbers, type ReferenceNumbers } from "../core/reference-numbers";
import { gridWorld } from "../envs/grid-world/env";
import tabular from "../envs/grid-world/reference/tabular.json";
import { drive } from "./test-bench";
import { policyEvaluation } from "./policy-evaluation/spec";
import { start as evaluatePolicy } from "./policy-evaluation/run";
import { policyIteration } from "./policy-iteration/spec";
import { start as iteratePolicy } from "./policy-iteration/run";
import { prioritizedSweeping } from "./prioritized-sweeping/spec";
import { start as sweepByPriority } from "./prioritized-sweeping/run";
import { valueIteration } from "./value-iteration/spec";
import { start as iterateValues } from "./value-iteration/run";

/* Numbers that others have published, from the same declarations, worlds and runs that the page uses. */

function parsed<P>(defs: ParamDefs<P>, raw: unknown): P {
  const result = parseParams(defs, raw, "test");
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

/** Runs an algorithm on a grid world, `sweeps` sweeps far or to its end. */
function planned<P, M>(
  [start, defs]: readonly [StartRun<P, M>, ParamDefs<P>],
  world: unknown,
  params: unknown,
  sweeps?: number,
) {
  const driven = drive(start, gridWorld.create(parsed(gridWorld.params, world)), parsed(defs, params));
  if (sweeps === undefined) expect(driven.finish().reason).toBe("converged");
  else driven.sweeps(sweeps);
  return driven;
}

const evaluation = [evaluatePolicy, policyEvaluation.params] as const;
const policies = [iteratePolicy, policyIteration.params] as const;
const values = [iterateValues, valueIteration.params] as const;
const priorities = [sweepByPriority, prioritizedSweeping.params] as const;

/** Every way to the optimum. */
const optimal = [
  ["value iteration", values, {}],
  ["value iteration in place", values, { inPlace: true }],
  ["policy iteration", policies, {}],
  ["policy iteration, one sweep an evaluation", policies, { evaluationSweeps: 1 }],
  ["prioritized sweeping", priorities, {}],
] as const;

/** Compares V with a printed table, to the digits printed. */
function expectPrinted({ V: rows, digits }: ReferenceNumbers, V: Float64Array): void {
  const columns = rows[0].length;
  rows.forEach((row, r) =>
    row.forEach((printed, c) => {
      if (printed === null) return;
      const rounded = Number(V[r * columns + c].toFixed(digits));
      expect(rounded + 0, `row ${r}, column ${c}`).toBe(printed);
    }),
  );
}

describe("4×4 grid, −1 a move, γ = 1 (Sutton & Barto, figure 4.1)", () => {
  it.each([false, true])("the random policy's values, in place: %s", (inPlace) => {
    const { run } = planned(evaluation, undefined, { inPlace });
    expectPrinted(referenceNumbers["four-by-four-random"], run.view().V);
    expect(run.view().V[3]).toBeCloseTo(-22, 9);
  });

  it.each([
    [1, -1, 15],
    [2, -1.75, 15],
    [3, -2.4375, 15],
    [10, -6.138, 3],
  ])("after %i synchronous sweeps the cell right of the corner is %d", (sweeps, value, digits) => {
    const { run } = planned(evaluation, undefined, {}, sweeps);
    expect(Number(run.view().V[1].toFixed(digits))).toBe(value);
  });

  it.each(optimal)("the way to the nearest terminal: %s", (_, algorithm, params) => {
    const { V } = planned(algorithm as typeof values, undefined, params).run.view();
    for (let s = 0; s < 16; s++) {
      const [row, column] = [Math.floor(s / 4), s % 4];
      expect(V[s] + 0).toBeCloseTo(-Math.min(row + column, 6 - row - column), 12);
    }
  });

  it("value iteration is exact after 3 sweeps; sweep 4 changes nothing", () => {
    const driven = planned(values, undefined, { theta: 0 });
    expect(driven.logs.residual).toEqual([1, 1, 1, 0]);
    const three = planned(values, undefined, {}, 3);
    expect(three.run.view().V).toEqual(driven.run.view().V);
  });
});

describe("5×5 grid with two jumps, γ = 0.9", () => {
  const world = {
    rows: [".....", ".....", ".....", ".....", "....."],
    stepReward: 0,
    bumpReward: -1,
    cells: { "0,1": { jump: { to: [4, 1], reward: 10 } }, "0,3": { jump: { to: [2, 3], reward: 5 } } },
  };

  it("random policy (Sutton & Barto, example 3.5)", () => {
    const { run } = planned(evaluation, world, { gamma: 0.9 });
    expectPrinted(referenceNumbers["five-by-five-random"], run.view().V);
  });

  it.each(optimal)("optimal (example 3.8): %s", (_, algorithm, params) => {
    const { run } = planned(algorithm as typeof values, world, { gamma: 0.9, ...params });
    expectPrinted(referenceNumbers["five-by-five-optimal"], run.view().V);
  });
});

describe("4×3 grid (Russell & Norvig, figure 17.3)", () => {
  const cells = { "0,3": { reward: 1 }, "1,3": { reward: -1 } };
  const world = { rows: ["...T", ".#.T", "S..."], noise: 0.2, stepReward: -0.04, cells };

  it.each(optimal)("%s", (_, algorithm, params) => {
    const { V } = planned(algorithm as typeof values, world, params).run.view();
    expectPrinted(referenceNumbers["four-by-three"], V);
  });
});

describe("BookGrid (Berkeley CS188), γ = 0.9", () => {
  const cells = { "0,3": { reward: 1 }, "1,3": { reward: -1 } };
  const world = { rows: ["...T", ".#.T", "S..."], noise: 0.2, stepReward: 0, exitAction: true, cells };

  it("after 5 sweeps", () => {
    const { V } = planned(values, world, { gamma: 0.9 }, 5).run.view();
    expectPrinted(referenceNumbers["book-grid-5"], V);
  });

  it.each(optimal)("converged: %s", (_, algorithm, params) => {
    const { V } = planned(algorithm as typeof values, world, { gamma: 0.9, ...params }).run.view();
    expectPrinted(referenceNumbers["book-grid"], V);
  });
});

interface Table {
  name: string;
  gamma: number;
  layout: string[] | null;
  V: number[];
  Q: number[][];
}

describe("FrozenLake and CliffWalking (Gymnasium)", () => {
  const tables = tabular.tables as unknown as Table[];

  it.each(tables.map((table) => [table.name, table] as const))("V* and Q* to 1e-9: %s", (name, table) => {
    const lake = table.layout;
    const world = lake ? frozenLake(lake, name.includes("True")) : cliffWalking();
    // theirs: left, down, right, up on the lake; as ours on the cliff
    const theirs = lake ? [3, 2, 1, 0] : [0, 1, 2, 3];
    const driven = planned(values, world, { gamma: table.gamma, theta: 1e-13 });
    const { V, Q } = driven.run.view();
    const { decisionStates } = gridWorld.create(parsed(gridWorld.params, world)).model ?? {
      decisionStates: [],
    };
    expect(decisionStates.length).toBeGreaterThan(10);
    for (const s of decisionStates) {
      expect(Math.abs(V[s] - table.V[s])).toBeLessThan(1e-9);
      for (let a = 0; a < 4; a++) expect(Math.abs(Q[s * 4 + a] - table.Q[s][theirs[a]])).toBeLessThan(1e-9);
    }
  });

  function frozenLake(layout: string[], slippery: boolean) {
    const rows = layout.map((row) => row.replaceAll("F", ".").replace(/[HG]/g, "T"));
    const goal = layout.findIndex((row) => row.includes("G"));
    const cells = { [`${goal},${layout[goal].indexOf("G")}`]: { reward: 1 } };
    return { rows, cells, stepReward: 0, noise: slippery ? 2 / 3 : 0 };
  }

  function cliffWalking() {
    const cliff = Array.from({ length: 10 }, (_, i) => [`3,${i + 1}`, { reward: -99, restart: true }]);
    return {
      rows: ["............", "............", "............", "S..........T"],
      cells: Object.fromEntries(cliff),
    };
  }
});

describe("shortest ways (Sutton & Barto, examples 6.5 and 8.1)", () => {
  const windy = {
    rows: ["..........", "..........", "..........", "S......T..", "..........", "..........", ".........."],
    wind: [0, 0, 0, 1, 1, 1, 2, 2, 1, 0],
  };
  const dynaMaze = { rows: [".......#T", "..#....#.", "S.#....#.", "..#......", ".....#...", "........."] };

  it.each([
    ["windy grid world", windy, 30, 15],
    ["Dyna maze", dynaMaze, 18, 14],
  ])("%s", (_, world, startCell, moves) => {
    const { V } = planned(values, world, {}).run.view();
    expect(V[startCell]).toBe(-moves);
  });
});
