import type { GlimpseEnv } from "../../core/glimpse-env";
import type { Rng } from "../../core/rng";
import { GlimpseActor } from "../../nn/glimpse-actor";
import { initialGlimpseParameters, type GlimpseModelSpec } from "../../nn/glimpse-layers";
import type { GlimpseTraining } from "../../nn/glimpse-learner";
import { glimpseLearner } from "../../nn/learners";
import { importGlimpseWeights } from "../../nn/glimpse-weights";
import type { LearnerState } from "../../nn/learner";
import { ADAM } from "../../nn/optimizers";
import { untrained } from "../../nn/untrained";
import { inputsOf } from "./batch";
import type { RamParams } from "./params";

/** The network as it stands. Plain data. */
export interface RamNetworkState {
  readonly learner: LearnerState;
  /** The weights that the pictures of the present batch are made with. */
  readonly acting: Float32Array;
  /** The last weights whose losses were numbers. */
  readonly good: Float32Array;
}

/** The recurrent attention model in training on the backend, with a copy that looks at single images on the CPU. */
export class RamNetwork {
  readonly model: GlimpseModelSpec;
  readonly learner: GlimpseTraining;
  readonly actor: GlimpseActor;
  /** θ of the learner. Replaced, never written to. */
  weights: Float32Array;
  private good: Float32Array;

  /** Throws, with a sentence for the student, if the shipped weights are those of another network. */
  constructor(
    env: GlimpseEnv,
    params: Readonly<RamParams>,
    init: Rng,
    shipped: Uint8Array | undefined,
    state: RamNetworkState | undefined,
  ) {
    const { glimpseUnits, coreUnits } = params;
    this.model = { inputs: inputsOf(env), glimpseUnits, coreUnits, classes: env.nActions };
    this.weights = state?.learner.weights ?? firstWeights(this.model, init, shipped);
    this.learner = glimpseLearner({
      model: this.model,
      optimizer: ADAM,
      weights: this.weights,
      maxGradientNorm: null,
    });
    if (state) this.learner.restore(state.learner);
    this.actor = new GlimpseActor(this.model, state?.acting ?? this.weights);
    this.good = state?.good ?? this.weights;
  }

  /** These weights came of an update that went well. */
  accept(weights: Float32Array): void {
    this.weights = weights;
    this.good = weights;
  }

  /** Goes back to the last good weights. Adam starts anew: its averages may hold what is not a number. */
  recover(): void {
    this.weights = this.good;
    this.learner.restore(untrained(this.good));
  }

  async save(): Promise<RamNetworkState> {
    const acting = this.actor.weights;
    const { good } = this;
    return { learner: await this.learner.save(), acting, good };
  }

  dispose(): void {
    this.learner.dispose();
  }
}

function firstWeights(model: GlimpseModelSpec, init: Rng, shipped: Uint8Array | undefined): Float32Array {
  if (!shipped) return initialGlimpseParameters(model, init.split("weights"));
  const read = importGlimpseWeights(model, shipped);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}
