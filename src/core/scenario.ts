/** A place in a run: `phase` pauses after the end of tick number `tick`. Comparable, and exact on replay. */
export interface Position {
  tick: number;
  phase: number;
}

/**
 * What was changed while the run went on, from `at` onwards. Whole parameter records, not differences; and a push that
 * the environments were given, of a strength in [−1, 1].
 */
export interface Change {
  at: Position;
  env?: Record<string, unknown>;
  algo?: Record<string, unknown>;
  push?: number;
}

/**
 * When a run pauses by itself: when one of these counts is reached, or when planning has converged. `solved`, alone or
 * beside a count: as soon as the greedy policy passes its test.
 */
export interface Stop {
  ticks?: number;
  sweeps?: number;
  episodes?: number;
  converged?: true;
  solved?: true;
}

/** One experiment, complete: parameters are all present and valid. The JSON form omits defaults (docs/scenario.md). */
export interface Scenario {
  v: 1;
  title?: string;
  env: { id: string; params: Record<string, unknown> };
  algo: { id: string; params: Record<string, unknown> };
  /** Integer in [0, 2^32). */
  seed: number;
  /** What the page shows; never changes a result. */
  view?: View;
  stop?: Stop;
  /** Names of controls the author fixed, e.g. "algo.gamma", "editor"; their meaning is in scenario/locks. */
  locks?: string[];
  notes?: string;
  /** Live changes of parameters, in order of time; several at one place are made one after the other. */
  changes?: Change[];
}

export interface View {
  /** Layers of the figure that are switched on. */
  layers?: string[];
  /** The state and action whose equation is open. */
  selected?: { state: number; action?: number };
  /** Where the run is paused. */
  at?: Position;
  /** Which figure is shown: the run, or one of the side-by-side comparisons. */
  figure?: string;
  /** Step size on the transport. */
  granularity?: string;
}

export const START: Position = { tick: 0, phase: 0 };

export function isBefore(a: Position, b: Position): boolean {
  return a.tick < b.tick || (a.tick === b.tick && a.phase < b.phase);
}

/** Whether two pieces of a scenario are equal: plain data with its keys in one order. */
export function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
