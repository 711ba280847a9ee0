import {
  concat1d,
  dispose,
  ones,
  reshape,
  scalar,
  tensor2d,
  type Rank,
  type Tensor1D,
  type Tensor2D,
} from "@tensorflow/tfjs-core";
import { flat } from "./dense";
import { glimpseParameterCount, glimpseTitle, type GlimpseModelSpec } from "./glimpse-layers";
import {
  backward,
  choose,
  classify,
  coreStep,
  cutGlimpse,
  drive,
  forward,
  see,
  type Choice,
  type GlimpseWeights,
} from "./glimpse-network";
import type { Learner, Reading } from "./learner";
import { crossEntropy, gaussianPolicyGradient, regression } from "./losses";
import { actionMask } from "./one-hot";
import { readBack } from "./read-back";
import { TfjsLearner, type Descent, type LearnerOptions } from "./tfjs-learner";

/** `rows` images that were looked at `glimpses` times each. Rows of several glimpses lie glimpse after glimpse. */
export interface GlimpseBatch {
  readonly rows: number;
  /** T. */
  readonly glimpses: number;
  /** What was seen, `[T·rows, inputs]`. */
  readonly patches: Float32Array;
  /** Where, `[T·rows, 2]`. */
  readonly places: Float32Array;
  /** What the policy drew for the glimpses after the first, `[(T−1)·rows, 2]`: places before they were cut off at ±1. */
  readonly drawn: Float32Array;
  readonly labels: Int32Array;
  /** R of each image: 1 if its answer after the last glimpse was right. */
  readonly rewards: Float32Array;
  /** b when each place was drawn, `[(T−1)·rows]`. The advantage R − b is a constant. */
  readonly baselines: Float32Array;
  /** The standard deviation of the policy's Gaussian. */
  readonly sigma: number;
  /** What the REINFORCE term counts: 0.01; 0 where the places are not the policy's. */
  readonly policyWeight: number;
}

/** As `Reading`; of the loss also two of its three terms, each before the first update 0. */
export interface GlimpseReading extends Reading {
  readonly parts: {
    /** Mean cross-entropy after the last glimpse, in nats. */
    readonly classLoss: number;
    /** Mean of (b − R)² over images and choices. */
    readonly baselineLoss: number;
  };
}

/** What the network makes of a glimpse of each of `rows` images. */
export interface GlimpseLooks {
  /** h `[rows, core]`, for the next one. */
  readonly hidden: Float32Array;
  /** μ `[rows, 2]`, b `[rows]`, and the logits of the classes `[rows, classes]`. */
  readonly means: Float32Array;
  readonly baselines: Float32Array;
  readonly logits: Float32Array;
}

export interface GlimpseOptions extends LearnerOptions {
  readonly model: GlimpseModelSpec;
}

/** The recurrent attention model in training. */
export interface GlimpseTraining extends Learner<GlimpseBatch> {
  /**
   * One glimpse of each image: `patches` `[rows, inputs]` at `places` `[rows, 2]`, and the h of the glimpse before,
   * null for the first. One read-back.
   */
  look(patches: Float32Array, places: Float32Array, hidden: Float32Array | null): Promise<GlimpseLooks>;
  readForActing(): Promise<GlimpseReading>;
}

/**
 * The recurrent attention model in training, by the hybrid loss of Mnih et al. (2014), section 3.1: mean cross-entropy
 * after the last glimpse + mean (b − R)² + `policyWeight` × the mean over images of −Σ_t log π(l_t) (R − b_t).
 * Batches carry what was seen, so an update needs no state; h is computed anew in it.
 */
export class GlimpseLearner extends TfjsLearner<GlimpseBatch> implements GlimpseTraining {
  private readonly model: GlimpseModelSpec;
  /** The layers of `theta`, cut once for all looks between two updates. */
  private cut: { readonly theta: Tensor1D; readonly weights: GlimpseWeights } | null = null;

