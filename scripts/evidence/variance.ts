import { readFileSync, writeFileSync } from "node:fs";
import { median } from "../../src/scenario/evidence";
import { presetById, presetScenario } from "../../src/scenario/presets";
import type { VarianceReport } from "../../src/core/variance";
import { NEVER } from "../../src/engine/goals";
import { Simulation } from "../../src/engine/simulation";
import { nodeHost } from "../../src/headless/node-host";
import { table } from "./table";

const RECORD = new URL("../../src/scenario/evidence/variance.json", import.meta.url);
const PRESET = "cart-pole-reinforce-baseline";
const SEEDS = [1, 2, 3, 4, 5];
const WHEN: readonly { name: string; isThere(sim: Simulation): boolean }[] = [
  { name: "fresh policy", isThere: () => true },
  { name: "after update 8", isThere: ({ clock }) => clock.updates >= 8 },
  { name: "solved", isThere: ({ clock }) => clock.solves > 0 },
];

/** What the variance microscope found in the runs: by when it was asked, and by the label of the setting. */
interface VarianceRecord {
  preset: string;
  date: string;
  runs: { seed: number; variances: Record<string, Record<string, number>> }[];
}

/** Asks the variance microscope as REINFORCE learns, and records the answers. */
export async function recordVariance(): Promise<void> {
  const runs: VarianceRecord["runs"] = [];
  for (const seed of SEEDS) {
    const reports = await reportsOf(seed);
    const variances = reports.map(({ settings }, at) => [
      WHEN[at].name,
      Object.fromEntries(settings.map(({ label, variance }) => [label, Number(variance.toPrecision(6))])),
    ]);
    runs.push({ seed, variances: Object.fromEntries(variances) });
    console.error(`gradient variance, seed ${seed}: done`);
  }
  const date = new Date().toISOString().slice(0, 10);
  const record: VarianceRecord = { preset: PRESET, date, runs };
  writeFileSync(RECORD, `${JSON.stringify(record, null, 2)}\n`);
}

/** A row for each setting: the median over the seeds of the variance of its estimates. */
export function varianceTable(): string {
  const { runs, date } = JSON.parse(readFileSync(RECORD, "utf8")) as VarianceRecord;
  const first = runs[0].variances;
  const when = Object.keys(first);
  const cell = (values: readonly number[]) => median(values).toPrecision(2);
  return table(
    [`what an action is credited with (${date})`, ...when],
    Object.keys(first[when[0]]).map((label) => [
      label,
      ...when.map((at) => cell(runs.map(({ variances }) => variances[at][label]))),
    ]),
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
