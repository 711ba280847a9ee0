import type { Outcome, RunContext } from "../../core/algo";
import type { GlimpseState } from "../../core/glimpse";
import { glimpseEnvOf, type GlimpseEnv } from "../../core/glimpse-env";
import { layerSizes } from "../../core/network-params";
import type { GreedyTest } from "../../core/network-run";
import { Actor } from "../../nn/actor";
import type { LabelledBatch } from "../../nn/class-learner";
import type { MlpTraining } from "../../nn/learner";
import { classLearner } from "../../nn/learners";
import type { LearnerState } from "../../nn/learner";
import { ADAM } from "../../nn/optimizers";
import { initialParameters, type MlpSpec } from "../../nn/params";
import { untrained } from "../../nn/untrained";
import type { FullImageParams } from "./params";

/** All that a run keeps. Plain data. */
export interface FullImageMemory {
  readonly learner: LearnerState;
  /** The weights that answered the batch on screen, and the last ones whose losses were numbers. */
  readonly acting: Float32Array;
  readonly good: Float32Array;
  readonly batch: readonly GlimpseState[];
  readonly logits: Float32Array | null;
  readonly test: GreedyTest | null;
  readonly testedAt: number;
  readonly solvedAt: number | null;
}

export interface Parts {
  readonly context: RunContext<FullImageParams>;
  readonly env: GlimpseEnv;
  readonly spec: MlpSpec;
  readonly learner: MlpTraining<LabelledBatch>;
  readonly actor: Actor;
  /** θ of the learner. Replaced, never written to. */
  weights: Float32Array;
  good: Float32Array;
  /** The images that are to be answered, or were answered last. */
  batch: readonly GlimpseState[];
  /** `[rows, 10]` of them; null before they are answered. */
  logits: Float32Array | null;
  test: GreedyTest | null;
  testing: number | null;
  /** Updates that the network had when it was tested last. */
  testedAt: number;
  solvedAt: number | null;
}

export function partsOf(context: RunContext<FullImageParams>, kept: FullImageMemory | undefined): Parts {
  const env = glimpseEnvOf(context.env);
  const { params, streams } = context;
  const { size } = env.glimpse;
  const spec: MlpSpec = {
    sizes: layerSizes(size * size, params, env.nActions),
    activation: params.activation,
  };
  const weights = kept?.learner.weights ?? initialParameters(spec.sizes, streams.init.split("weights"));
  const learner = classLearner({ network: spec, optimizer: ADAM, weights, maxGradientNorm: null });
  if (kept) learner.restore(kept.learner);
  return {
    context,
    env,
    spec,
    learner,
    actor: new Actor(spec, kept?.acting ?? weights),
    weights,
    good: kept?.good ?? weights,
    // Without digits to learn from the network can be asked all the same, but not go on.
    batch: kept?.batch ?? (env.glimpse.trainCount > 0 ? drawBatch(context, env) : []),
    logits: kept?.logits ?? null,
    test: kept?.test ?? null,
    testing: null,
    testedAt: kept?.testedAt ?? 0,
    solvedAt: kept?.solvedAt ?? null,
  };
}

/** New images to learn from. */
export function drawBatch(
  { params, streams }: Pick<RunContext<FullImageParams>, "params" | "streams">,
  env: GlimpseEnv,
): GlimpseState[] {
  return Array.from({ length: params.batchSize }, () => env.reset(streams.world));
}

export async function saveParts(parts: Parts): Promise<FullImageMemory> {
  const { good, batch, logits, test, testedAt, solvedAt } = parts;
  const acting = parts.actor.weights;
  return { learner: await parts.learner.save(), acting, good, batch, logits, test, testedAt, solvedAt };
}

/** Every pixel as a number from 0 to 1, image after image. */
export function pixelsOf(states: readonly Pick<GlimpseState, "pixels">[]): Float32Array {
  const length = states[0]?.pixels.length ?? 0;
  const all = new Float32Array(states.length * length);
  states.forEach(({ pixels }, row) => pixels.forEach((value, i) => (all[row * length + i] = value / 255)));
  return all;
}

/** The end of a run that has diverged: back to the last good weights. Adam starts anew. */
export function giveUp(parts: Parts): Outcome {
  const { context, good, learner } = parts;
  learner.restore(untrained(good));
  parts.weights = good;
  return {
    reason: "diverges",
    says: `Learning has diverged: after update ${context.clock.updates} the loss is no longer a number. Steps that are too large do that. The last good weights are back: lower the learning rate and go on.`,
  };
}
