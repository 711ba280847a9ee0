import { BLOCK } from "./layout";
import type { StepNumbers } from "./learner";
import type { GpuRecord } from "./network";

/** Of every row which output its loss is about, and up to two numbers: see mlp-backward.ts. */
export interface RowTerms {
  /** A row of −1 counts for nothing. */
  readonly columns: ArrayLike<number>;
  readonly values: ArrayLike<number>;
  /** What multiplies the best output of the next state. */
  readonly discounts?: ArrayLike<number>;
}

/** Of the whole batch. */
export interface MlpRule {
  readonly scale: number;
  readonly huber?: boolean;
  readonly double?: boolean;
  readonly hasTarget?: boolean;
}

/** A batch for `mlpForward` and `mlpBackward`. */
export interface MlpRecord extends GpuRecord {
  readonly passes: number;
}

const HEADER = 12; // numbers

/** Lays out a batch: rows are padded to whole blocks, and observations `[rows, inputs]` turned to `[inputs, rows]`. */
export function mlpRecord(
  inputs: number,
  observations: Float32Array,
  loss?: { readonly step?: StepNumbers | undefined; readonly rule?: MlpRule; readonly terms: RowTerms },
  next?: Float32Array,
): MlpRecord {
  const rows = observations.length / inputs;
  const padded = Math.ceil(rows / BLOCK) * BLOCK;
  const block = inputs * padded;
  const numbers = new Float32Array(HEADER + block + 3 * padded + (next ? block : 0));
  const { double = false, hasTarget = false, huber = false, scale = 0 } = loss?.rule ?? {};
  const passes = next ? (double && hasTarget ? 3 : 2) : 1;
  numbers.set([padded / 4, passes - 1, Number(hasTarget), Number(huber)]);
  numbers.set(loss?.step ?? [], 4);
  numbers[8] = scale;
  turn(observations, inputs, numbers.subarray(HEADER, HEADER + block));
  const ofRows = numbers.subarray(HEADER + block);
  if (loss) {
    const { columns, values, discounts = [] } = loss.terms;
    ofRows.fill(-1, rows, padded);
    ofRows.set(columns);
    ofRows.set(values, padded);
    ofRows.set(discounts, 2 * padded);
  }
  if (next) turn(next, inputs, ofRows.subarray(3 * padded));
  return { numbers, quads: padded / 4, passes };
}

/** For `blendKernel`. */
export function blendRecord(tau: number): GpuRecord {
  const numbers = new Float32Array(HEADER);
  numbers[7] = tau;
  numbers[9] = 1 - tau;
  return { numbers, quads: 0 };
}

/** `[rows, inputs]` as `[inputs, padded rows]`. */
function turn(observations: Float32Array, inputs: number, to: Float32Array): void {
  const padded = to.length / inputs;
  for (let at = 0, row = 0; at < observations.length; row++) {
    for (let input = 0; input < inputs; input++, at++) to[input * padded + row] = observations[at];
  }
}

/** `[columns, padded rows]` as `[rows, columns]`. */
export function turnBack(outputs: Float32Array, columns: number, rows: number): Float32Array {
  const padded = outputs.length / columns;
  const turned = new Float32Array(rows * columns);
  for (let row = 0, at = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, at++) turned[at] = outputs[column * padded + row];
  }
  return turned;
}
