import { bestOf, pathOf, Tally } from "../../core/glimpse-tally";
import type { Evaluation, Gaze, GlimpseState } from "../../core/glimpse";
import type { GlimpseEnv } from "../../core/glimpse-env";
import type { Rng } from "../../core/rng";
import { BREATH, waitFor, type Wait } from "../../core/wait";
import type { GlimpseTraining } from "../../nn/glimpse-learner";
import { glimpseAll, newBatch, type Batch } from "./batch";
import { drawAround, firstPlace, nextPlace } from "./gaze";

/** Images that are looked at side by side. */
const ROWS = 100;

export interface Looker {
  readonly env: GlimpseEnv;
  readonly learner: Pick<GlimpseTraining, "look">;
  readonly sigma: number;
}

/**
 * Looks at the first `count` held-out images once each, with places drawn from the policy (or the control) as in
 * training, and compares the answers with the labels (Mnih et al., M = 1). `rng` is the test's own. Yields the share done.
 */
export function* evaluate(
  { env, learner, sigma }: Looker,
  count: number,
  gaze: Gaze,
  rng: Rng,
): Generator<Wait | number, Omit<Evaluation, "updates">> {
  const { glimpses, size, testCount } = env.glimpse;
  const tally = new Tally(size, glimpses);
  const images = Math.min(count, testCount);
  for (let first = 0; first < images; first += ROWS) {
    const digits = Array.from({ length: Math.min(ROWS, images - first) }, (_, i) => first + i);
    const batch = newBatch(digits.map((digit) => startAt(env, env.glimpse.test(digit, rng), gaze)));
    const logits = yield* answersOf(batch, { env, learner, sigma }, gaze, rng);
    batch.states.forEach((state, row) => tally.add(state, bestOf(logits, row), pathOf(batch.places, row)));
    yield (first + digits.length) / images;
    yield BREATH;
  }
  return tally.evaluation(gaze);
}

function startAt(env: GlimpseEnv, state: GlimpseState, gaze: Gaze): GlimpseState {
  return { ...state, place: firstPlace(gaze, env.glimpse.glimpses, state.place) };
}

/** Lets the network look at every image of a batch to the end; the logits after the last glimpse. */
function* answersOf(
  batch: Batch,
  { env, learner, sigma }: Looker,
  gaze: Gaze,
  rng: Rng,
): Generator<Wait, Float32Array> {
  const { glimpses } = env.glimpse;
  for (let t = 1; ; t++) {
    glimpseAll(env, batch);
    const heads = yield* waitFor(
      learner.look(batch.patches[t - 1], batch.places[t - 1], batch.heads.at(-1)?.hidden ?? null),
    );
    batch.heads.push(heads);
    if (t === glimpses) return heads.logits;
    const { means } = heads;
    batch.states = batch.states.map((state, row) => {
      const drawn = drawAround({ x: means[2 * row], y: means[2 * row + 1] }, sigma, rng);
      const next = nextPlace(gaze, t, glimpses, drawn, rng);
      return env.step(state, { ...next, answer: 0 }, rng).state;
    });
  }
}
