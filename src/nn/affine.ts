import type { LayerSlice } from "./params";

/** output = input W + b. Four units at a time: their sums stay in registers, and their weights lie side by side. */
export function affine(
  theta: Float32Array,
  slice: LayerSlice,
  input: Float32Array,
  output: Float32Array,
): void {
  const { inputs, outputs, weightOffset, biasOffset } = slice;
  let unit = 0;
  for (; unit + 4 <= outputs; unit += 4) {
    let at = biasOffset + unit;
    let a = theta[at];
    let b = theta[at + 1];
    let c = theta[at + 2];
    let d = theta[at + 3];
    at = weightOffset + unit;
    for (let i = 0; i < inputs; i++) {
      const x = input[i];
      a += x * theta[at];
      b += x * theta[at + 1];
      c += x * theta[at + 2];
      d += x * theta[at + 3];
      at += outputs;
    }
    output[unit] = a;
    output[unit + 1] = b;
    output[unit + 2] = c;
    output[unit + 3] = d;
  }
  for (; unit < outputs; unit++) {
    let z = theta[biasOffset + unit];
    for (let i = 0; i < inputs; i++) z += input[i] * theta[weightOffset + i * outputs + unit];
    output[unit] = z;
  }
}

/** max(z, 0) in place; a NaN stays. */
export function relu(layer: Float32Array): void {
  for (let unit = 0; unit < layer.length; unit++) if (layer[unit] < 0) layer[unit] = 0;
}
