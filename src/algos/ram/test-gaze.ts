import type { Evaluation, Gaze } from "../../core/glimpse";
import { TEST_IMAGES, testOnHeldOut } from "../../core/test-when-due-held-out";
import type { Wait } from "../../core/wait";
import { evaluate } from "./evaluate";
import type { Parts } from "./parts";

/** Tests the network after every so many updates: the same held-out digits with the learned gaze and a random one. */
export function testWhenDue(parts: Parts): Generator<Wait, void> {
  const { context, network } = parts;
  const { params } = context;
  return testOnHeldOut(
    parts,
    () => [network.weights, params.gaze, params.sigma],
    () => bothGazes(parts),
  );
}

/** What counts is the learned gaze. */
function* bothGazes(parts: Parts): Generator<Wait | number, Omit<Evaluation, "updates">> {
  const learned = yield* look(parts, parts.context.params.gaze);
  const random = yield* look(parts, "random");
  // Not before the end: a test that has become void does not come to here.
  parts.randomGaze = 1 - random.wrong / random.count;
  return learned;
}

/** Looks at the digits with a gaze. The test's own stream begins anew each time: always the same images. */
function look({ context, env, network }: Parts, gaze: Gaze) {
  const looker = { env, learner: network.learner, sigma: context.params.sigma };
  return evaluate(looker, TEST_IMAGES, gaze, context.streams.init.split("test"));
}
