import {
  concat1d,
  keep,
  reshape,
  scalar,
  tensor1d,
  tensor2d,
  tidy,
  type Rank,
  type Scalar,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
} from "@tensorflow/tfjs-core";
import { clipByGlobalNorm } from "./clip";
import type { Learner, LearnerState, Reading } from "./learner";
import type { LossAndGradient } from "./losses";
import { backward, forward, layersOf, type Layer } from "./mlp";
import { optimizerStep, slotCount, type OptimizerSpec } from "./optimizers";
import { parameterCount, type MlpSpec } from "./params";

export interface LearnerOptions {
  readonly network: MlpSpec;
  readonly optimizer: OptimizerSpec;
  /** θ at the start, from `initialParameters` or a file. */
  readonly weights: Float32Array;
  /** Longest gradient that is applied; `null` for no limit. Read at every update: it may change while training. */
  readonly maxGradientNorm: number | null;
}

/** What every batch holds: its observations `[rows, inputs]`, row after row. */
export interface Observations {
  readonly observations: Float32Array;
}

/** A learner made of tfjs operations: the backend must be open. A subclass says what its loss is. */
export abstract class TfjsLearner<Batch extends Observations> implements Learner<Batch> {
  protected readonly network: MlpSpec;
  protected theta: Tensor1D;
  /** θ⁻, also cut into layers; null while the network bootstraps from itself. */
  protected target: { readonly theta: Tensor1D; readonly layers: readonly Layer[] } | null = null;
  private slots: readonly Tensor1D[];
  private loss: Scalar = keep(scalar(0));
  private rawNorm: Scalar = keep(scalar(0));
  private updates = 0;

  constructor(private readonly options: LearnerOptions) {
    this.network = options.network;
    const length = parameterCount(this.network.sizes);
    if (options.weights.length !== length) {
      throw new Error(
        `A ${this.network.sizes.join("-")} network has ${length} parameters, not ${options.weights.length}.`,
      );
    }
    this.theta = keep(tensor1d(options.weights.slice()));
    this.slots = this.slotsFrom(new Float32Array(length * slotCount(options.optimizer)));
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

  update(batch: Batch, learningRate: number): void {
    const count = this.updates + 1;
    const { loss, rawNorm, theta, slots } = tidy(() => {
      const { loss, gradient } = this.descend(batch);
      const { gradient: clipped, rawNorm } = clipByGlobalNorm(gradient, this.options.maxGradientNorm);
      const { optimizer } = this.options;
      const step = optimizerStep(optimizer, this.theta, clipped, this.slots, learningRate, count);
      return {
        loss: keep(loss),
        rawNorm: keep(rawNorm),
        theta: keep(step.theta),
        slots: step.slots.map(keep),
      };
    });
    for (const old of [this.loss, this.rawNorm, this.theta, ...this.slots]) old.dispose();
    Object.assign(this, { loss, rawNorm, theta, slots });
    this.updates = count;
  }

  async gradient(batch: Batch): Promise<{ loss: number; gradient: Float32Array }> {
    const both = await read(() => {
      const { loss, gradient } = this.descend(batch);
      return concat1d([reshape<Rank.R1>(loss, [1]), gradient]);
    });
    return { loss: both[0], gradient: both.slice(1) };
  }

  async readForActing(): Promise<Reading> {
    const all = await read(() => concat1d([reshape(this.loss, [1]), reshape(this.rawNorm, [1]), this.theta]));
    return { weights: all.slice(2), loss: all[0], gradientNorm: all[1] };
  }

  forward(observations: Float32Array): Promise<Float32Array> {
    return read(() => this.output(layersOf(this.network, this.theta), this.rows(observations)));
  }

  async save(): Promise<LearnerState> {
    const { updates } = this;
    const target = this.target ? [this.target.theta] : [];
    const all = await read(() => concat1d([this.theta, ...this.slots, ...target]));
    const length = parameterCount(this.network.sizes);
    const slotsEnd = length * (1 + slotCount(this.options.optimizer));
    return {
      weights: all.slice(0, length),
      slots: all.slice(length, slotsEnd),
      target: target.length > 0 ? all.slice(slotsEnd) : null,
      updates,
    };
  }

  restore(state: LearnerState): void {
    this.disposeParameters();
    this.theta = keep(tensor1d(state.weights.slice()));
    this.slots = this.slotsFrom(state.slots);
    if (state.target) this.setTarget(tensor1d(state.target.slice()));
    this.updates = state.updates;
  }

  dispose(): void {
    this.disposeParameters();
    this.loss.dispose();
    this.rawNorm.dispose();
  }

  /** Observations as a tensor `[rows, inputs]`. */
  protected rows(observations: Float32Array): Tensor2D {
    const inputs = this.network.sizes[0];
    return tensor2d(observations, [observations.length / inputs, inputs]);
  }

  /** θ⁻ becomes this tensor, which is the learner's from now on. */
  protected setTarget(theta: Tensor1D): void {
    this.disposeTarget();
    const layers = tidy(() =>
      layersOf(this.network, theta).map(({ weight, bias }) => ({ weight: keep(weight), bias: keep(bias) })),
    );
    this.target = { theta: keep(theta), layers };
  }

  protected output(layers: readonly Layer[], input: Tensor2D): Tensor2D {
    const activations = forward(this.network, layers, input);
    return activations[activations.length - 1];
  }

  private descend(batch: Batch): { loss: Scalar; gradient: Tensor1D } {
    const layers = layersOf(this.network, this.theta);
    const input = this.rows(batch.observations);
    const activations = forward(this.network, layers, input);
    const output = activations[activations.length - 1];
    const { loss, outputGradient } = this.lossOf(output, batch, input.shape[0], layers);
    return { loss, gradient: backward(this.network, layers, activations, outputGradient) };
  }

  private slotsFrom(values: Float32Array): Tensor1D[] {
    const length = parameterCount(this.network.sizes);
    return Array.from({ length: slotCount(this.options.optimizer) }, (_, slot) =>
      keep(tensor1d(values.slice(slot * length, (slot + 1) * length))),
    );
  }

  private disposeParameters(): void {
    for (const tensor of [this.theta, ...this.slots]) tensor.dispose();
    this.disposeTarget();
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
}

/** The numbers of a tensor, as a copy of their own; the tensor is freed. */
async function read(compute: () => Tensor): Promise<Float32Array> {
  const tensor = tidy(compute);
  try {
    return ((await tensor.data()) as Float32Array).slice();
  } finally {
    tensor.dispose();
  }
}
