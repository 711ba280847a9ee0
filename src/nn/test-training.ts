import { lossAndGradient64, qLoss64 } from "./test-oracle";
import type { QOptions, Transitions } from "./q-learner";
import type { OptimizerSpec } from "./optimizers";

/** One optimizer in float64, straight from the papers; `slots` are changed in place. */
export function step64(
  spec: OptimizerSpec,
  theta: Float64Array,
  gradient: Float64Array,
  slots: readonly Float64Array[],
  learningRate: number,
  update: number,
): Float64Array {
  return theta.map((value, i) => {
    const g = gradient[i];
    if (spec.kind === "sgd") return value - learningRate * g;
    if (spec.kind === "rmsprop") {
      slots[0][i] = spec.decay * slots[0][i] + (1 - spec.decay) * g * g;
      return value - (learningRate * g) / (Math.sqrt(slots[0][i]) + spec.epsilon);
    }
    slots[0][i] = spec.beta1 * slots[0][i] + (1 - spec.beta1) * g;
    slots[1][i] = spec.beta2 * slots[1][i] + (1 - spec.beta2) * g * g;
    const mHat = slots[0][i] / (1 - spec.beta1 ** update);
    const vHat = slots[1][i] / (1 - spec.beta2 ** update);
    return value - (learningRate * mHat) / (Math.sqrt(vHat) + spec.epsilon);
  });
}

/** DQN on one batch again and again in float64, the target network being the first weights. */
export function train64(
  options: QOptions,
  batch: Transitions,
  learningRate: number,
  updates: number,
): { losses: number[]; gradientNorms: number[]; theta: Float64Array } {
  let theta: Float64Array = Float64Array.from(options.weights);
  const target = theta.slice();
  const slots = [new Float64Array(theta.length), new Float64Array(theta.length)];
  const losses: number[] = [];
  const gradientNorms: number[] = [];
  for (let update = 1; update <= updates; update++) {
    const rowLoss = qLoss64(options, theta, target, batch);
    const { loss, gradient } = lossAndGradient64(options.network, theta, batch.observations, rowLoss);
    const norm = Math.sqrt(gradient.reduce((sum, g) => sum + g * g, 0));
    losses.push(loss);
    gradientNorms.push(norm);
    const limit = options.maxGradientNorm ?? Infinity;
    const clipped = norm > limit ? gradient.map((g) => (g * limit) / norm) : gradient;
    theta = step64(options.optimizer, theta, clipped, slots, learningRate, update);
  }
  return { losses, gradientNorms, theta };
}
