import { describe, expect, it } from "vitest";
import type { AlgoId } from "../../algos";
import { runToEnd } from "../../headless/run";
import { findPython, presetWith, runScripts, scriptOf } from "../../../scripts/code/run-python";

const python = findPython("numpy");

/** Settings in which a mistake shows: schedules, both kinds of traces, optimism, noise. */
const CASES: readonly { algo: AlgoId; params?: Readonly<Record<string, unknown>> }[] = [
  { algo: "q-learning" },
  { algo: "q-learning", params: { epsilonSchedule: "linear", epsilon: 0.5, epsilonEpisodes: 100 } },
  { algo: "sarsa" },
  { algo: "expected-sarsa", params: { epsilon: 0.3 } },
  { algo: "double-q-learning", params: { alphaSchedule: "one-over-n", initialQ: -5 } },
  { algo: "sarsa-lambda", params: { alpha: 0.1, lambda: 0.8 } },
  { algo: "sarsa-lambda", params: { alpha: 0.05, lambda: 0.5, traces: "accumulating" } },
  { algo: "watkins-q-lambda", params: { alpha: 0.2 } },
  { algo: "dyna-q", params: { planningSteps: 5, alpha: 0.2 } },
  { algo: "monte-carlo", params: { epsilon: 0.2 } },
];

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];
const EPISODES = 120;

/** The cliff, with some slips and an end to every episode. */
const scenarioOf = ({ algo, params }: (typeof CASES)[number], seed: number) =>
  presetWith("cliff-walking", {
    env: { maxSteps: 100, noise: 0.1 },
    algo,
    params: { gamma: 1, alpha: 0.5, epsilon: 0.1, ...params },
    stop: { episodes: EPISODES },
    seed,
  });

const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, x) => sum + x, 0) / values.length;
const variance = (values: readonly number[]) =>
  values.reduce((sum, x) => sum + (x - mean(values)) ** 2, 0) / (values.length - 1);

/** How far two samples' means are apart, in standard errors (Welch's t). */
function welch(a: readonly number[], b: readonly number[]): number {
  const error = Math.sqrt(variance(a) / a.length + variance(b) / b.length);
  return Math.abs(mean(a) - mean(b)) / Math.max(error, 1e-9);
}

describe.skipIf(!python)("learning in Python", () => {
  it("earns what our runs earn, early and late, over eight seeds", { timeout: 300_000 }, async () => {
    const scenarios = CASES.flatMap((each) => SEEDS.map((seed) => scenarioOf(each, seed)));
    const left = await runScripts(python ?? "", scenarios.map(scriptOf), ["returns", "Q"]);
    for (const [i, { algo, params }] of CASES.entries()) {
      const theirs = left
        .slice(i * SEEDS.length, (i + 1) * SEEDS.length)
        .map(({ returns }) => returns as number[]);
      const ours = await Promise.all(
        SEEDS.map(async (seed) => {
          const { metrics } = await runToEnd(scenarioOf({ algo, ...(params && { params }) }, seed + 100));
          return metrics.get("return")?.mean ?? [];
        }),
      );
      for (const [from, to] of [
        [0, 30],
        [60, EPISODES],
      ]) {
        const [a, b] = [theirs, ours].map((runs) => runs.map((run) => mean(Array.from(run).slice(from, to))));
        const what = `${algo} ${JSON.stringify(params)}, episodes ${from} to ${to}: ${mean(a)}, ours ${mean(b)}`;
        expect(theirs.every(({ length }) => length === EPISODES)).toBe(true);
        expect(welch(a, b), what).toBeLessThan(5);
      }
    }
  });

  it("finds the shortest way through the Dyna maze, with the preset’s parameters", async () => {
    const [{ Q }] = await runScripts(python ?? "", [scriptOf(presetWith("dyna-maze"))], ["Q"]);
    const columns = 9;
    const goal = 8;
    let s = 2 * columns;
    let steps = 0;
    for (; s !== goal && steps < 100; steps++) {
      const values = (Q as number[][])[s];
      s += [-columns, 1, columns, -1][values.indexOf(Math.max(...values))];
    }
    expect(steps).toBe(14);
  });
});
