import { modelOf } from "../../src/core/algo";
import { gridWorld } from "../../src/envs/grid-world/env";
import type { GridWorldParams } from "../../src/envs/grid-world/params";
import { defaultsOf } from "../../src/core/params";
import { presetById } from "../../src/scenario/presets";
import { greedyMoves, greedyOptimality, meanFrom, meanOf, optimalQ, runSeeds } from "./measure";

/** A claim about learning, and what was measured. */
export interface Row {
  what: string;
  settings: string;
  /** The figure to be met, and where it comes from. */
  reference: string;
  measured: string;
  /** null: told for information, nothing is promised. */
  holds: boolean | null;
}

const SEEDS = 20;

/** The world of a preset, with some parameters changed. */
function world(preset: string, changes: Partial<GridWorldParams> = {}) {
  const params = presetById(preset)?.scenario.env.params;
  if (!params) throw new Error(`There is no preset called ${preset}.`);
  const env = gridWorld.create({ ...defaultsOf(gridWorld.params), ...params, ...changes });
  return { env, model: modelOf(env) };
}

const settingsOf = (params: Record<string, unknown>, episodes: number): string =>
  [...Object.entries(params).map(([name, value]) => `${name} ${String(value)}`), `${episodes} episodes`].join(
    ", ",
  );

/** Mean and standard error over the seeds. */
const text = ({ mean, error }: { mean: number; error: number }): string =>
  `${mean.toFixed(1)} ± ${error.toFixed(1)}`;

/** Reward per episode while learning, over the last 100 of 500 episodes, against the value of example 6.6. */
async function cliff(algo: string, expected: number): Promise<Row> {
  const params = { gamma: 1, alpha: 0.5, epsilon: 0.1 };
  const runs = await runSeeds({ env: world("cliff-walking").env, algo, params, episodes: 500 }, SEEDS);
  const result = meanOf(runs.map(({ logs }) => meanFrom(logs.return, 400)));
  return {
    what: `Cliff walking, ${algo}: reward an episode, last 100`,
    settings: settingsOf(params, 500),
    reference: `${expected} within 5 (Sutton & Barto, example 6.6)`,
    measured: text(result),
    holds: Math.abs(result.mean - expected) <= 5,
  };
}

/** Seeds in which the greedy path after SARSA takes the 15 moves of example 6.5. */
async function windy(alpha: number, episodes: number, promised: boolean): Promise<Row> {
  const { env, model } = world("windy");
  const params = { gamma: 1, alpha, epsilon: 0.1 };
  const runs = await runSeeds({ env, algo: "sarsa", params, episodes }, SEEDS);
  const shortest = runs.filter(({ run }) => greedyMoves(model, run.view().Q) === 15).length;
  return {
    what: "Windy grid, SARSA: greedy path of 15 moves",
    settings: settingsOf(params, episodes),
    reference: promised ? "19 of 20 seeds (Sutton & Barto, example 6.5)" : "the book's step size",
    measured: `${shortest} of ${SEEDS}`,
    holds: promised ? shortest >= 19 : null,
  };
}

/** Steps of the third episode, the book's figure 8.2, for several numbers of planning steps. */
async function dyna(): Promise<Row[]> {
  const { env, model } = world("dyna-maze");
  const seeds = 30; // as in the book
  const rows: Row[] = [];
  for (const planningSteps of [0, 5, 50]) {
    const params = { gamma: 0.95, alpha: 0.1, epsilon: 0.1, planningSteps };
    const runs = await runSeeds({ env, algo: "dyna-q", params, episodes: 50 }, seeds);
    const third = meanOf(runs.map(({ logs }) => logs.length[2]));
    const moves = meanOf(runs.map(({ run }) => greedyMoves(model, run.view().Q)));
    rows.push({
      what: "Dyna maze, Dyna-Q: steps of episode 3; greedy path after 50",
      settings: `${settingsOf(params, 50)}, ${seeds} seeds`,
      reference: planningSteps === 50 ? "below 20 by episode 3; optimal 14 (figure 8.2)" : "many more",
      measured: `${text(third)}; ${text(moves)} moves`,
      holds: planningSteps === 50 ? third.mean < 20 && moves.mean < 15 : third.mean > 30,
    });
  }
  const optimal = greedyMoves(model, optimalQ(model, 0.95));
  rows.push({
    what: "Dyna maze: optimal path, by planning",
    settings: "gamma 0.95",
    reference: "14 moves (example 8.1)",
    measured: `${optimal} moves`,
    holds: optimal === 14,
  });
  return rows;
}

