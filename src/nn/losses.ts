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
  const shifted = sub<Tensor2D>(logits, max(logits, 1, true));
  const logPolicy = sub<Tensor2D>(shifted, log(sum(exp(shifted), 1, true)));
  const weights = mul<Tensor2D>(advantages, scale);
  return {
    loss: neg(sum<Scalar>(mul(mul(actions, logPolicy), weights))),
    outputGradient: mul(sub(exp(logPolicy), actions), weights),
  };
}
