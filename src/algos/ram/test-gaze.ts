import type { Gaze } from "../../core/glimpse";
import { passed } from "../../core/greedy-test";
import { STOPPING_PLACE, type Wait } from "../../core/wait";
import { evaluate } from "./evaluate";
import type { Parts } from "./parts";

/** Held-out digits of a test in training. */
const TEST_IMAGES = 500;

/** Tests the network after every so many updates: the same held-out digits with the learned gaze and a random one. */
export function* testWhenDue(parts: Parts): Generator<Wait, void> {
  const { context, env } = parts;
  const { clock, params } = context;
  if (clock.updates === parts.testedAt || clock.updates % params.testEvery !== 0) return;
  const learned = yield* share(parts, params.gaze);
  const random = yield* share(parts, "random");
  parts.testing = null;
  parts.testedAt = clock.updates;
  parts.test = { mean: learned, episodes: TEST_IMAGES, step: clock.steps };
  parts.randomGaze = random;
  if (!passed(env, parts.test)) return;
  parts.solvedAt ??= clock.steps;
  clock.solves++;
  yield STOPPING_PLACE;
}

/** The share of right answers with a gaze. The test's own stream begins anew each time: always the same images. */
function* share(parts: Parts, gaze: Gaze): Generator<Wait, number> {
  const { context, env, network } = parts;
  const looker = { env, learner: network.learner, sigma: context.params.sigma };
  const work = evaluate(looker, TEST_IMAGES, gaze, context.streams.init.split("test"));
  for (;;) {
    const portion = work.next();
    if (portion.done) return 1 - portion.value.wrong / portion.value.count;
    if (typeof portion.value === "number") parts.testing = Math.round(portion.value * TEST_IMAGES);
    else yield { until: portion.value.until, atRest: true };
  }
}
