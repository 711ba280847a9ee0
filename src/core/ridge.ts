/** Keeps features that always move together from being told apart by noise: a share of the squares' mean. */
const RIDGE = 1e-6;

/**
 * The weights of the least-squares fit of targets by features, Σ (w·φ − y)² + a little ‖w‖² (Hoerl & Kennard, "Ridge
 * regression", 1970). `row(i)` gives the features of row i, `features` of them; it may reuse its array.
 */
export function ridgeFit(
  rows: number,
  features: number,
  row: (i: number) => ArrayLike<number>,
  targets: ArrayLike<number>,
): Float64Array {
  const squares = Array.from({ length: features }, () => new Float64Array(features));
  const products = new Float64Array(features);
  for (let i = 0; i < rows; i++) {
    const phi = row(i);
    for (let j = 0; j < features; j++) {
      products[j] += phi[j] * targets[i];
      for (let k = 0; k <= j; k++) squares[j][k] += phi[j] * phi[k];
    }
  }
  const trace = squares.reduce((sum, line, j) => sum + line[j], 0);
  squares.forEach((line, j) => (line[j] += (RIDGE * trace) / features + Number.MIN_VALUE));
  return solve(squares, products);
}

/** x of A x = b by A = L Lᵀ (Cholesky), with the lower half of A, which becomes L. A must be positive definite. */
function solve(A: readonly Float64Array[], b: Float64Array): Float64Array {
  const n = b.length;
  const x = b.slice();
  for (let j = 0; j < n; j++) {
    for (let k = 0; k < j; k++) {
      let sum = A[j][k];
      for (let i = 0; i < k; i++) sum -= A[j][i] * A[k][i];
      A[j][k] = sum / A[k][k];
      A[j][j] -= A[j][k] * A[j][k];
      x[j] -= A[j][k] * x[k];
    }
    A[j][j] = Math.sqrt(A[j][j]);
    x[j] /= A[j][j];
  }
  for (let j = n - 1; j >= 0; j--) {
    for (let k = j + 1; k < n; k++) x[j] -= A[k][j] * x[k];
    x[j] /= A[j][j];
  }
  return x;
}

/** How many numbers `quadratic` gives for `inputs` inputs. */
export const quadraticCount = (inputs: number): number => ((inputs + 1) * (inputs + 2)) / 2;

/** 1, every input and every product of two of them. */
export function quadratic(inputs: ArrayLike<number>, out: Float64Array): Float64Array {
  let i = 0;
  out[i++] = 1;
  for (let j = 0; j < inputs.length; j++) {
    out[i++] = inputs[j];
    for (let k = 0; k <= j; k++) out[i++] = inputs[j] * inputs[k];
  }
  return out;
}
