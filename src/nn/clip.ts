import { div, maximum, mul, sqrt, square, sum, type Scalar, type Tensor1D } from "@tensorflow/tfjs-core";

/** A gradient cut to a longest length, and the length it had. */
export interface Clipped {
  readonly gradient: Tensor1D;
  /** ‖g‖₂ before clipping. Not a finite number when any component is not: the place to look for divergence. */
  readonly rawNorm: Scalar;
}

/**
 * Scales the gradient to ‖g‖₂ ≤ `maxNorm` if it is longer (Pascanu et al., "On the difficulty of training recurrent
 * neural networks", 2013). `null` leaves it as it is.
 */
export function clipByGlobalNorm(gradient: Tensor1D, maxNorm: number | null): Clipped {
  const rawNorm = sqrt<Scalar>(sum(square(gradient)));
  if (maxNorm === null) return { gradient, rawNorm };
  return { gradient: mul(gradient, div(maxNorm, maximum(rawNorm, maxNorm))), rawNorm };
}
