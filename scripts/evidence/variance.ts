import { median } from "../../src/scenario/evidence";
import { presetById, presetScenario } from "../../src/scenario/presets";
import type { VarianceReport } from "../../src/core/variance";
import { NEVER } from "../../src/engine/goals";
import { Simulation } from "../../src/engine/simulation";
import { nodeHost } from "../../src/headless/node-host";
import { table } from "./table";

const PRESET = "cart-pole-reinforce-baseline";
const SEEDS = [1, 2, 3, 4, 5];
const WHEN: readonly { name: string; isThere(sim: Simulation): boolean }[] = [
  { name: "fresh policy", isThere: () => true },
  { name: "after update 8", isThere: ({ clock }) => clock.updates >= 8 },
  { name: "solved", isThere: ({ clock }) => clock.solves > 0 },
];

/**
 * The variance microscope's figures for REINFORCE as it learns: a row for each setting, the median over the seeds of
 * the variance of its gradient estimates, divided by the squared length of the gradient they estimate.
 */
export async function varianceTable(): Promise<string> {
  const found = new Map<string, number[][]>();
  for (const seed of SEEDS) {
    const reports = await reportsOf(seed);
    for (const [at, { settings }] of reports.entries()) {
      for (const { label, variance } of settings) {
        const row = found.get(label) ?? WHEN.map(() => []);
        row[at].push(variance);
        found.set(label, row);
      }
    }
    console.error(`gradient variance, seed ${seed}: done`);
  }
  const cell = (values: readonly number[]) => (values.length === 0 ? "–" : median(values).toPrecision(2));
  return table(
    ["what an action is credited with", ...WHEN.map(({ name }) => name)],
    [...found].map(([label, row]) => [label, ...row.map(cell)]),
  );
}

async function reportsOf(seed: number): Promise<VarianceReport[]> {
  const preset = presetById(PRESET);
  if (!preset) throw new Error(`There is no preset called ${PRESET}.`);
  await nodeHost(() => undefined).openBackend("wasm");
  const sim = await Simulation.create(
    { ...presetScenario(preset), seed },
    { metricPoints: 1024, history: false },
  );
  const reports: VarianceReport[] = [];
  for (const { isThere } of WHEN) {
    while (sim.owes || !isThere(sim)) {
      sim.runTicks(1, NEVER);
      if (sim.waiting) await sim.waiting;
    }
    const work = sim.network?.variance?.();
    if (!work) throw new Error("It has no variance microscope.");
    let portion = work.next();
    for (; !portion.done; portion = work.next()) {
      if (typeof portion.value !== "number") await portion.value.until;
    }
    reports.push(portion.value);
  }
  sim.dispose();
  return reports;
}
