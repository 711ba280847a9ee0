/** What an algorithm reads after an update. `save` keeps the weights only: keep the two numbers where they matter. */
export interface Reading {
  /** A copy of θ, for acting on the CPU. */
  readonly weights: Float32Array;
  /** Of the latest update; 0 before the first. Not finite: the run has diverged. */
  readonly loss: number;
  /** ‖∇θ‖₂ of the latest update before clipping; 0 before the first. Not finite: the run has diverged. */
  readonly gradientNorm: number;
}

/** All that a learner needs in order to go on as if it had never stopped. Plain data, for checkpoints. */
export interface LearnerState {
  /** θ, laid out as `layerSlices` or `glimpseSlices` says. */
  readonly weights: Float32Array;
  /** The optimizer's running averages, one after the other. */
  readonly slots: Float32Array;
  /** θ⁻ of a target network, where there is one. */
  readonly target: Float32Array | null;
  /** Updates made so far. */
  readonly updates: number;
}

/**
 * A network in training, and the only thing an algorithm sees of it.
 *
 * An algorithm hands over a batch of plain numbers and asks for plain numbers back; how the update is computed is not
 * its business. So the same algorithm runs on tfjs operations, on the few calls of WebAssembly that do a whole update
 * (simd/) and on a few dispatches of hand-written WGSL (webgpu/). For that to stay possible
 * - `update` returns nothing and waits for nothing: many can be queued before anything is read;
 * - whatever an update needs (targets from a target network, clipping, the optimizer) happens inside it;
 * - everything that reads back is asynchronous: `read…`, `gradient`, `save`, and what a learner has for its network's
 *   outputs (`forward`, `look`). Call them seldom, or several before waiting for any: on the GPU these are one read-back.
 * Batches of one size are cheap, of many sizes dear (the GPU keeps buffers of every size): see `paddedRows`.
 */
export interface Learner<Batch> {
  /** One optimizer step on the batch. */
  update(batch: Batch, learningRate: number): void;
  /** The loss and the whole raw gradient of a batch, without a step. One read-back. */
  gradient(batch: Batch): Promise<{ readonly loss: number; readonly gradient: Float32Array }>;
  /** θ, and how the latest update went, at the moment of the call: more may be queued before this comes. One read-back. */
  readForActing(): Promise<Reading>;
  /** One read-back. */
  save(): Promise<LearnerState>;
  /** Goes back to a saved state of a learner with the same network and optimizer. */
  restore(state: LearnerState): void;
  /** Frees everything; the learner cannot be used afterwards. */
  dispose(): void;
}

/** A fully connected network in training. */
export interface MlpTraining<Batch> extends Learner<Batch> {
  /** The network's outputs `[rows, outputs]` for `observations` `[rows, inputs]`. One read-back. */
  forward(observations: Float32Array): Promise<Float32Array>;
}
