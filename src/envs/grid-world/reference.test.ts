import { describe, expect, it } from "vitest";
import type { FiniteMdp } from "../../core/finite-mdp";
import { DOWN, LEFT, paramsOf, RIGHT, UP } from "./test-tools";
import { GridWorld } from "./env";
import type { Cells } from "./map";
import type { GridWorldParams } from "./params";
import tabular from "./reference/tabular.json";

/*
 * Transition tables, V* and Q* of Gymnasium's FrozenLake and CliffWalking, dumped from Gymnasium
 * (the field `source` of reference/tabular.json says how), against the same worlds
 * built from their layouts.
 *
 * What is compared: every non-terminal state and every action. That includes the cells of the cliff, which no
 * agent ever stands on (it is moved back at once): both tables say what would happen there, and they agree.
 * What is not: terminal states. Gymnasium lists rows for them (FrozenLake: stay, reward 0; CliffWalking's goal:
 * as if the agent could walk on), we list none, since the episode is over. So for terminals we check that ours
 * has no outcomes, and V and Q are compared there for FrozenLake (0 in both) but not for CliffWalking's goal.
 */

type Outcome = [probability: number, next: number, reward: number, terminated: boolean];

interface Table {
  name: string;
  gamma: number;
  nStates: number;
  layout: string[] | null;
  transitions: Record<string, Record<string, Outcome[]>>;
  V: number[];
  Q: number[][];
}

const tables = tabular.tables as unknown as Table[];

/** Our action for each of the file's. FrozenLake counts left, down, right, up; CliffWalking as we do. */
const FROZEN_LAKE_ACTIONS = [LEFT, DOWN, RIGHT, UP];
const CLIFF_ACTIONS = [UP, RIGHT, DOWN, LEFT];

/** F frozen and H hole become floor and terminal; G is a terminal worth 1; slippery: a third for each of three ways. */
function frozenLake(layout: string[], slippery: boolean): GridWorldParams {
  const rows = layout.map((row) => row.replace(/[FHG]/g, (letter) => (letter === "F" ? "." : "T")));
  const row = layout.findIndex((letters) => letters.includes("G"));
  const cells: Cells = { [`${row},${layout[row].indexOf("G")}`]: { reward: 1 } };
  return paramsOf(rows, { stepReward: 0, noise: slippery ? 2 / 3 : 0, cells });
}

/** 4×12, start and goal in the bottom corners; between them the cliff: −1 − 99, and back to the start. */
function cliffWalking(): GridWorldParams {
  const cells: Cells = Object.fromEntries(
    Array.from({ length: 10 }, (_, i) => [`3,${i + 1}`, { reward: -99, restart: true as const }]),
  );
  return paramsOf([".".repeat(12), ".".repeat(12), ".".repeat(12), `S${".".repeat(10)}T`], { cells });
}

/** The outcomes of a pair added up by (next, reward, ends), in one order: comparable across tables. */
function aggregated(outcomes: Outcome[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [probability, next, reward, ends] of outcomes) {
    const key = `${next} ${reward} ${ends}`;
    sums.set(key, (sums.get(key) ?? 0) + probability);
  }
  return new Map([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function outcomesOf({ first, probability, next, reward, ends }: FiniteMdp, s: number, a: number): Outcome[] {
  const rows = Array.from(
    { length: first[s * 4 + a + 1] - first[s * 4 + a] },
    (_, i) => first[s * 4 + a] + i,
  );
  return rows.map((i) => [probability[i], next[i], reward[i], ends[i] === 1]);
}

/** Q* by value iteration in place, until a sweep changes nothing by more than 1e-14. Rows by state, our actions. */
function solve(model: FiniteMdp, gamma: number): number[][] {
  const Q = Array.from({ length: model.nStates }, () => [0, 0, 0, 0]);
  let change = Infinity;
  for (let sweep = 0; change > 1e-14 && sweep < 10_000; sweep++) {
    change = 0;
    for (const [s, row] of Q.entries()) {
      for (let a = 0; a < 4; a++) {
        let value = 0;
        for (const [probability, next, reward, ends] of outcomesOf(model, s, a)) {
          value += probability * (reward + (ends ? 0 : gamma * Math.max(...Q[next])));
        }
        change = Math.max(change, Math.abs(value - row[a]));
        row[a] = value;
      }
    }
  }
  return Q;
}

const cases = tables.map((table) => {
  const isLake = table.layout !== null;
  const params = table.layout
    ? frozenLake(table.layout, table.name.endsWith("slippery=True"))
    : cliffWalking();
  return { name: table.name, table, isLake, params, actions: isLake ? FROZEN_LAKE_ACTIONS : CLIFF_ACTIONS };
});

it("the file holds the five tables", () => {
  expect(cases.map((c) => c.name)).toEqual([
    "FrozenLake 4x4 slippery=False",
    "FrozenLake 4x4 slippery=True",
    "FrozenLake 8x8 slippery=False",
    "FrozenLake 8x8 slippery=True",
    "CliffWalking",
  ]);
});

describe.each(cases)("$name", ({ table, params, actions, isLake }) => {
  const { model } = new GridWorld(params);
  const isTerminal = (s: number) => params.rows.join("")[s] === "T";

  it("has the same transitions, rewards and endings", () => {
    expect(model.nStates).toBe(table.nStates);
    for (let s = 0; s < model.nStates; s++) {
      for (const [theirs, ours] of actions.entries()) {
        const mine = outcomesOf(model, s, ours);
        if (isTerminal(s)) {
          expect(mine).toEqual([]);
          continue;
        }
        const expected = aggregated(table.transitions[s][theirs]);
        const actual = aggregated(mine);
        expect([...actual.keys()]).toEqual([...expected.keys()]);
        for (const [key, probability] of expected) {
          expect(Math.abs((actual.get(key) ?? 0) - probability)).toBeLessThan(1e-12);
        }
      }
    }
  });

  it("has the same V* and Q* to 1e-9", () => {
    const Q = solve(model, table.gamma);
    for (let s = 0; s < model.nStates; s++) {
      if (isTerminal(s) && !isLake) continue;
      expect(Math.abs(Math.max(...Q[s]) - table.V[s])).toBeLessThan(1e-9);
      for (const [theirs, ours] of actions.entries()) {
        expect(Math.abs(Q[s][ours] - table.Q[s][theirs])).toBeLessThan(1e-9);
      }
    }
  });
});