/** Seeds in which all greedy actions met on the way from every start are optimal; in brackets, in every state. */
async function qLearning(
  preset: string,
  episodes: number,
  params: { gamma: number; epsilon?: number; initialQ?: number },
  changes?: Partial<GridWorldParams>,
): Promise<Row> {
  const { env, model } = world(preset, changes);
  const all = { alpha: 0.5, epsilon: 0.1, ...params };
  const best = optimalQ(model, params.gamma);
  const runs = await runSeeds({ env, algo: "q-learning", params: all, episodes }, SEEDS);
  const found = runs.map(({ run }) => greedyOptimality(model, run.view().Q, best));
  const onTheWay = found.filter((result) => result.onTheWay).length;
  const everywhere = found.filter((result) => result.everywhere).length;
  return {
    what: `Q-learning, ${preset}${changes ? `, ${settingsOf(changes, 0).replace(/, 0 episodes$/, "")}` : ""}: optimal greedy policy`,
    settings: settingsOf(all, episodes),
    reference: "19 of 20 seeds",
    measured: `${onTheWay} of ${SEEDS} (everywhere: ${everywhere})`,
    holds: onTheWay >= 19,
  };
}

/** Largest error of V over the 14 states, after averaging the returns of the random policy. */
async function monteCarlo(): Promise<Row> {
  const params = { gamma: 1, epsilon: 1, alphaSchedule: "one-over-n" };
  const { env, model } = world("sutton-barto-4x4", { maxSteps: 100_000 });
  const exact = [0, -14, -20, -22, -14, -18, -20, -20, -20, -20, -18, -14, -22, -20, -14, 0];
  const runs = await runSeeds({ env, algo: "monte-carlo", params, episodes: 10_000 }, SEEDS);
  const errors = runs.map(({ run }) => {
    const { Q } = run.view();
    const V = (s: number) => Q.subarray(s * 4, s * 4 + 4).reduce((sum, q) => sum + q / 4, 0);
    return Math.max(...Array.from(model.decisionStates, (s) => Math.abs(V(s) - exact[s])));
  });
  return {
    what: "4×4 grid, Monte Carlo of the random policy: largest error of V",
    settings: settingsOf(params, 10_000),
    reference: "below 1.5 in every seed (values of figure 4.1)",
    measured: `mean ${meanOf(errors).mean.toFixed(2)}, worst ${Math.max(...errors).toFixed(2)}`,
    holds: Math.max(...errors) < 1.5,
  };
}

/** Measures every row; a few seconds. */
export async function measureAll(): Promise<Row[]> {
  return [
    await cliff("q-learning", -50),
    await cliff("sarsa", -27),
    await windy(0.1, 2000, true),
    await windy(0.5, 500, false),
    ...(await dyna()),
    await qLearning("lecture-grid", 1000, { gamma: 1 }),
    await qLearning("lecture-maze", 200, { gamma: 1 }),
    await qLearning("sutton-barto-5x5", 20, { gamma: 0.9, epsilon: 1 }),
    await qLearning("cliff-walking", 200, { gamma: 1 }),
    await qLearning("windy", 500, { gamma: 1 }),
    await qLearning("dyna-maze", 200, { gamma: 0.95, initialQ: 1 }),
    await qLearning("frozen-lake-4x4", 200, { gamma: 0.99, initialQ: 1 }, { noise: 0 }),
    await qLearning("large-cave", 6000, { gamma: 1 }),
    await qLearning("blank", 1000, { gamma: 1 }),
    await monteCarlo(),
  ];
}
