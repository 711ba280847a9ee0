import { writeFileSync } from "node:fs";
import type { Look } from "../core/network-run";
import type { Scenario } from "../core/scenario";
import { algoSpec } from "../algos";
import { exportWeights } from "../nn/weights-file";
import type { Finished } from "./run";

/** What a run has to show for its weights to be saved. */
export const WEIGHTS: Look = { networks: true };

/** Whether a run of this scenario can show them. */
export function hasWeights({ algo }: Scenario): boolean {
  return algoSpec(algo.id)?.network?.sights.includes("networks") ?? false;
}

/** Writes the weights that a run has ended with as a safetensors file. */
export function saveWeights(file: string, { algo }: Scenario, { frame }: Finished): void {
  const bytes = exportWeights(frame.sight?.networks ?? [], String(algo.params.activation));
  try {
    writeFileSync(file, bytes);
  } catch {
    throw new Error(`The weights could not be written to ${file}.`);
  }
}
