import type { Outcome } from "../../core/outcome";
import { waitFor, type Wait } from "../../core/wait";
import type { Reading } from "../../nn/learner";
import { isBelievable } from "../../nn/value-bounds";
import { badUpdate, diverged, errorSize } from "./divergence";
import type { Parts } from "./parts";
import { learningRateAt } from "./schedules";
import type { Stage } from "./stages";
import { drawBatch, type Update } from "./update";

/**
 * One update in slow motion: draw, compute, step, and bring the target network up to date. Yields every stage but the
 * last, and returns that. Where learning has diverged it leaves the outcome in the books.
 */
export function* learn(parts: Parts): Generator<Stage | Wait, Stage> {
  const { network } = parts;
  const update = draw(parts);
  show(parts, update);
  yield update.stage;

  const reading = yield* waitFor(network.update(update.batch, update.learningRate));
  if (!isGood(parts, update, reading)) return update.stage;
  for (const stage of ["targets", "loss", "gradient"] as const) {
    update.stage = stage;
    yield stage;
  }

  adopt(parts, update, reading);
  if (network.targetIsDue(parts.context.clock.updates + 1)) {
    yield update.stage;
    network.moveTarget();
    network.followTarget();
    update.stage = "sync";
  }
  count(parts, reading);
  return update.stage;
}

/**
 * The same as `learn` for `due` updates one after the other, but handed to the device in one go: nothing is waited for
 * until all are queued, and what they come to is read once.
 */
export function* learnAtOnce(parts: Parts, due: number): Generator<Wait, Stage> {
  const { books, network } = parts;
  const { clock, streams } = parts.context;
  const queued = Array.from({ length: due }, (_, i) => {
    const update = draw(parts);
    const reading = network.update(update.batch, update.learningRate);
    const movesTarget = network.targetIsDue(clock.updates + i + 1);
    if (movesTarget) network.moveTarget();
    return { update, reading, movesTarget, drawn: streams.replay.state() };
  });
  const readings = yield* waitFor(Promise.all(queued.map(({ reading }) => reading)));
  let stage: Stage = "sample";
  for (const [i, { update: early, movesTarget, drawn }] of queued.entries()) {
    // Drawn when the weights before it were not known yet.
    const update: Update = { ...early, theta: network.weights, target: network.target };
    if (isGood(parts, update, readings[i])) {
      adopt(parts, update, readings[i]);
      if (movesTarget) {
        network.followTarget();
        update.stage = "sync";
      }
      count(parts, readings[i]);
    }
    stage = update.stage;
    if (books.outcome) {
      // As if those that follow had never been drawn.
      streams.replay.restore(drawn);
      break;
    }
  }
  return stage;
}

function draw({ context, network, memory }: Parts): Update {
  const { params, streams, clock } = context;
  network.fitTarget();
  return drawBatch(memory, network, params, learningRateAt(params, clock.steps), streams.replay);
}

/** Notes how an update went. False: learning has diverged, and the outcome is in the books. */
function isGood(parts: Parts, update: Update, { loss, gradientNorm }: Reading): boolean {
  const { context, books } = parts;
  logUpdate(parts, loss, gradientNorm);
  const fault = badUpdate({ loss, gradientNorm });
  if (fault === null) {
    Object.assign(update, { loss, gradientNorm });
    return true;
  }
  context.clock.updates++;
  books.outcome = giveUp(parts, fault);
  return false;
}

/** The weights after the step act from now on. */
function adopt(parts: Parts, update: Update, { weights }: Reading): void {
  parts.network.actor.load(weights);
  show(parts, update);
  Object.assign(update, { stage: "update", thetaAfter: weights } satisfies Partial<Update>);
}

function count({ context: { clock, params }, books }: Parts, { loss }: Reading): void {
  clock.updates++;
  if (!isBelievable(errorSize(loss, params.loss), books.earnable)) books.wildAt = clock.updates;
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
