import { tensor2d, type Tensor2D } from "@tensorflow/tfjs-core";
import { regression, type LossAndGradient } from "./losses";
import { MlpLearner, type Observations } from "./mlp-learner";

/** States with the returns that followed them. */
export interface ReturnBatch extends Observations {
  readonly returns: Float32Array;
  /** How many rows count; those after them are padding. The loss is the mean over these. */
  readonly used: number;
}

/** A state-value network V(s), one output, a baseline or a critic: fitted to returns by the mean of (V(s) − G)². */
export class ValueLearner extends MlpLearner<ReturnBatch> {
  protected override lossOf(output: Tensor2D, batch: ReturnBatch, rows: number): LossAndGradient {
    const counts = Float32Array.from({ length: rows }, (_, row) => (row < batch.used ? 1 : 0));
    const target = tensor2d(batch.returns, [rows, 1]);
    return regression("squared", output, tensor2d(counts, [rows, 1]), target, 1 / batch.used);
  }
}
