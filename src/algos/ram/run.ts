import type { Outcome, StartRun } from "../../core/algo";
import type { Evaluation, Gaze, Probe } from "../../core/glimpse";
import { bestOf } from "../../core/glimpse-tally";
import { testView, type NetworkRun } from "../../core/network-run";
import { waitFor, type Wait } from "../../core/wait";
import { glimpseAll, type Heads } from "./batch";
import { evaluate } from "./evaluate";
import { explainer } from "./explain";
import { drawAround, nextPlace } from "./gaze";
import { giveUp, learn } from "./learn";
import { pictureOf, probe } from "./look";
import { drawBatch, partsOf, saveParts, type Parts, type RamMemory } from "./parts";
import type { RamParams } from "./params";
import { testWhenDue } from "./test-gaze";

/**
 * The recurrent attention model (Mnih et al., “Recurrent models of visual attention”, 2014). A tick is one glimpse of
 * every image of the batch, the last one with its update.
 */
export const start: StartRun<RamParams, RamMemory, NetworkRun<RamMemory>> = (context, kept) => {
  const parts = partsOf(context, kept);
  return {
    steps: glimpses(parts),
    view: () => testView(parts),
    explain: explainer(parts),
    look: ({ glimpses: row }) => (row === undefined ? {} : { glimpses: pictureOf(parts, row) }),
    save: () => saveParts(parts),
    weights: () => [parts.network.weights],
    evaluate: (count, gaze) => evaluateNow(parts, count, gaze),
    probe: (question: Probe) => probe(parts, question),
    dispose: () => parts.network.dispose(),
  };
};

function* glimpses(parts: Parts): Generator<string | Wait, Outcome> {
  const { context, env, network } = parts;
  const { clock, pace, params, streams } = context;
  const { glimpses: T } = env.glimpse;
  if (pace.fine && clock.ticks === 0) yield "initialise";
  for (;;) {
    yield* testWhenDue(parts);
    // One without images waits for digits to learn from: where there still are none, the environment says so.
    if (parts.batch.rewards || parts.batch.states.length === 0) {
      parts.batch = drawBatch(context, env);
      parts.update = null;
      network.actor.load(network.weights);
    }
    const { batch } = parts;
    if (pace.fine && batch.places.length === 0) yield "start";

    glimpseAll(env, batch);
    const t = batch.places.length;
    if (pace.fine) yield "glimpse";

    const hidden = batch.heads.at(-1)?.hidden ?? null;
    const heads = yield* waitFor(network.learner.look(batch.patches[t - 1], batch.places[t - 1], hidden));
    if (!isFinite(heads)) return giveUp(parts, "what the network says of an image is no longer a number");
    batch.heads.push(heads);
    if (pace.fine) yield "core";

    clock.steps += batch.states.length;
    if (t < T) {
      chooseNext(parts, heads, t);
      clock.ticks++;
      yield "locate";
      continue;
    }
    answer(parts, heads);
    let phase = "answer";
    if (params.learning) {
      if (pace.fine) yield phase;
      const update = { advantages: null, loss: NaN, baselineLoss: NaN, gradientNorm: NaN };
      parts.update = update;
      const outcome = yield* learn(parts, update);
      if (outcome) return outcome;
      phase = "weights";
    }
    clock.ticks++;
    clock.episodes += batch.states.length;
    yield phase;
  }

  /** Draws where every eye goes next, and moves it there. */
  function chooseNext({ batch }: Parts, { means, logits }: Heads, t: number): void {
    const drawn = new Float32Array(means.length);
    batch.states = batch.states.map((state, row) => {
      const mean = { x: means[2 * row], y: means[2 * row + 1] };
      const place = drawAround(mean, params.sigma, streams.explore);
      drawn[2 * row] = place.x;
      drawn[2 * row + 1] = place.y;
      const next = nextPlace(params.gaze, t, T, place, streams.explore);
      return env.step(state, { ...next, answer: bestOf(logits, row) }, streams.world).state;
    });
    batch.drawn.push(drawn);
  }

  /** Every image is answered, and pays 1 where that is right. */
  function answer({ batch }: Parts, { logits }: Heads): void {
    const results = batch.states.map((state, row) =>
      env.step(state, { ...state.place, answer: bestOf(logits, row) }, streams.world),
    );
    batch.states = results.map(({ state }) => state);
    batch.rewards = Float32Array.from(results, ({ reward }) => reward);
  }
}

function isFinite({ means, logits }: Heads): boolean {
  return means.every(Number.isFinite) && logits.every(Number.isFinite);
}

function* evaluateNow(
  { context, env, network }: Parts,
  count: number,
  gaze: Gaze,
): Generator<Wait | number, Evaluation> {
  const looker = { env, learner: network.learner, sigma: context.params.sigma };
  const rng = context.streams.init.split("evaluate");
  return { ...(yield* evaluate(looker, count, gaze, rng)), updates: context.clock.updates };
}
