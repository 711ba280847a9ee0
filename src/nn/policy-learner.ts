import { tensor2d, type Tensor2D } from "@tensorflow/tfjs-core";
import { policyGradient, type LossAndGradient } from "./losses";
import { MlpLearner, type Observations } from "./mlp-learner";
import { actionMask } from "./one-hot";

/** Steps of trajectories with what their actions were worth. */
export interface AdvantageBatch extends Observations {
  readonly actions: Int32Array;
  /** The weight of each log π(a|s): a return, a return minus a baseline, or a TD error. 0 in padding rows. */
  readonly advantages: Float32Array;
  /** What the sum over the steps is multiplied by: 1/m for m trajectories. */
  readonly scale: number;
}

/** A softmax policy π(a|s) ∝ exp(logit_a), trained by the policy gradient. */
export class PolicyLearner extends MlpLearner<AdvantageBatch> {
  protected override lossOf(logits: Tensor2D, batch: AdvantageBatch, rows: number): LossAndGradient {
    const actions = actionMask(batch.actions, logits.shape[1]);
    return policyGradient(logits, actions, tensor2d(batch.advantages, [rows, 1]), batch.scale);
  }
}
