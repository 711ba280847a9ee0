import { defaultsOf } from "../../core/params";
import { Rng } from "../../core/rng";
import { GridWorld, gridWorld } from "./env";
import type { GridWorldParams } from "./params";

/** Action numbers by name. */
export const UP = 0;
export const RIGHT = 1;
export const DOWN = 2;
export const LEFT = 3;

type Cell = readonly [row: number, column: number];

/** Parameters of a valid world: the defaults (−1 a step, nothing else), the map, and what a test changes. */
export function paramsOf(rows: string[], changes: Partial<GridWorldParams> = {}): GridWorldParams {
  const params = { ...defaultsOf(gridWorld.params), rows, ...changes };
  const wrong = gridWorld.check(params);
  if (wrong.length > 0) throw new Error(wrong.join(" "));
  return params;
}

export function worldOf(rows: string[], changes: Partial<GridWorldParams> = {}): TestWorld {
  return new TestWorld(paramsOf(rows, changes));
}

/** A grid world with cells named by row and column. */
export class TestWorld extends GridWorld {
  private readonly width: number;

  constructor(params: GridWorldParams) {
    super(params);
    this.width = params.rows[0].length;
  }

  cell([row, column]: Cell): number {
    return row * this.width + column;
  }

  /** The model's outcomes of an action as "probability → row,column reward", plus " ends"; likeliest first. */
  outcomes(from: Cell, action: number): string[] {
    const { first, probability, next, reward, ends } = this.model;
    const pair = this.cell(from) * 4 + action;
    const rows = Array.from({ length: first[pair + 1] - first[pair] }, (_, i) => first[pair] + i);
    return rows
      .sort((i, j) => probability[j] - probability[i] || next[i] - next[j])
      .map((i) => `${probability[i]} → ${this.name(next[i])} ${reward[i]}${ends[i] ? " ends" : ""}`);
  }

  /** One step as "row,column reward", plus " ends" (terminated) or " cut" (truncated). */
  walk(from: Cell, action: number, time = 0): string {
    const result = this.step({ cell: this.cell(from), time }, action, Rng.fromSeed(1));
    const how = (result.terminated ? " ends" : "") + (result.truncated ? " cut" : "");
    return `${this.name(result.state.cell)} ${result.reward}${how}`;
  }

  private name(cell: number): string {
    return `${Math.floor(cell / this.width)},${cell % this.width}`;
  }
}
