import { minibatch, newest, sample, type Minibatch, type ReplayMemory } from "../../core/replay-memory";
import type { Rng } from "../../core/rng";
import type { QNetwork } from "./network";
import type { DqnParams } from "./params";
import type { Stage } from "./stages";

/** One update as it goes: what it drew and the weights it used, for whoever wants to see its numbers. */
export interface Update {
  stage: Stage;
  readonly batch: Minibatch;
  readonly places: Int32Array;
  /** The environment steps at which the transitions were stored. */
  readonly storedAt: Float64Array;
  /** θ and θ⁻ before the step; null without a target network. */
  readonly theta: Float32Array;
  readonly target: Float32Array | null;
  /** θ after the step, once it is made. */
  thetaAfter: Float32Array | null;
  /** Of the whole minibatch, as the learner found them. */
  loss: number;
  gradientNorm: number;
  readonly learningRate: number;
  readonly maxGradientNorm: number | null;
  readonly rule: Pick<DqnParams, "gamma" | "double" | "loss">;
  /** τ of a soft target; null for one that is copied. */
  readonly tau: number | null;
}

/** Draws a minibatch: at random from the whole memory, or, without replay, its newest transitions as they came. */
export function drawBatch(
  memory: ReplayMemory,
  network: QNetwork,
  params: Readonly<DqnParams>,
  learningRate: number,
  replay: Rng,
): Update {
  const { batchSize, gamma, double, loss, target, tau } = params;
  // #region sample
  const places = params.replay ? sample(memory, batchSize, replay) : newest(memory, batchSize);
  // #endregion
  return {
    stage: "sample",
    batch: minibatch(memory, places),
    places,
    storedAt: Float64Array.from(places, (place) => memory.steps[place]),
    theta: network.weights,
    target: network.target,
    thetaAfter: null,
    loss: NaN,
    gradientNorm: NaN,
    learningRate,
    maxGradientNorm: network.maxGradientNorm,
    rule: { gamma, double, loss },
    tau: target === "soft" ? tau : null,
  };
}
