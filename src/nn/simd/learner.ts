import type { LearnerState, MlpTraining, Reading } from "../learner";
import type { MlpOptions, Observations } from "../mlp-learner";
import { slotCount } from "../optimizers";
import { parameterCount } from "../params";
import { simdWork } from "./kernels";
import { CHUNK, SimdNetwork } from "./network";

/** The loss of some rows, from the network's outputs; fills the slopes of these. */
export type RowsLoss = (outputs: Float32Array, slopes: Float32Array) => number;

/**
 * A fully connected network in training on the fallback: a whole update in a few calls of our own WebAssembly. Says the
 * same as `MlpLearner` does in tfjs operations, to rounding. A subclass says what its loss is.
 */
export abstract class SimdLearner<Batch extends Observations> implements MlpTraining<Batch> {
  private own: SimdNetwork | null;
  /** Whether θ⁻ is a network of its own: without, the network bootstraps from itself. */
  protected hasTarget = false;
  private loss = 0;
  private gradientNorm = 0;
  private updates = 0;

  /** Throws if θ is of another length than the network's. */
  constructor(private readonly options: MlpOptions) {
    const { network, optimizer, weights } = options;
    this.checkLength(weights, 1);
    this.own = new SimdNetwork(network, optimizer, this.keepsTarget);
    this.network.theta.values.set(weights);
  }

  /** Throws after `dispose`. */
  protected get network(): SimdNetwork {
    if (!this.own) throw new Error("This network has been disposed of.");
    return this.own;
  }

  /** Whether there may be a target network. */
  protected get keepsTarget(): boolean {
    return false;
  }

  /** The loss of `rows` rows from `first` on. */
  protected abstract lossOf(batch: Batch, first: number, rows: number): RowsLoss;

  protected get columns(): number {
    return this.options.network.sizes[this.options.network.sizes.length - 1];
  }

  update(batch: Batch, learningRate: number): void {
    const { maxGradientNorm, optimizer } = this.options;
    this.loss = this.descend(batch);
    this.gradientNorm = this.network.clip(maxGradientNorm);
    this.network.step(optimizer, learningRate, ++this.updates);
  }

  async gradient(batch: Batch): Promise<{ loss: number; gradient: Float32Array }> {
    return { loss: this.descend(batch), gradient: copyOf(this.network.gradient) };
  }

  async forward(observations: Float32Array): Promise<Float32Array> {
    const { network, columns } = this;
    const result = new Float32Array(this.rowsIn(observations) * columns);
    for (const [first, rows] of this.chunks(observations)) {
      result.set(network.forward(network.theta, observations, first, rows), first * columns);
    }
    simdWork.reads++;
    return result;
  }

  async readForActing(): Promise<Reading> {
    const { gradientNorm, loss, network } = this;
    return { weights: copyOf(network.theta), loss, gradientNorm };
  }

  async save(): Promise<LearnerState> {
    const { network, options, updates } = this;
    const { parameters } = network;
    const slots = new Float32Array(parameters * slotCount(options.optimizer));
    network.slots.forEach(({ values }, slot) => slots.set(values, slot * parameters));
    const target = this.hasTarget ? network.frozen.values.slice() : null;
    return { weights: copyOf(network.theta), slots, target, updates };
  }

  /** Throws if it is the state of another network. */
  restore({ weights, slots, target, updates }: LearnerState): void {
    const { network, options } = this;
    this.checkLength(weights, 1);
    this.checkLength(slots, slotCount(options.optimizer));
    if (target) this.checkLength(target, Number(this.keepsTarget));
    network.theta.values.set(weights);
    network.slots.forEach(({ values }, slot) =>
      values.set(slots.subarray(slot * values.length, (slot + 1) * values.length)),
    );
    if (target) network.frozen.values.set(target);
    this.hasTarget = target !== null;
    this.updates = updates;
  }

  /** The memory goes once nobody holds it. */
  dispose(): void {
    this.own = null;
  }

  private checkLength(vectors: Float32Array, count: number): void {
    const { sizes } = this.options.network;
    const length = count * parameterCount(sizes);
    if (vectors.length === length) return;
    throw new Error(`A ${sizes.join("-")} network has ${length} parameters here, not ${vectors.length}.`);
  }

  /** The loss of a batch, its gradient in the network's. */
  private descend(batch: Batch): number {
    const { network } = this;
    network.gradient.values.fill(0);
    let loss = 0;
    for (const [first, rows] of this.chunks(batch.observations)) {
      const lossOfRows = this.lossOf(batch, first, rows);
      const outputs = network.forward(network.theta, batch.observations, first, rows);
      loss += lossOfRows(outputs, network.outputGradient.values);
      network.backward(rows);
    }
    return loss;
  }

  private rowsIn(observations: Float32Array): number {
    return observations.length / this.options.network.sizes[0];
  }

  /** Where chunks of rows begin, and how long each is. */
  private *chunks(observations: Float32Array): Generator<readonly [first: number, rows: number]> {
    const all = this.rowsIn(observations);
    for (let first = 0; first < all; first += CHUNK) yield [first, Math.min(CHUNK, all - first)];
  }
}

function copyOf({ values }: { readonly values: Float32Array }): Float32Array {
  simdWork.reads++;
  return values.slice();
}
