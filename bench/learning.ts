import { algoSpec } from "../src/algos";
import { zeroClock, type RunContext } from "../src/core/algo";
import { defaultsOf } from "../src/core/params";
import { streamsOf } from "../src/core/streams";
import { loadAlgorithm } from "../src/engine/loaders";
import { envSpec } from "../src/envs";

/*
 * Environment steps a second of every learner, with all their updates, stepped in blocks through the same protocol as
 * the trainer's: the best and the median of several short windows, by this process's own processor time, so that other work on
 * the machine counts little. `npx tsx bench/learning.ts [algorithm id …]`
 */

const empty = (columns: number) => ".".repeat(columns);
const maps: Record<string, object> = {
  "4×12 cliff": {
    rows: [empty(12), empty(12), empty(12), `S${".".repeat(10)}T`],
    cells: Object.fromEntries(
      Array.from({ length: 10 }, (_, i) => [`3,${i + 1}`, { reward: -99, restart: true }]),
    ),
  },
  "10×10": { rows: [`S${empty(9)}`, ...Array<string>(8).fill(empty(10)), `${empty(9)}T`] },
};
const learners = [
  "q-learning",
  "sarsa",
  "expected-sarsa",
  "double-q-learning",
  "monte-carlo",
  "sarsa-lambda",
  "watkins-q-lambda",
  "dyna-q",
];

const BLOCK = 1000;
const WINDOW = 200; // ms
const WINDOWS = 10; // after as many for warming up

async function stepsPerSecond(id: string, map: object): Promise<{ best: number; median: number }> {
  const spec = algoSpec(id);
  const gridWorld = envSpec("grid-world");
  if (!spec || !gridWorld) throw new Error(`There is no algorithm called ${id}.`);
  const start = await loadAlgorithm(id);
  const context: RunContext<Record<string, unknown>> = {
    env: gridWorld.create({ ...defaultsOf(gridWorld.params), ...map }),
    params: structuredClone(defaultsOf(spec.params)),
    streams: streamsOf(1),
    clock: zeroClock(),
    pace: { fine: false, until: 0 },
    log: () => undefined,
  };
  const { steps } = start(context);
  const runFor = (ms: number) => {
    const from = performance.now();
    const cpu = process.cpuUsage();
    const before = context.clock.steps;
    while (performance.now() - from < ms) for (let i = 0; i < BLOCK; i++) steps.next();
    return ((context.clock.steps - before) / process.cpuUsage(cpu).user) * 1e6;
  };
  const windows = () => Array.from({ length: WINDOWS }, () => runFor(WINDOW)).toSorted((a, b) => a - b);
  windows();
  const rates = windows();
  return { best: rates[WINDOWS - 1], median: rates[WINDOWS / 2] };
}

const chosen = process.argv.slice(2);
for (const id of chosen.length > 0 ? chosen : learners) {
  for (const [name, map] of Object.entries(maps)) {
    const { best, median } = await stepsPerSecond(id, map);
    const figures = `${(best / 1e6).toFixed(1).padStart(5)} (median ${(median / 1e6).toFixed(1)})`;
    console.log(`${id.padEnd(18)} ${name.padEnd(11)} ${figures} million steps/s`);
  }
}
