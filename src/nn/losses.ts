import {
  abs,
  div,
  exp,
  log,
  max,
  maximum,
  mul,
  neg,
  square,
  sub,
  sum,
  type Scalar,
  type Tensor2D,
} from "@tensorflow/tfjs-core";

/** A loss and its derivative with respect to the network's output `[rows, outputs]`. */
export interface LossAndGradient {
  readonly loss: Scalar;
  readonly outputGradient: Tensor2D;
}

export type RegressionLoss = "squared" | "huber";

// #region regression
/**
 * Regression of chosen outputs on targets: scale × Σ ℓ(d), d = mask ⊙ (output − target).
 *
 * `mask` `[rows, outputs]` is the one-hot action for Q(s,a), and a column of ones for V(s); a row of zeros counts for
 * nothing, so batches can be padded to a fixed size. `target` is `[rows, 1]`, a constant. ℓ is d² (the lecture's loss)
 * or Huber's with δ = 1 (½d² for |d| ≤ 1, |d| − ½ beyond; PyTorch's `SmoothL1Loss`). `scale` is 1/rows for a mean.
 */
export function regression(
  kind: RegressionLoss,
  output: Tensor2D,
  mask: Tensor2D,
  target: Tensor2D,
  scale: number,
): LossAndGradient {
  const difference = mul<Tensor2D>(mask, sub(output, target));
  if (kind === "squared") {
    return {
      loss: mul<Scalar>(sum<Scalar>(square(difference)), scale),
      outputGradient: mul(difference, 2 * scale),
    };
  }
  // d / max(|d|, 1) is d clipped to ±1; clipByValue would turn a NaN into −1 on WebAssembly and hide it.
  const clipped = div<Tensor2D>(difference, maximum(abs(difference), 1));
  const outputGradient = mul<Tensor2D>(clipped, scale);
  return { loss: sum(mul(outputGradient, sub(difference, mul(clipped, 0.5)))), outputGradient };
}
// #endregion

// #region policy-gradient
/**
 * The policy-gradient loss −scale × Σ_t A_t log π(a_t|s_t), whose gradient is the negative of REINFORCE's estimate
 * (Sutton & Barto, eq. 13.8). `logits` are the network's outputs, `actions` `[rows, outputs]` one-hot, `advantages`
 * `[rows, 1]` constants; a row of advantage 0 counts for nothing. `scale` is 1/m for m trajectories.
 */
export function policyGradient(
  logits: Tensor2D,
  actions: Tensor2D,
  advantages: Tensor2D,
  scale: number,
): LossAndGradient {
  return crossEntropy(logits, actions, mul(advantages, scale));
}
// #endregion

// #region cross-entropy
/**
 * −Σ weight × log softmax(logits) at the class of each row. `classes` `[rows, outputs]` is one-hot, `weights`
 * `[rows, 1]` or one number for all, 1/rows for a mean.
 */
export function crossEntropy(
  logits: Tensor2D,
  classes: Tensor2D,
  weights: Tensor2D | number,
): LossAndGradient {
  const shifted = sub<Tensor2D>(logits, max(logits, 1, true));
  const logProbabilities = sub<Tensor2D>(shifted, log(sum(exp(shifted), 1, true)));
  return {
    loss: neg(sum<Scalar>(mul(mul(classes, logProbabilities), weights))),
    outputGradient: mul(sub(exp(logProbabilities), classes), weights),
  };
}
// #endregion

// #region gaussian
/**
 * The policy-gradient loss −scale × Σ A log π(l) of a Gaussian policy: `means` μ `[rows, n]`, draws l `[rows, n]`, one
 * fixed standard deviation σ. log π(l) = −‖l − μ‖²/2σ², without its constant, so ∇_μ log π = (l − μ)/σ²
 * (Williams, 1992, section 6). `advantages` `[rows, 1]` and the draws are constants.
 */
export function gaussianPolicyGradient(
  means: Tensor2D,
  draws: Tensor2D,
  advantages: Tensor2D,
  sigma: number,
  scale: number,
): LossAndGradient {
  const offsets = sub<Tensor2D>(means, draws);
  const outputGradient = mul<Tensor2D>(offsets, mul(advantages, scale / sigma ** 2));
  return { loss: mul(sum<Scalar>(mul(offsets, outputGradient)), 0.5), outputGradient };
}
// #endregion
