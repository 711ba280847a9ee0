import { greedyTest, passed } from "../../core/greedy-test";
import type { GreedyTest } from "../../core/network-run";
import type { Wait } from "../../core/wait";
import type { Parts } from "./parts";
import { argmax } from "./values";

/**
 * Tests the greedy policy every `testEvery` environment steps, before anything else happens in a tick. The run may be
 * paused meanwhile; a change made then begins the test anew, as it will when the run is replayed with that change.
 */
export function* testWhenDue(parts: Parts): Generator<Wait, void> {
  const { context, books } = parts;
  const { clock } = context;
  while (isDue(parts)) {
    const test = yield* testOnce(parts);
    parts.testing = null;
    if (!test) continue;
    books.test = test;
    if (!passed(context.env, test)) return;
    clock.solves++;
    books.solvedAt ??= clock.steps;
    return;
  }
}

/** One test from its first episode; null where a change has made it void. */
function* testOnce(parts: Parts): Generator<Wait, GreedyTest | null> {
  const { context, network } = parts;
  const { clock, env, streams } = context;
  const act = (observation: Float32Array) => argmax(network.actor.outputs(observation));
  const tell = (episodes: number) => (parts.testing = episodes);
  tell(0);
  // A split draws nothing from its stream: testing changes nothing.
  const test = greedyTest(env, act, streams.init.split(`test ${clock.steps}`), clock.steps, tell);
  while (context.env === env && isDue(parts)) {
    const played = test.next();
    if (played.done) return played.value;
    yield played.value;
  }
  return null;
}

function isDue({ context: { clock, params }, books }: Parts): boolean {
  const testedAt = books.test?.step ?? 0;
  return Math.floor(clock.steps / params.testEvery) > Math.floor(testedAt / params.testEvery);
}
