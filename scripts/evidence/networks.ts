import { readFileSync, writeFileSync } from "node:fs";
import { algoSpec } from "../../src/algos";
import { decodeLink } from "../../src/scenario/link";
import { presets, presetScenario } from "../../src/scenario/presets";
import type { Evidence, MeasuredRun } from "../../src/scenario/evidence";
import { runToEnd } from "../../src/headless/run";
import type { Scenario } from "../../src/core/scenario";
import { CHECKPOINT_FORM } from "../../src/engine/client-saved-run";
import { merged } from "./merge";

const RECORD = new URL("../../src/scenario/evidence/recorded.json", import.meta.url);

/**
 * Presets with a setting changed, of which the notice beside the preset tells what comes of it. DQN without replay also
 * has smaller minibatches than the tuned one and does not stop at a passed test: its control has both, and the memory.
 */
const CONTROLS = [
  "cart-pole-reinforce-whole?normalise=true",
  "cart-pole-actor-critic-td?criticSteps=1",
  "cart-pole-no-replay?replay=true",
];

/** All that is to be recorded: every preset that trains a network from nothing, and the controls. */
export const measured: readonly string[] = [
  ...presets
    .filter((preset) => {
      const { id, params } = presetScenario(preset).algo;
      return algoSpec(id)?.network && (params.weights ?? "fresh") === "fresh";
    })
    .map(({ id }) => id),
  ...CONTROLS,
];

/**
 * Runs a preset, or what a short link makes of one, until it ends, once for each seed. Every run is recorded as soon as it
 * is measured.
 */
export async function recordRuns(address: string, seeds: readonly number[]): Promise<void> {
  const scenario = decodeLink(`#${address}`);
  if (!scenario.ok) throw new Error(scenario.error);
  for (const seed of seeds) {
    const { run, backend } = await measure({ ...scenario.value, seed });
    const date = new Date().toISOString().slice(0, 10);
    keep({ preset: address, date, backend, form: CHECKPOINT_FORM, runs: [run] });
    console.error(`${address} seed ${seed}: ${JSON.stringify(run)}`);
  }
}

async function measure(scenario: Scenario): Promise<{ run: MeasuredRun; backend: string }> {
  const { frame, wallSeconds, backend } = await runToEnd(scenario);
  const { network, clock, outcome } = frame;
  return {
    backend: backend?.name ?? "",
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
  const text = merged(readRecord(), entry).map(
    ({ runs, ...rest }) =>
      `  ${JSON.stringify(rest).slice(0, -1)},"runs":[\n${runs.map((run) => `    ${JSON.stringify(run)}`).join(",\n")}\n  ]}`,
  );
  writeFileSync(RECORD, `[\n${text.join(",\n")}\n]\n`);
}
