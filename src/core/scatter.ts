/** Vectors of one length. */
type Vectors = readonly ArrayLike<number>[];

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

export const length = (a: ArrayLike<number>): number => Math.sqrt(dot(a, a));

/** Of the angle between two vectors; 0 where one of them has no direction. */
export function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const lengths = length(a) * length(b);
  return lengths > 0 ? dot(a, b) / lengths : 0;
}

export function meanVector(vectors: Vectors): Float64Array {
  const mean = new Float64Array(vectors[0].length);
  for (const vector of vectors) for (let i = 0; i < mean.length; i++) mean[i] += vector[i] / vectors.length;
  return mean;
}

/** The trace of the covariance that a sample of at least two vectors points to: Σ ‖g − mean‖² / (K − 1). */
export function covarianceTrace(vectors: Vectors): number {
  const mean = meanVector(vectors);
  let squares = 0;
  for (const vector of vectors) {
    for (let i = 0; i < mean.length; i++) squares += (vector[i] - mean[i]) * (vector[i] - mean[i]);
  }
  return squares / (vectors.length - 1);
}
