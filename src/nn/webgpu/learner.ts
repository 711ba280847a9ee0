import type { Learner, LearnerState, Reading } from "../learner";
import { slotCount } from "../optimizers";
import type { LearnerOptions } from "../tfjs-learner";
import type { Layout } from "./layout";
import { GpuNetwork, type Groups, type GpuRecord } from "./network";

/** The optimizer's part of a record: see the second vec4 of `stepKernel`. */
export type StepNumbers = readonly [rate: number, epsilon: number, longest: number];

/** What a learner is made of: see `GpuNetwork`. */
export interface GpuParts<L extends Layout> {
  readonly layout: L;
  readonly texts: Readonly<Record<string, string>>;
  /** What an error calls the network. */
  readonly title: string;
}

/**
 * A network in training on the GPU: an update is a few dispatches of our own kernels. It keeps θ and takes the steps; a
 * subclass says what its network and its loss are. Says the same as `TfjsLearner` does in operations, to rounding.
 */
export abstract class GpuLearner<Batch, L extends Layout = Layout> implements Learner<Batch> {
  /** Whether θ⁻ is a network of its own: without, the network bootstraps from itself. */
  protected hasTarget = false;
  protected readonly network: GpuNetwork;
  protected readonly layout: L;
  private readonly title: string;
  private updates = 0;

  /** Throws if θ is of another length than the network's. */
  constructor(
    device: GPUDevice,
    private readonly options: LearnerOptions,
    { layout, texts, title }: GpuParts<L>,
  ) {
    this.layout = layout;
    this.title = title;
    this.checkLength(options.weights, 1);
    this.network = new GpuNetwork(device, layout, texts);
    const { target, theta } = layout;
    this.write(new Float32Array(target), new Float32Array(theta - target), options.weights);
  }

  /** The batch as the kernels read it; without a step, for its gradient alone. */
  protected abstract recordOf(batch: Batch, step?: StepNumbers): GpuRecord;

  /** From a batch to the slopes of its loss. */
  protected abstract slopes(record: GpuRecord): readonly Groups[];

  update(batch: Batch, learningRate: number): void {
    const record = this.recordOf(batch, this.step(learningRate, ++this.updates));
    this.network.update(record, this.slopes(record));
  }

  async gradient(batch: Batch): Promise<{ loss: number; gradient: Float32Array }> {
    const { parameters } = this.layout;
    const record = this.recordOf(batch);
    const all = await this.network.gradient(record, this.slopes(record));
    return { loss: sum(all.subarray(parameters)), gradient: all.slice(0, parameters) };
  }

  async readForActing(): Promise<Reading> {
    const { terms, ...reading } = await this.readWithTerms();
    return { ...reading, loss: sum(terms) };
  }

  async save(): Promise<LearnerState> {
    const { hasTarget, updates } = this;
    const { parameters, target, theta } = this.layout;
    const all = await this.network.read(0, theta + parameters);
    return {
      weights: all.slice(theta),
      slots: all.slice(0, target),
      target: hasTarget ? all.slice(target, theta) : null,
      updates,
    };
  }

  /** Throws if it is the state of another network. */
  restore({ weights, slots, target, updates }: LearnerState): void {
    const { layout } = this;
    const room = layout.theta - layout.target;
    this.checkLength(weights, 1);
    this.checkLength(slots, slotCount(this.options.optimizer));
    if (target) this.checkLength(target, room / layout.parameters);
    this.write(slots, target ?? new Float32Array(room), weights);
    this.hasTarget = target !== null;
    this.updates = updates;
  }

  dispose(): void {
    this.network.dispose();
  }

  /** As `readForActing`, with the terms of the latest loss in place of their sum. */
  protected async readWithTerms(): Promise<Omit<Reading, "loss"> & { readonly terms: Float32Array }> {
    const { parameters, terms, theta } = this.layout;
    const all = await this.network.read(theta, parameters + terms + 1);
    const end = parameters + terms;
    return {
      weights: all.slice(0, parameters),
      terms: all.slice(parameters, end),
      gradientNorm: all[end],
    };
  }

  private write(...vectors: readonly Float32Array[]): void {
    const all = new Float32Array(vectors.reduce((length, vector) => length + vector.length, 0));
    let at = 0;
    for (const vector of vectors) {
      all.set(vector, at);
      at += vector.length;
    }
    this.network.write(all);
  }

  /** With Adam's corrections in the two numbers: see `optimizerStep`. */
  private step(learningRate: number, update: number): StepNumbers {
    const { maxGradientNorm, optimizer } = this.options;
    const longest = maxGradientNorm ?? -1;
    if (optimizer.kind === "sgd") return [learningRate, 0, longest];
    if (optimizer.kind === "rmsprop") return [learningRate, optimizer.epsilon, longest];
    const root = Math.sqrt(1 - optimizer.beta2 ** update);
    const rate = (learningRate * root) / (1 - optimizer.beta1 ** update);
    return [rate, optimizer.epsilon * root, longest];
  }

  private checkLength(vectors: Float32Array, count: number): void {
    const length = count * this.layout.parameters;
    if (vectors.length === length) return;
    throw new Error(`A ${this.title} network has ${length} parameters, not ${vectors.length}.`);
  }
}

function sum(terms: Float32Array): number {
  return terms.reduce((total, term) => total + term, 0);
}