  constructor(options: GlimpseOptions) {
    const { model } = options;
    super(options, { title: glimpseTitle(model), parameters: glimpseParameterCount(model), terms: 3 });
    this.model = model;
  }

  async look(
    patches: Float32Array,
    places: Float32Array,
    hidden: Float32Array | null,
  ): Promise<GlimpseLooks> {
    const rows = places.length / 2;
    const { inputs, coreUnits } = this.model;
    const all = await readBack(() => {
      const weights = this.weights();
      const seeing = see(weights, tensor2d(patches, [rows, inputs]), tensor2d(places, [rows, 2]));
      const before = hidden ? tensor2d(hidden, [rows, coreUnits]) : undefined;
      const h = coreStep(weights, drive(weights, seeing), before);
      const { mean, baseline } = choose(weights, h);
      return concat1d([h, mean, baseline, classify(weights, h)].map(flat));
    });
    const [meansAt, baselinesAt, logitsAt] = [coreUnits, coreUnits + 2, coreUnits + 3].map((n) => n * rows);
    return {
      hidden: all.slice(0, meansAt),
      means: all.slice(meansAt, baselinesAt),
      baselines: all.slice(baselinesAt, logitsAt),
      logits: all.slice(logitsAt),
    };
  }

  override async readForActing(): Promise<GlimpseReading> {
    const { terms, ...reading } = await this.readWithTerms();
    const [classLoss, baselineLoss, policyLoss] = terms;
    return {
      ...reading,
      loss: classLoss + baselineLoss + policyLoss,
      parts: { classLoss, baselineLoss },
    };
  }

  override dispose(): void {
    super.dispose();
    if (this.cut) dispose(this.cut.weights);
  }

  protected override descend(batch: GlimpseBatch): Descent {
    const { rows, glimpses } = batch;
    const { inputs, classes } = this.model;
    const weights = this.weights();
    const patches = tensor2d(batch.patches, [glimpses * rows, inputs]);
    const places = tensor2d(batch.places, [glimpses * rows, 2]);
    const pass = forward(weights, patches, places, glimpses);
    // #region gradient
    const answer = crossEntropy(pass.logits, actionMask(batch.labels, classes), 1 / rows);
    const choices = pass.choices && choiceLosses(pass.choices, batch);
    const gradient = backward(weights, pass, {
      logits: answer.outputGradient,
      choices: choices && {
        mean: choices.policy.outputGradient,
        baseline: choices.baseline.outputGradient,
      },
    });
    // #endregion
    const losses = choices
      ? [answer.loss, choices.baseline.loss, choices.policy.loss]
      : [answer.loss, scalar(0), scalar(0)];
    return { terms: concat1d(losses.map((loss) => reshape<Rank.R1>(loss, [1]))), gradient };
  }

  private weights(): GlimpseWeights {
    if (this.cut?.theta !== this.theta) {
      if (this.cut) dispose(this.cut.weights);
      this.cut = { theta: this.theta, weights: cutGlimpse(this.model, this.theta) };
    }
    return this.cut.weights;
  }
}

// #region hybrid-loss
/** The two terms of the loss that come from the choices, and their gradients. */
function choiceLosses({ mean, baseline }: Choice, batch: GlimpseBatch) {
  const { rows, glimpses, drawn, rewards, baselines, sigma, policyWeight } = batch;
  const count = (glimpses - 1) * rows;
  const rewardOf = Float32Array.from({ length: count }, (_, i) => rewards[i % rows]);
  const advantages = rewardOf.map((reward, i) => reward - baselines[i]);
  const column = (values: Float32Array): Tensor2D => tensor2d(values, [count, 1]);
  return {
    baseline: regression("squared", baseline, ones<Rank.R2>([1, 1]), column(rewardOf), 1 / count),
    policy: gaussianPolicyGradient(
      mean,
      tensor2d(drawn, [count, 2]),
      column(advantages),
      sigma,
      policyWeight / rows,
    ),
  };
}
// #endregion
