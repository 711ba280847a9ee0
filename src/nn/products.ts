import { getBackend, matMul, transpose, type Tensor2D } from "@tensorflow/tfjs-core";

/*
 * Products with a transposed matrix, for back-propagation. WebAssembly multiplies matrices as they lie with SIMD, and
 * transposed ones without: there it is five times faster to transpose first. The other backends read a transposed
 * matrix as easily as any, and save a dispatch.
 */

/** Up to about this many columns, transposing the other matrix would take longer than the slow product does. */
const NARROW = 4;

/** aᵀ b `[n, m]` for a `[rows, n]` and b `[rows, m]`. */
export function transposedTimes(a: Tensor2D, b: Tensor2D): Tensor2D {
  const detour = getBackend() === "wasm" && b.shape[1] > NARROW;
  return detour ? matMul(transpose(a), b) : matMul(a, b, true, false);
}

/** a bᵀ `[rows, n]` for a `[rows, m]` and b `[n, m]`. */
export function timesTransposed(a: Tensor2D, b: Tensor2D): Tensor2D {
  return byTransposed(b)(a);
}

/** a ↦ a bᵀ for many a: b is transposed once, if at all. */
export function byTransposed(b: Tensor2D): (a: Tensor2D) => Tensor2D {
  if (getBackend() !== "wasm") return (a) => matMul(a, b, false, true);
  const turned = transpose(b);
  return (a) => matMul(a, turned);
}
