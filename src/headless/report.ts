import type { AlgoSpec } from "../core/algo";
import { epsilonGreedyPolicy } from "../core/greedy";
import type { Scenario } from "../core/scenario";
import { toJson } from "../scenario/schema";
import type { Finished } from "./run";

/** The command's answer; tables are [row][column], null for walls. */
export interface Report {
  scenario: unknown;
  seed: number;
  clock: { ticks: number; sweeps: number; episodes: number; steps: number };
  /** One value a sweep or an episode. */
  metrics: Record<string, number[]>;
  result: {
    V: (number | null)[][];
    /** Up, right, down, left. */
    Q: (number[] | null)[][];
    /** π(a|s) in the same order: the evaluated policy, or the greedy one with equal shares for ties. */
    policy: (number[] | null)[][];
  };
  /** Why the run ended. */
  outcome: string;
  fingerprint: string | null;
}

export function report(
  scenario: Scenario,
  spec: Pick<AlgoSpec<never>, "family">,
  { frame, metrics }: Finished,
): Report {
  const rows = scenario.env.params.rows as readonly string[];
  const { ticks, sweeps, episodes, steps } = frame.clock;
  const { Q, V } = frame.view;
  const nActions = Q.length / V.length;
  const policy =
    spec.family === "planning" ? frame.view.policy : greedyPolicy(frame.view.policy, Q, V.length, nActions);
  const perAction = (table: Float64Array) => (s: number) =>
    Array.from(table.subarray(s * nActions, (s + 1) * nActions));
  return {
    scenario: toJson(scenario),
    seed: scenario.seed,
    clock: { ticks, sweeps, episodes, steps },
    metrics: Object.fromEntries([...metrics].map(([name, series]) => [name, series.mean])),
    result: {
      V: overCells(rows, (s) => V[s]),
      Q: overCells(rows, perAction(Q)),
      policy: overCells(rows, perAction(policy)),
    },
    outcome: frame.outcome?.says ?? "",
    fingerprint: frame.fingerprint,
  };
}

function overCells<T>(rows: readonly string[], value: (s: number) => T): (T | null)[][] {
  return rows.map((row, r) =>
    Array.from(row, (letter, c) => (letter === "#" ? null : value(r * row.length + c))),
  );
}

/** Greedy where the behaviour acts at all. */
function greedyPolicy(
  behaviour: Float64Array,
  Q: Float64Array,
  nStates: number,
  nActions: number,
): Float64Array {
  const states = Array.from({ length: nStates }, (_, s) => s);
  const acts = (s: number) => behaviour.subarray(s * nActions, (s + 1) * nActions).some((p) => p > 0);
  return epsilonGreedyPolicy({ nStates, nActions, decisionStates: Int32Array.from(states.filter(acts)) }, Q);
}
