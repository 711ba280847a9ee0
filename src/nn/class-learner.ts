import type { Tensor2D } from "@tensorflow/tfjs-core";
import { crossEntropy, type LossAndGradient } from "./losses";
import { MlpLearner, type Observations } from "./mlp-learner";
import { actionMask } from "./one-hot";

/** Images with the classes they belong to. */
export interface LabelledBatch extends Observations {
  readonly labels: Int32Array;
}

/** A classifier p(c|x) ∝ exp(logit_c), trained on the mean cross-entropy. */
export class ClassLearner extends MlpLearner<LabelledBatch> {
  // #region loss
  protected override lossOf(logits: Tensor2D, { labels }: LabelledBatch, rows: number): LossAndGradient {
    return crossEntropy(logits, actionMask(labels, logits.shape[1]), 1 / rows);
  }
  // #endregion
}
