import { concat1d, keep, reshape, scalar, tensor1d, tidy, zeros, type Rank } from "@tensorflow/tfjs-core";
import type { Scalar, Tensor1D } from "@tensorflow/tfjs-core";
import { clipByGlobalNorm } from "./clip";
import type { Learner, LearnerState, Reading } from "./learner";
import { optimizerStep, slotCount, type OptimizerSpec } from "./optimizers";
import { readBack } from "./read-back";

export interface LearnerOptions {
  readonly optimizer: OptimizerSpec;
  /** θ at the start, just drawn or from a file. */
  readonly weights: Float32Array;
  /** Longest gradient that is applied; `null` for no limit. Read at every update: it may change while training. */
  readonly maxGradientNorm: number | null;
}

/** What a batch says: the terms whose sum is the loss, and ∇θ of that sum. */
export interface Descent {
  readonly terms: Tensor1D;
  readonly gradient: Tensor1D;
}

/**
 * A learner made of tfjs operations: the backend must be open. It keeps θ, one flat vector, and takes the steps; a
 * subclass says what its network and its loss are.
 */
export abstract class TfjsLearner<Batch> implements Learner<Batch> {
  protected theta: Tensor1D;
  private slots: readonly Tensor1D[];
  private terms: Tensor1D;
  private rawNorm: Scalar = keep(scalar(0));
  private updates = 0;

  /** `network` names it, and says how long its θ is and of how many terms its loss. Throws if θ is of another length. */
  constructor(
    private readonly options: LearnerOptions,
    private readonly network: {
      readonly title: string;
      readonly parameters: number;
      readonly terms: number;
    },
  ) {
    const { title, parameters } = network;
    if (options.weights.length !== parameters) {
      throw new Error(`A ${title} network has ${parameters} parameters, not ${options.weights.length}.`);
    }
    this.theta = keep(tensor1d(options.weights.slice()));
    this.slots = this.slotsFrom(new Float32Array(parameters * slotCount(options.optimizer)));
    this.terms = keep(zeros<Rank.R1>([network.terms]));
  }

  /** Forward and backward. Runs inside a `tidy`. */
  protected abstract descend(batch: Batch): Descent;

  /** θ⁻ of a target network, where a subclass keeps one. */
  protected get frozen(): Tensor1D | null {
    return null;
  }

  update(batch: Batch, learningRate: number): void {
    const count = this.updates + 1;
    const { terms, rawNorm, theta, slots } = tidy(() => {
      const { terms, gradient } = this.descend(batch);
      const { gradient: clipped, rawNorm } = clipByGlobalNorm(gradient, this.options.maxGradientNorm);
      const { optimizer } = this.options;
      const step = optimizerStep(optimizer, this.theta, clipped, this.slots, learningRate, count);
      return {
        terms: keep(terms),
        rawNorm: keep(rawNorm),
        theta: keep(step.theta),
        slots: step.slots.map(keep),
      };
    });
    for (const old of [this.terms, this.rawNorm, this.theta, ...this.slots]) old.dispose();
    Object.assign(this, { terms, rawNorm, theta, slots });
    this.updates = count;
  }

  async gradient(batch: Batch): Promise<{ loss: number; gradient: Float32Array }> {
    const all = await readBack(() => {
      const { terms, gradient } = this.descend(batch);
      return concat1d([terms, gradient]);
    });
    const { terms } = this.network;
    return { loss: sum(all.subarray(0, terms)), gradient: all.slice(terms) };
  }

  async readForActing(): Promise<Reading> {
    const { terms, ...reading } = await this.readWithTerms();
    return { ...reading, loss: sum(terms) };
  }

  /** As `readForActing`, with the terms of the latest loss in place of their sum. */
  protected async readWithTerms(): Promise<Omit<Reading, "loss"> & { readonly terms: Float32Array }> {
    const all = await readBack(() => concat1d([reshape(this.rawNorm, [1]), this.terms, this.theta]));
    const end = 1 + this.network.terms;
    return { weights: all.slice(end), gradientNorm: all[0], terms: all.slice(1, end) };
  }

  async save(): Promise<LearnerState> {
    const { updates, frozen } = this;
    const target = frozen ? [frozen] : [];
    const all = await readBack(() => concat1d([this.theta, ...this.slots, ...target]));
    const length = this.network.parameters;
    const slotsEnd = length * (1 + slotCount(this.options.optimizer));
    return {
      weights: all.slice(0, length),
      slots: all.slice(length, slotsEnd),
      target: frozen ? all.slice(slotsEnd) : null,
      updates,
    };
  }

  restore(state: LearnerState): void {
    this.disposeParameters();
    this.theta = keep(tensor1d(state.weights.slice()));
    this.slots = this.slotsFrom(state.slots);
    this.updates = state.updates;
  }

  dispose(): void {
    this.disposeParameters();
    this.terms.dispose();
    this.rawNorm.dispose();
  }

  private slotsFrom(values: Float32Array): Tensor1D[] {
    const length = this.network.parameters;
    return Array.from({ length: slotCount(this.options.optimizer) }, (_, slot) =>
      keep(tensor1d(values.slice(slot * length, (slot + 1) * length))),
    );
  }

  private disposeParameters(): void {
    for (const tensor of [this.theta, ...this.slots]) tensor.dispose();
  }
}

function sum(terms: Float32Array): number {
  return terms.reduce((total, term) => total + term, 0);
}
