import { tensor2d, type Tensor2D } from "@tensorflow/tfjs-core";
import { regression, type LossAndGradient, type RegressionLoss } from "./losses";
import { TfjsLearner, type LearnerOptions, type Observations } from "./tfjs-learner";

/** States with the returns that followed them. */
export interface ReturnBatch extends Observations {
  readonly returns: Float32Array;
  /** How many rows count; those after them are padding. The loss is the mean over these. */
  readonly used: number;
}

export interface ValueOptions extends LearnerOptions {
  readonly loss: RegressionLoss;
}

/** A state-value network V(s), one output, fitted to returns: a baseline or a critic. */
export class ValueLearner extends TfjsLearner<ReturnBatch> {
  constructor(private readonly value: ValueOptions) {
    super(value);
  }

  protected override lossOf(output: Tensor2D, batch: ReturnBatch, rows: number): LossAndGradient {
    const counts = Float32Array.from({ length: rows }, (_, row) => (row < batch.used ? 1 : 0));
    const target = tensor2d(batch.returns, [rows, 1]);
    return regression(this.value.loss, output, tensor2d(counts, [rows, 1]), target, 1 / batch.used);
  }
}
