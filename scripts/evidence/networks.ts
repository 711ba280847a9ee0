import { readFileSync, writeFileSync } from "node:fs";
import { presetById, presetScenario } from "../../src/scenario/presets";
import type { Evidence, MeasuredRun } from "../../src/scenario/evidence";
import { runToEnd } from "../../src/headless/run";
import type { Scenario } from "../../src/core/scenario";

const RECORD = new URL("../../src/scenario/evidence/recorded.json", import.meta.url);

/** Runs a preset until it is solved or comes to its step limit, once for each seed, and records the runs at once. */
export async function recordPreset(id: string, seeds: readonly number[]): Promise<Evidence> {
  const preset = presetById(id);
  if (!preset) throw new Error(`There is no preset called ${id}.`);
  const scenario = presetScenario(preset);
  const runs: MeasuredRun[] = [];
  let backend = "";
  for (const seed of seeds) {
    const { run, name } = await measure({ ...scenario, seed });
    backend = name;
    runs.push(run);
    console.error(`${id} seed ${seed}: ${JSON.stringify(run)}`);
  }
  const entry: Evidence = { preset: id, date: new Date().toISOString().slice(0, 10), backend, runs };
  keep(entry);
  return entry;
}

async function measure(scenario: Scenario): Promise<{ run: MeasuredRun; name: string }> {
  const { frame, wallSeconds, backend } = await runToEnd(scenario);
  const { network, clock, outcome } = frame;
  return {
    name: backend?.name ?? "",
    run: {
      seed: scenario.seed,
      solvedAtStep: network?.solvedAt ?? null,
      steps: clock.steps,
      episodes: clock.episodes,
      updates: clock.updates,
      greedyMean: network?.test?.mean ?? null,
      greedyEpisodes: network?.test?.episodes ?? null,
      wallSeconds: Number(wallSeconds.toPrecision(3)),
      diverged: outcome?.reason === "diverges",
    },
  };
}

/** All that is recorded by now. */
export function readRecord(): Evidence[] {
  return JSON.parse(readFileSync(RECORD, "utf8")) as Evidence[];
}

function keep(entry: Evidence): void {
  const others = readRecord().filter(({ preset }) => preset !== entry.preset);
  const all = [...others, entry].toSorted((a, b) => (a.preset < b.preset ? -1 : 1));
  const text = all.map(
    ({ runs, ...rest }) =>
      `  ${JSON.stringify(rest).slice(0, -1)},"runs":[\n${runs.map((run) => `    ${JSON.stringify(run)}`).join(",\n")}\n  ]}`,
  );
  writeFileSync(RECORD, `[\n${text.join(",\n")}\n]\n`);
}
