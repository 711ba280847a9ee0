import type { Outcome } from "../../core/outcome";
import type { Wait } from "../../core/wait";
import { isBelievable } from "../../nn/value-bounds";
import { badUpdate, diverged, errorSize } from "./divergence";
import type { Parts } from "./parts";
import { learningRateAt } from "./schedules";
import type { Stage } from "./stages";
import { drawBatch, type Update } from "./update";

/**
 * One update: draw, compute, step, and bring the target network up to date. Yields every stage but the last while
 * somebody watches, and returns the last. Where learning has diverged it leaves the outcome in the books.
 */
export function* learn(parts: Parts): Generator<Stage | Wait, Stage> {
  const { context, network, memory, books } = parts;
  const { params, streams, clock, pace } = context;
  network.fitTarget();
  const rate = learningRateAt(params, clock.steps);
  const update = drawBatch(memory, network, params, rate, streams.replay);
  if (pace.fine) {
    show(parts, update);
    yield update.stage;
  }

  const { weights, loss, gradientNorm } = yield* network.update(update.batch, rate);
  logUpdate(parts, loss, gradientNorm);
  const updates = clock.updates + 1;
  const fault = badUpdate({ loss, gradientNorm });
  if (fault !== null) {
    clock.updates = updates;
    books.outcome = giveUp(parts, fault);
    return update.stage;
  }
  Object.assign(update, { loss, gradientNorm });
  for (const stage of ["targets", "loss", "gradient"] as const) {
    update.stage = stage;
    if (pace.fine) yield stage;
  }

  network.actor.load(weights);
  show(parts, update);
  Object.assign(update, { stage: "update", thetaAfter: weights } satisfies Partial<Update>);
  if (network.targetIsDue(updates)) {
    if (pace.fine) yield update.stage;
    network.moveTarget();
    update.stage = "sync";
  }
  clock.updates = updates;
  if (!isBelievable(errorSize(loss, params.loss), books.earnable)) books.wildAt = updates;
  return update.stage;
}

function show(parts: Parts, update: Update): void {
  parts.update = update;
  parts.step = null;
}

/** Goes back to the last good weights; says why. */
export function giveUp({ context, network, books }: Parts, fault: string): Outcome {
  const { params, clock } = context;
  const rate = learningRateAt(params, clock.steps);
  network.goBack(books.good.weights);
  Object.assign(books, { valueSum: 0, valueCount: 0 });
  return diverged(fault, params, rate, clock.updates, books.good.updates);
}

function logUpdate({ context, books }: Parts, loss: number, gradientNorm: number): void {
  const known = (x: number) => (Number.isFinite(x) ? x : NaN);
  context.log("loss", known(loss));
  context.log("gradientNorm", known(gradientNorm));
  context.log("value", books.valueSum / books.valueCount);
}
