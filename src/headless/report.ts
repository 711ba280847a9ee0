import type { AlgoSpec, Clock, TabularView } from "../core/algo";
import { epsilonGreedyPolicy } from "../core/greedy";
import type { Evaluation, Gaze } from "../core/glimpse";
import type { Scenario } from "../core/scenario";
import { toJson } from "../scenario/schema";
import type { Finished } from "./run";

/** The command's answer. */
export interface Report {
  scenario: unknown;
  seed: number;
  clock: Pick<Clock, "ticks" | "sweeps" | "episodes" | "steps"> & { updates?: number };
  /** One value a sweep, an episode or a gradient step. */
  metrics: Record<string, number[]>;
  result: TableResult | NetworkResult | TestResult;
  /** Why the run ended. */
  outcome: string;
  fingerprint: string | null;
}

/** Tables are [row][column], null for walls. */
interface TableResult {
  V: (number | null)[][];
  /** Up, right, down, left. */
  Q: (number[] | null)[][];
  /** π(a|s) in the same order: the evaluated policy, or the greedy one with equal shares for ties. */
  policy: (number[] | null)[][];
}

interface NetworkResult {
  /** Of every training episode. */
  returns: number[];
  /** Mean return of the greedy policy in its last test; null before the first. */
  greedyMean: number | null;
  /** Episodes of that test: fewer than 100 where it was broken off, as it could no longer be passed. */
  greedyEpisodes: number | null;
  /** The environment step at which a test was first passed. */
  solvedAtStep: number | null;
  wallSeconds: number;
  backend: string | null;
}

/** Of a test on held-out images. */
interface TestResult {
  /** Per cent that were answered wrongly, each looked at once. */
  testError: number;
  /** Images tested. */
  n: number;
  glimpses: number;
  /** How the eye was moved. */
  gaze: Gaze;
  wallSeconds: number;
  backend: string | null;
}

export function report(
  scenario: Scenario,
  spec: Pick<AlgoSpec<never>, "family">,
  finished: Finished,
): Report {
  const { frame } = finished;
  const { ticks, sweeps, episodes, steps, updates } = frame.clock;
  const metrics = Object.fromEntries([...finished.metrics].map(([name, { mean }]) => [name, mean]));
  return {
    scenario: toJson(scenario),
    seed: scenario.seed,
    clock: { ticks, sweeps, episodes, steps, ...(frame.network && { updates }) },
    metrics,
    result: resultOf(scenario, spec, finished, metrics.return ?? []),
    outcome: frame.outcome?.says ?? "",
    fingerprint: frame.fingerprint,
  };
}

function resultOf(
  { env }: Scenario,
  spec: Pick<AlgoSpec<never>, "family">,
  finished: Finished,
  returns: number[],
): Report["result"] {
  const { evaluation, frame } = finished;
  if (frame.view) return tableResult(env.params.rows as readonly string[], spec, frame.view);
  return evaluation
    ? testResult(finished, evaluation, env.params.glimpses as number)
    : networkResult(finished, returns);
}

function testResult(
  { wallSeconds, backend }: Finished,
  { wrong, count, gaze }: Evaluation,
  glimpses: number,
): TestResult {
  const testError = (100 * wrong) / count;
  return { testError, n: count, glimpses, gaze, wallSeconds, backend: backend?.name ?? null };
}

function networkResult({ frame, wallSeconds, backend }: Finished, returns: number[]): NetworkResult {
  return {
    returns,
    greedyMean: frame.network?.test?.mean ?? null,
    greedyEpisodes: frame.network?.test?.episodes ?? null,
    solvedAtStep: frame.network?.solvedAt ?? null,
    wallSeconds,
    backend: backend?.name ?? null,
  };
}

function tableResult(
  rows: readonly string[],
  { family }: Pick<AlgoSpec<never>, "family">,
  { Q, V, policy: behaviour }: TabularView,
): TableResult {
  const nActions = Q.length / V.length;
  const policy = family === "planning" ? behaviour : greedyPolicy(behaviour, Q, V.length, nActions);
  const perAction = (table: Float64Array) => (s: number) =>
    Array.from(table.subarray(s * nActions, (s + 1) * nActions));
  return {
    V: overCells(rows, (s) => V[s]),
    Q: overCells(rows, perAction(Q)),
    policy: overCells(rows, perAction(policy)),
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
