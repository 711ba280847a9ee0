import {
  add,
  argMax,
  cast,
  max,
  mul,
  oneHot,
  sum,
  tensor2d,
  tidy,
  type Tensor2D,
} from "@tensorflow/tfjs-core";
import type { Layer } from "./dense";
import type { MlpTraining } from "./learner";
import { regression, type LossAndGradient, type RegressionLoss } from "./losses";
import { MlpLearner, type MlpOptions, type Observations } from "./mlp-learner";
import { actionMask } from "./one-hot";

/** Transitions (s, a, r, s′), each array row after row. */
export interface Transitions extends Observations {
  readonly actions: Int32Array;
  readonly rewards: Float32Array;
  readonly nextObservations: Float32Array;
  /** 1 where s′ ends the episode for good and is worth nothing; 0 also where a time limit cut the episode. */
  readonly terminated: Uint8Array;
}

/** What DQN's update is made of. */
export interface QRule {
  readonly gamma: number;
  readonly loss: RegressionLoss;
  /** The online network picks a′, the target network values it (van Hasselt et al., 2016). */
  readonly double: boolean;
}

export interface QOptions extends MlpOptions {
  /** Read at every update: it may change while training. */
  readonly rule: QRule;
}

/** A Q-network in training, with its target network θ⁻. Until one of the first two is called θ⁻ is θ. */
export interface QTraining extends MlpTraining<Transitions> {
  /** θ⁻ ← θ */
  syncTarget(): void;
  /** θ⁻ ← τθ + (1−τ)θ⁻, the soft target of Lillicrap et al. (2016); τ in [0, 1]. Without a target: `syncTarget`. */
  blendTarget(tau: number): void;
  /** θ⁻ is θ from now on: the network bootstraps from itself. */
  dropTarget(): void;
}

/**
 * DQN's update (Mnih et al., 2015): y = r + γ max_a′ Q(s′,a′;θ⁻), and one step on the mean loss of Q(s,a;θ) − y over
 * the batch, y a constant.
 */
export class QLearner extends MlpLearner<Transitions> implements QTraining {
  constructor(private readonly q: QOptions) {
    super(q);
  }

  /** Copies nothing: θ is never changed in place. */
  syncTarget(): void {
    this.setTarget(this.theta.clone());
  }

  blendTarget(tau: number): void {
    const { target } = this;
    if (!target) return this.syncTarget();
    this.setTarget(tidy(() => add(mul(this.theta, tau), mul(target.theta, 1 - tau))));
  }

  dropTarget(): void {
    this.disposeTarget();
  }

  protected override lossOf(
    output: Tensor2D,
    batch: Transitions,
    rows: number,
    layers: readonly Layer[],
  ): LossAndGradient {
    const mask = actionMask(batch.actions, this.spec.sizes[this.spec.sizes.length - 1]);
    return regression(this.q.rule.loss, output, mask, this.targets(batch, rows, layers), 1 / rows);
  }

  // #region targets
  /** y `[rows, 1]` */
  private targets(batch: Transitions, rows: number, layers: readonly Layer[]): Tensor2D {
    const next = this.rows(batch.nextObservations);
    const values = this.output(this.target?.layers ?? layers, next);
    const discounts = Float32Array.from(batch.terminated, (ended) => (ended ? 0 : this.q.rule.gamma));
    const best = this.q.rule.double
      ? this.valueOfOwnChoice(values, next, layers)
      : max<Tensor2D>(values, 1, true);
    return add(tensor2d(batch.rewards, [rows, 1]), mul(tensor2d(discounts, [rows, 1]), best));
  }

  private valueOfOwnChoice(values: Tensor2D, next: Tensor2D, layers: readonly Layer[]): Tensor2D {
    const own = this.target ? this.output(layers, next) : values;
    // Made as integers and then converted: asked for float32, WebAssembly's OneHot writes the bits of an integer.
    const choice = cast(oneHot(argMax(own, 1), values.shape[1]), "float32");
    return sum<Tensor2D>(mul(choice, values), 1, true);
  }
  // #endregion
}
