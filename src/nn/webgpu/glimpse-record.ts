import type { GlimpseBatch } from "../glimpse-learner";
import type { GlimpseModelSpec } from "../glimpse-layers";
import { BLOCK } from "./layout";
import type { StepNumbers } from "./learner";
import type { GpuRecord } from "./network";

const HEADER = 12; // numbers
/** What the loss needs of a row: see `slopesKernel`. */
const TERMS = { drawn: 0, pull: 2, reward: 3, weight: 4, label: 5, count: 6 };

/** A record of `glimpses` glimpses, each padded to whole blocks of images. */
export interface GlimpseRecord extends GpuRecord {
  readonly glimpses: number;
}

/** Writes values `[glimpses, rows, width]` into columns of a record, from one on. */
type Put = (column: number, width: number, values: ArrayLike<number>) => void;

/** A batch to learn from. */
export function learningRecord(
  model: GlimpseModelSpec,
  batch: GlimpseBatch,
  step: StepNumbers | undefined,
): GlimpseRecord {
  const { rows, glimpses, drawn, rewards, baselines, sigma, policyWeight, labels } = batch;
  const choices = (glimpses - 1) * rows;
  const terms = model.inputs + 2;
  const { record, put } = blank(model.inputs, rows, glimpses, TERMS.count, batch);
  record.numbers.set(step ?? [], 4);
  record.numbers[8] = 1 / rows;
  const scale = policyWeight / rows / sigma ** 2;
  const rewardOf = Float32Array.from({ length: choices }, (_, i) => rewards[i % rows]);
  put(terms + TERMS.drawn, 2, drawn);
  put(
    terms + TERMS.pull,
    1,
    rewardOf.map((reward, i) => scale * (reward - baselines[i])),
  );
  put(terms + TERMS.reward, 1, rewardOf);
  put(terms + TERMS.weight, 1, new Float32Array(choices).fill(1 / choices));
  // Of the last glimpse alone.
  const { quads, numbers } = record;
  const label = HEADER + (terms + TERMS.label) * quads * 4;
  numbers.fill(-1, label, label + quads * 4);
  numbers.set(labels, label + ((glimpses - 1) * quads * 4) / glimpses);
  return record;
}

/** One glimpse of each image, and h of the one before. */
export function lookingRecord(
  model: GlimpseModelSpec,
  patches: Float32Array,
  places: Float32Array,
  hidden: Float32Array | null,
): GlimpseRecord {
  const { inputs, coreUnits } = model;
  const { record, put } = blank(inputs, places.length / 2, 1, hidden ? coreUnits : 0, { patches, places });
  if (hidden) put(inputs + 2, coreUnits, hidden);
  record.numbers[2] = Number(hidden !== null);
  return record;
}

function blank(
  inputs: number,
  rows: number,
  glimpses: number,
  more: number,
  seen: Pick<GlimpseBatch, "patches" | "places">,
): { readonly record: GlimpseRecord; readonly put: Put } {
  const padded = Math.ceil(rows / BLOCK) * BLOCK;
  const all = padded * glimpses;
  const numbers = new Float32Array(HEADER + (inputs + 2 + more) * all);
  numbers.set([all / 4, glimpses]);
  const put: Put = (column, width, values) => {
    for (let at = 0, row = 0; at < values.length; row++) {
      const place = HEADER + Math.floor(row / rows) * padded + (row % rows);
      for (let i = 0; i < width; i++, at++) numbers[place + (column + i) * all] = values[at];
    }
  };
  put(0, inputs, seen.patches);
  put(inputs, 2, seen.places);
  return { record: { numbers, quads: all / 4, glimpses }, put };
}
