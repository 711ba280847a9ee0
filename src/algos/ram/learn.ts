import type { Outcome } from "../../core/algo";
import { waitFor, type Wait } from "../../core/wait";
import type { GlimpseBatch } from "../../nn/glimpse-learner";
import { isSound } from "../../nn/policy-networks";
import { joined } from "./batch";
import { POLICY_WEIGHT } from "./params";
import { drawBatch, type Parts } from "./parts";

/** A loss of the class beyond this is no longer learning: guessing costs log 10 = 2.3. */
const LARGEST_LOSS = 100; // nats

/** Learns from a batch that has answered: one gradient step. The phases of it but the last; an outcome if it went wrong. */
export function* learn(
  parts: Parts,
  update: NonNullable<Parts["update"]>,
): Generator<string | Wait, Outcome | null> {
  const { context, network } = parts;
  const { clock, log, pace, params } = context;
  const batch = learnerBatch(parts);
  update.advantages = advantagesOf(batch);
  if (pace.fine) yield "advantage";

  network.learner.update(batch, params.learningRate);
  const reading = yield* waitFor(network.learner.readForActing());
  const { classLoss, baselineLoss } = reading.parts;
  if (!isSound(reading)) return giveUp(parts, "a gradient is no longer a number");
  if (classLoss > LARGEST_LOSS) return giveUp(parts, `the loss has grown to ${classLoss.toPrecision(3)}`);
  const { gradientNorm } = reading;
  Object.assign(update, { loss: classLoss, baselineLoss, gradientNorm });
  if (pace.fine) yield "gradient";

  network.accept(reading.weights);
  clock.updates++;
  const { rewards } = parts.batch;
  log("accuracy", rewards ? mean(rewards) : NaN);
  log("heldOut", parts.test?.mean ?? NaN);
  log("randomGaze", parts.randomGaze);
  log("loss", classLoss);
  log("baselineLoss", baselineLoss);
  log("spread", spreadOf(parts.batch.heads.slice(0, -1).map(({ means }) => means)));
  log("gradientNorm", gradientNorm);
  return null;
}

/** The end of a run that has diverged: back to the last good weights, with new images. */
export function giveUp(parts: Parts, what: string): Outcome {
  const { context, env, network } = parts;
  network.recover();
  parts.batch = drawBatch(context, env);
  parts.update = null;
  return {
    reason: "diverges",
    says: `Learning has diverged: after update ${context.clock.updates} ${what}. Steps that are too large do that. The last good weights are back: lower the learning rate and go on.`,
  };
}

function learnerBatch({ context: { params }, env, batch }: Parts): GlimpseBatch {
  const { states, patches, places, heads, drawn, rewards } = batch;
  const choices = heads.slice(0, -1).map(({ baselines }) => baselines);
  const baselines = joined(choices);
  return {
    rows: states.length,
    glimpses: env.glimpse.glimpses,
    patches: joined(patches),
    places: joined(places),
    drawn: joined(drawn),
    labels: Int32Array.from(states, ({ label }) => label),
    rewards: rewards ?? new Float32Array(states.length),
    baselines: params.baseline ? baselines : baselines.fill(0),
    sigma: params.sigma,
    policyWeight: params.gaze === "learned" ? POLICY_WEIGHT : 0,
  };
}

/** A_t = R − b(h_t), choice after choice. */
function advantagesOf({ rows, rewards, baselines }: GlimpseBatch): Float32Array {
  return baselines.map((b, i) => rewards[i % rows] - b);
}

function mean(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The standard deviation of the means between images, of both coordinates together, averaged over the choices. */
function spreadOf(means: readonly Float32Array[]): number {
  const spreads = means.map((of) => {
    const rows = of.length / 2;
    let variance = 0;
    for (const axis of [0, 1]) {
      const values = of.filter((_, i) => i % 2 === axis);
      const middle = mean(values);
      variance += values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / rows;
    }
    return Math.sqrt(variance);
  });
  return spreads.length === 0 ? NaN : spreads.reduce((sum, spread) => sum + spread, 0) / spreads.length;
}
