import type { RegressionLoss } from "../losses";
import { logSoftmaxAt, softmax } from "../softmax";

/*
 * The losses of ../losses.ts on a few rows of a network's outputs: each returns its loss, and fills `slopes`
 * `[rows, columns]` with dL/d(output). `columns` are the network's outputs.
 */

/** scale × ℓ(output at the chosen column − target), summed; `columnOf(row)` is −1 where a row counts for nothing. */
export function regressionRows(
  { kind, columns, scale }: { kind: RegressionLoss; columns: number; scale: number },
  outputs: Float32Array,
  slopes: Float32Array,
  columnOf: (row: number) => number,
  targetOf: (row: number) => number,
): number {
  let loss = 0;
  slopes.fill(0, 0, outputs.length);
  for (let row = 0; row * columns < outputs.length; row++) {
    const column = columnOf(row);
    if (column < 0) continue;
    const at = row * columns + column;
    const difference = outputs[at] - targetOf(row);
    if (kind === "squared") {
      loss += difference * difference;
      slopes[at] = 2 * scale * difference;
    } else {
      const clipped = difference / Math.max(Math.abs(difference), 1);
      loss += clipped * (difference - clipped / 2);
      slopes[at] = scale * clipped;
    }
  }
  // Errors whose squares have no float32 are errors gone wild, as on the other backends.
  return scale * Math.fround(loss);
}

/** −Σ weight × log softmax(logits) at the class of each row. */
export function crossEntropyRows(
  columns: number,
  logits: Float32Array,
  slopes: Float32Array,
  classOf: (row: number) => number,
  weightOf: (row: number) => number,
): number {
  let loss = 0;
  for (let from = 0, row = 0; from < logits.length; from += columns, row++) {
    const ofRow = logits.subarray(from, from + columns);
    const slopesOfRow = slopes.subarray(from, from + columns);
    const weight = weightOf(row);
    const chosen = classOf(row);
    softmax(ofRow, slopesOfRow);
    slopesOfRow[chosen] -= 1;
    for (let i = 0; i < columns; i++) slopesOfRow[i] *= weight;
    loss -= weight * logSoftmaxAt(ofRow, chosen);
  }
  return loss;
}
