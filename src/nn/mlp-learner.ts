import {
  keep,
  reshape,
  tensor1d,
  tensor2d,
  tidy,
  type Rank,
  type Tensor1D,
  type Tensor2D,
} from "@tensorflow/tfjs-core";
import type { Layer } from "./dense";
import type { LearnerState, MlpTraining } from "./learner";
import type { LossAndGradient } from "./losses";
import { backward, forward, layersOf } from "./mlp";
import { parameterCount, type MlpSpec } from "./params";
import { readBack } from "./read-back";
import { TfjsLearner, type Descent, type LearnerOptions } from "./tfjs-learner";

export interface MlpOptions extends LearnerOptions {
  readonly network: MlpSpec;
}

/** What every batch holds: its observations `[rows, inputs]`, row after row. */
export interface Observations {
  readonly observations: Float32Array;
}

/** A fully connected network in training. A subclass says what its loss is. */
export abstract class MlpLearner<Batch extends Observations>
  extends TfjsLearner<Batch>
  implements MlpTraining<Batch>
{
  protected readonly spec: MlpSpec;
  /** θ⁻, also cut into layers; null while the network bootstraps from itself. */
  protected target: { readonly theta: Tensor1D; readonly layers: readonly Layer[] } | null = null;

  constructor(options: MlpOptions) {
    const { sizes } = options.network;
    super(options, { title: sizes.join("-"), parameters: parameterCount(sizes), terms: 1 });
    this.spec = options.network;
  }

  /**
   * The loss of the network's output `[rows, outputs]` on this batch; `layers` are those of θ. Runs inside a `tidy`.
   */
  protected abstract lossOf(
    output: Tensor2D,
    batch: Batch,
    rows: number,
    layers: readonly Layer[],
  ): LossAndGradient;

  forward(observations: Float32Array): Promise<Float32Array> {
    return readBack(() => this.output(layersOf(this.spec, this.theta), this.rows(observations)));
  }

  override restore(state: LearnerState): void {
    super.restore(state);
    this.disposeTarget();
    if (state.target) this.setTarget(tensor1d(state.target.slice()));
  }

  override dispose(): void {
    super.dispose();
    this.disposeTarget();
  }

  protected override get frozen(): Tensor1D | null {
    return this.target?.theta ?? null;
  }

  /** Observations as a tensor `[rows, inputs]`. */
  protected rows(observations: Float32Array): Tensor2D {
    const inputs = this.spec.sizes[0];
    return tensor2d(observations, [observations.length / inputs, inputs]);
  }

  /** θ⁻ becomes this tensor, which is the learner's from now on. */
  protected setTarget(theta: Tensor1D): void {
    this.disposeTarget();
    const layers = tidy(() =>
      layersOf(this.spec, theta).map(({ weight, bias }) => ({ weight: keep(weight), bias: keep(bias) })),
    );
    this.target = { theta: keep(theta), layers };
  }

  /** From now on the network bootstraps from itself. */
  protected disposeTarget(): void {
    this.target?.theta.dispose();
    for (const { weight, bias } of this.target?.layers ?? []) {
      weight.dispose();
      bias.dispose();
    }
    this.target = null;
  }

  protected output(layers: readonly Layer[], input: Tensor2D): Tensor2D {
    const activations = forward(this.spec, layers, input);
    return activations[activations.length - 1];
  }

  protected override descend(batch: Batch): Descent {
    const layers = layersOf(this.spec, this.theta);
    const input = this.rows(batch.observations);
    const activations = forward(this.spec, layers, input);
    const output = activations[activations.length - 1];
    const { loss, outputGradient } = this.lossOf(output, batch, input.shape[0], layers);
    const gradient = backward(this.spec, layers, activations, outputGradient);
    return { terms: reshape<Rank.R1>(loss, [1]), gradient };
  }
}
