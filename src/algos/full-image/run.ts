import type { Outcome, StartRun } from "../../core/algo";
import type { Evaluation } from "../../core/glimpse";
import { bestOf, Tally } from "../../core/glimpse-tally";
import { testView, type NetworkRun } from "../../core/network-run";
import type { Rng } from "../../core/rng";
import { TEST_IMAGES, testOnHeldOut } from "../../core/test-when-due-held-out";
import { BREATH, waitFor, type Wait } from "../../core/wait";
import { isSound } from "../../nn/policy-networks";
import { explainer, pictureOf, probe } from "./look";
import type { FullImageParams } from "./params";
import { drawBatch, giveUp, partsOf, pixelsOf, saveParts, type FullImageMemory, type Parts } from "./parts";

/** Images answered side by side in a test. */
const ROWS = 100;

/** A classifier of whole images: the control of Mnih et al. (2014) that needs no glimpses. A tick is one update. */
export const start: StartRun<FullImageParams, FullImageMemory, NetworkRun<FullImageMemory>> = (
  context,
  kept,
) => {
  const parts = partsOf(context, kept);
  return {
    steps: updates(parts),
    view: () => testView(parts),
    explain: explainer(parts),
    look: ({ glimpses: row }) => (row === undefined ? {} : { glimpses: pictureOf(parts, row) }),
    save: () => saveParts(parts),
    weights: () => [parts.weights],
    evaluate: (count) => evaluateNow(parts, count),
    probe: (question) => probe(parts, question),
    dispose: () => parts.learner.dispose(),
  };
};

function* updates(parts: Parts): Generator<string | Wait, Outcome> {
  const { context, env, learner } = parts;
  const { clock, log, pace, params } = context;
  if (pace.fine && clock.ticks === 0) yield "initialise";
  for (;;) {
    yield* testWhenDue(parts);
    // One without images waits for digits to learn from: where there still are none, the environment says so.
    if (parts.logits || parts.batch.length === 0) {
      parts.batch = drawBatch(context, env);
      parts.logits = null;
      parts.actor.load(parts.weights);
    }
    if (pace.fine) yield "start";

    const { batch } = parts;
    const observations = pixelsOf(batch);
    const logits = yield* waitFor(learner.forward(observations));
    parts.logits = logits;
    const right = batch.filter(({ label }, row) => bestOf(logits, row) === label).length;
    clock.steps += batch.length;
    let phase = "answer";
    if (params.learning) {
      if (pace.fine) yield phase;
      const labels = Int32Array.from(batch, ({ label }) => label);
      learner.update({ observations, labels }, params.learningRate);
      const reading = yield* waitFor(learner.readForActing());
      if (!isSound(reading)) return giveUp(parts);
      if (pace.fine) yield "gradient";
      parts.weights = reading.weights;
      parts.good = reading.weights;
      clock.updates++;
      log("accuracy", right / batch.length);
      log("heldOut", parts.test?.mean ?? NaN);
      log("loss", reading.loss);
      log("gradientNorm", reading.gradientNorm);
      phase = "weights";
    }
    clock.ticks++;
    clock.episodes += batch.length;
    yield phase;
  }
}

/** Tests the network after every so many updates, always on the same images. */
function testWhenDue(parts: Parts): Generator<Wait, void> {
  const { init } = parts.context.streams;
  return testOnHeldOut(
    parts,
    () => [parts.weights],
    () => evaluate(parts, TEST_IMAGES, init.split("test")),
  );
}

function* evaluate(
  { env, learner }: Parts,
  count: number,
  rng: Rng,
): Generator<Wait | number, Omit<Evaluation, "updates">> {
  const { size, testCount } = env.glimpse;
  const tally = new Tally(size, 0);
  const images = Math.min(count, testCount);
  for (let first = 0; first < images; first += ROWS) {
    const rows = Math.min(ROWS, images - first);
    const states = Array.from({ length: rows }, (_, i) => env.glimpse.test(first + i, rng));
    const logits = yield* waitFor(learner.forward(pixelsOf(states)));
    states.forEach((state, row) => tally.add(state, bestOf(logits, row), []));
    yield (first + rows) / images;
    yield BREATH;
  }
  return tally.evaluation("centre");
}

function* evaluateNow(parts: Parts, count: number): Generator<Wait | number, Evaluation> {
  const { clock, streams } = parts.context;
  return { ...(yield* evaluate(parts, count, streams.init.split("evaluate"))), updates: clock.updates };
}
