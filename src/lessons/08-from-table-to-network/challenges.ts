import type { Challenge } from "../challenge";
import { caveTable, dqn } from "./runs";

/** Pairs of the cave: 1,513 cells with a decision, four moves each. */
const PAIRS = 6052;
const SHARE = 0.9;

const INPUTS = 4;
const ACTIONS = 2;
const MOST_WEIGHTS = 2500;
const GOOD = 300;

export const challenges: readonly Challenge[] = [
  {
    id: "fill-the-table",
    title: "Fill the table",
    task: [
      "With 20,000 steps in the cave the agent tries 2,661 of the 6,052 pairs of a cell and a move. Find a setting with which it tries at least 90 % of them in as many steps, for each of three seeds.",
      "You may change $\\epsilon$, the step size, and the longest episode (under “All settings”). Why does the agent know the far end of the cave so badly?",
    ],
    start: {
      ...caveTable,
      stop: { ticks: 20_000 },
      view: { granularity: "episode", layers: ["visits", "agent"] },
    },
    free: ["algo.epsilon", "algo.alpha", "env.maxSteps"],
    seeds: [0, 1, 2],
    seconds: 2,
    measure: ({ view }) => [view?.visits?.filter((count) => count > 0).length ?? 0],
    tolerance: 0,
    judge: (runs) => ({
      passed: runs.every(([tried]) => tried >= SHARE * PAIRS),
      measured: `Of 6,052 pairs were tried, seed by seed: ${runs.map(([tried]) => tried).join(", ")}.`,
      needed: "At least 5,447 are needed, for each seed.",
    }),
    solution: { "env.maxSteps": 20_000 },
    wrong: { "algo.epsilon": 1 },
  },
  {
    id: "few-weights",
    title: "Half the weights",
    task: [
      "The tuned network has 4,610 weights. Find a shape (hidden layers, units, activation, all under “All settings”) with at most 2,500 weights whose greedy policy still holds the pole for 300 steps in the last test, after 12,000 steps of learning, for both of two seeds. A run that passes the test of 475 sooner counts as well.",
      "Judging takes a few seconds a seed.",
    ],
    start: { ...dqn, stop: { ticks: 12_000, solved: true }, view: { granularity: "episode", figure: "run" } },
    free: ["algo.hiddenLayers", "algo.units", "algo.activation"],
    seeds: [1, 2],
    seconds: 8,
    measure: ({ network }, { algo }) => [weightsOf(algo.params), network?.test?.mean ?? 0],
    // Judged on WebAssembly, which computes these networks alike on every machine.
    tolerance: 0,
    judge: (runs) => ({
      passed: runs.every(([weights, mean]) => weights <= MOST_WEIGHTS && mean >= GOOD),
      measured: `With ${runs[0][0]} weights the last tests have means of ${runs.map(([, mean]) => mean).join(" and ")} steps.`,
      needed: `At most ${MOST_WEIGHTS} weights and at least ${GOOD} steps in each are needed.`,
    }),
    solution: { "algo.hiddenLayers": 3, "algo.units": 32 },
    wrong: { "algo.units": 16 },
  },
];

/** Weights and biases of a network of this shape. */
function weightsOf(params: Readonly<Record<string, unknown>>): number {
  const { hiddenLayers, units } = params as { hiddenLayers: number; units: number };
  return (INPUTS + 1) * units + (hiddenLayers - 1) * (units + 1) * units + (units + 1) * ACTIONS;
}
