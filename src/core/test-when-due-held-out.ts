import type { RunContext } from "./algo";
import type { Evaluation } from "./glimpse";
import type { GreedyTest } from "./network-run";
import { examineWhenDue } from "./test-when-due";
import type { Wait } from "./wait";

/** Held-out images of a test in training. */
export const TEST_IMAGES = 500;

/** A classifier of images, with what is known of its tests. */
export interface Classifier {
  readonly context: Pick<RunContext<{ readonly testEvery: number }>, "env" | "clock" | "params">;
  test: GreedyTest | null;
  /** Images answered so far of the test that is under way; null between tests. */
  testing: number | null;
  /** Updates that the network had when it was tested last. */
  testedAt: number;
  solvedAt: number | null;
}

/** How many images were answered, and how many of them wrongly. */
export type Score = Pick<Evaluation, "count" | "wrong">;

/**
 * Tests a classifier after every `testEvery` updates, before anything else happens in a tick. `answer` goes through the
 * held-out images and yields the share done; `conditions` are what its result depends on besides the world.
 */
export function testOnHeldOut(
  classifier: Classifier,
  conditions: () => readonly unknown[],
  answer: () => Generator<Wait | number, Score>,
): Generator<Wait, void> {
  const { context } = classifier;
  const { clock, params } = context;
  return examineWhenDue({
    context,
    books: classifier,
    isDue: () => clock.updates !== classifier.testedAt && clock.updates % params.testEvery === 0,
    conditions,
    *play() {
      const work = answer();
      for (;;) {
        const portion = work.next();
        if (portion.done) {
          const { count, wrong } = portion.value;
          return { mean: 1 - wrong / count, episodes: count, step: clock.steps };
        }
        if (typeof portion.value === "number") classifier.testing = Math.round(portion.value * TEST_IMAGES);
        // What it waits for on the device is no part of the coming tick either.
        else yield { until: portion.value.until, atRest: true };
      }
    },
    tell: (images) => (classifier.testing = images),
    note(test) {
      classifier.test = test;
      classifier.testedAt = clock.updates;
    },
  });
}
