import { add, div, mul, sqrt, square, sub, type Tensor1D } from "@tensorflow/tfjs-core";

/** An optimizer and its constants. Epsilon is always explicit: tfjs would take another one on each backend. */
export type OptimizerSpec =
  | { readonly kind: "sgd" }
  | { readonly kind: "rmsprop"; readonly decay: number; readonly epsilon: number }
  | { readonly kind: "adam"; readonly beta1: number; readonly beta2: number; readonly epsilon: number };

/** The constants of the Adam paper. */
export const ADAM: OptimizerSpec = { kind: "adam", beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };

/** How many running averages as long as θ the optimizer keeps. */
export function slotCount(spec: OptimizerSpec): number {
  return { sgd: 0, rmsprop: 1, adam: 2 }[spec.kind];
}

/** θ and the running averages after one step. */
export interface Step {
  readonly theta: Tensor1D;
  readonly slots: readonly Tensor1D[];
}

/**
 * One step down `gradient`, as PyTorch's `SGD`, `RMSprop` and `Adam` do it with their other options off.
 * `update` counts from 1. Adam (Kingma & Ba, 2015, algorithm 1):
 * m ← m + (1−β₁)(g−m), v ← v + (1−β₂)(g²−v), θ ← θ − α m̂ / (√v̂ + ε).
 */
export function optimizerStep(
  spec: OptimizerSpec,
  theta: Tensor1D,
  gradient: Tensor1D,
  slots: readonly Tensor1D[],
  learningRate: number,
  update: number,
): Step {
  switch (spec.kind) {
    case "sgd":
      return { theta: sub(theta, mul(gradient, learningRate)), slots };
    case "rmsprop": {
      const v = average(slots[0], square(gradient), spec.decay);
      return { theta: descend(theta, gradient, v, learningRate, spec.epsilon), slots: [v] };
    }
    // #region adam
    case "adam": {
      const m = average(slots[0], gradient, spec.beta1);
      const v = average(slots[1], square(gradient), spec.beta2);
      // m̂ = m / (1−β₁ᵗ) and √v̂ = √v / √(1−β₂ᵗ), with both divisors moved into the two numbers.
      const root = Math.sqrt(1 - spec.beta2 ** update);
      const rate = (learningRate * root) / (1 - spec.beta1 ** update);
      return { theta: descend(theta, m, v, rate, spec.epsilon * root), slots: [m, v] };
    }
    // #endregion
  }
}

/** decay · old + (1 − decay) · fresh */
function average(old: Tensor1D, fresh: Tensor1D, decay: number): Tensor1D {
  return add(mul(old, decay), mul(fresh, 1 - decay));
}

/** θ − rate · direction / (√v + ε) */
function descend(theta: Tensor1D, direction: Tensor1D, v: Tensor1D, rate: number, epsilon: number): Tensor1D {
  return sub(theta, mul(div(direction, add(sqrt(v), epsilon)), rate));
}
