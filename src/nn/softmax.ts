import { exp, log } from "../core/det-math";

type Numbers = Float32Array | Float64Array;

/**
 * π(a) = exp(logit_a) / Σ exp(logit), written to `out`, which is also returned. Logits of any size: the largest one is
 * subtracted first. A logit that is NaN or +∞ gives NaN everywhere.
 */
export function softmax(logits: ArrayLike<number>, out: Numbers = new Float64Array(logits.length)): Numbers {
  const largest = maximum(logits);
  let sum = 0;
  for (let a = 0; a < logits.length; a++) sum += exp(logits[a] - largest);
  for (let a = 0; a < logits.length; a++) out[a] = exp(logits[a] - largest) / sum;
  return out;
}

/** log π(action): not −∞ where the probability itself rounds to zero. */
export function logSoftmaxAt(logits: ArrayLike<number>, action: number): number {
  const largest = maximum(logits);
  let sum = 0;
  for (let a = 0; a < logits.length; a++) sum += exp(logits[a] - largest);
  return logits[action] - largest - log(sum);
}

function maximum(values: ArrayLike<number>): number {
  let largest = -Infinity;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, values[i]);
  return largest;
}
