import { Actor } from "../../nn/actor";
import type { LearnerState, Reading } from "../../nn/learner";
import { qLearner } from "../../nn/learners";
import { ADAM } from "../../nn/optimizers";
import type { MlpSpec } from "../../nn/params";
import type { QTraining, Transitions } from "../../nn/q-learner";
import { untrained } from "../../nn/untrained";
import type { DqnParams } from "./params";

/**
 * Q(s, ·; θ) in two copies, one that learns, on the device, and one that acts, here; and the target network beside
 * them. `params` is read at use.
 */
export class QNetwork {
  readonly actor: Actor;
  /** θ⁻ as the learner has it, up to rounding in the last bits; null while the network bootstraps from itself. */
  target: Float32Array | null;
  private readonly learner: QTraining;

  /** `state`: of weights just drawn, or as `save` gave it. */
  constructor(
    readonly spec: MlpSpec,
    private readonly params: Readonly<DqnParams>,
    state: LearnerState,
  ) {
    this.learner = qLearner({
      network: spec,
      optimizer: ADAM,
      weights: state.weights,
      rule: params,
      get maxGradientNorm() {
        return maxGradientNormOf(params);
      },
    });
    this.learner.restore(state);
    this.actor = new Actor(spec, state.weights);
    this.target = state.target;
  }

  /** The weights that act. */
  get weights(): Float32Array {
    return this.actor.weights;
  }

  /** Longest gradient that is applied; null for no limit. */
  get maxGradientNorm(): number | null {
    return maxGradientNormOf(this.params);
  }

  /** Takes a target network on or off, as the parameters say now: before an update. */
  fitTarget(): void {
    const wanted = this.params.target !== "none";
    if (wanted === (this.target !== null)) return;
    if (wanted) {
      this.learner.syncTarget();
      this.target = this.weights;
    } else {
      this.learner.dropTarget();
      this.target = null;
    }
  }

  /**
   * One gradient step of the weights that learn. The others act on, until they are given what comes. More steps may be
   * made before it does.
   */
  update(batch: Transitions, learningRate: number): Promise<Reading> {
    this.learner.update(batch, learningRate);
    return this.learner.readForActing();
  }

  /** Whether the target network moves after update number `updates`. */
  targetIsDue(updates: number): boolean {
    const { target, targetEvery } = this.params;
    return target === "soft" || (target === "periodic" && updates % targetEvery === 0);
  }

  /** Moves the learner's target network, all the way or a little. */
  moveTarget(): void {
    const { target, tau } = this.params;
    if (target === "soft") this.learner.blendTarget(tau);
    else this.learner.syncTarget();
  }

  /** Moves the one that is kept here as `moveTarget` did, once the weights of that moment act. */
  followTarget(): void {
    const { target, tau } = this.params;
    this.target = target === "soft" ? blend(this.target ?? this.weights, this.weights, tau) : this.weights;
  }

  save(): Promise<LearnerState> {
    return this.learner.save();
  }

  /** Begins anew from these weights, also the target network: the optimizer's averages are of gradients gone wild. */
  goBack(weights: Float32Array): void {
    this.target &&= weights;
    this.learner.restore(untrained(weights, this.target));
    this.actor.load(weights);
  }

  dispose(): void {
    this.learner.dispose();
  }
}

function maxGradientNormOf({ clipGradient, maxGradientNorm }: Readonly<DqnParams>): number | null {
  return clipGradient ? maxGradientNorm : null;
}

/** τ of the way from `old` to `fresh`. */
function blend(old: Float32Array, fresh: Float32Array, tau: number): Float32Array {
  const blended = new Float32Array(old.length);
  for (let i = 0; i < old.length; i++) blended[i] = tau * fresh[i] + (1 - tau) * old[i];
  return blended;
}
