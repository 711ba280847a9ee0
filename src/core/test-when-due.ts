import type { RunContext } from "./algo";
import { greedyTest, passed } from "./greedy-test";
import type { GreedyTest } from "./network-run";
import { STOPPING_PLACE, type Wait } from "./wait";

/** A greedy policy that is tested now and then in the midst of its training. */
export interface Examinee {
  readonly context: Pick<RunContext<unknown>, "env" | "clock" | "streams">;
  readonly books: { solvedAt: number | null };
  /** Whether a test must be made before anything else happens; asked again after every breath of one. */
  isDue(): boolean;
  /** Tells this test from the run's others: each has its own chance. */
  number(): number;
  /** The greedy action. */
  act(observation: Float32Array): number;
  /** How many episodes of a test have been played; null when it is over. */
  tell(episodes: number | null): void;
  /** Takes down a test that was played to its end: it is not due any more. */
  note(test: GreedyTest): void;
}

/**
 * Tests the policy if that is due. The run may be paused meanwhile; a change made then begins the test anew, as it will
 * when the run is replayed with that change.
 */
export function* testWhenDue(examinee: Examinee): Generator<Wait, void> {
  const { context, books } = examinee;
  const { clock } = context;
  while (examinee.isDue()) {
    const test = yield* testOnce(examinee);
    examinee.tell(null);
    if (!test) continue;
    examinee.note(test);
    if (!passed(context.env, test)) continue;
    books.solvedAt ??= clock.steps;
    clock.solves++;
    yield STOPPING_PLACE;
  }
}

/** One test from its first episode; null where a change has made it void. */
function* testOnce(examinee: Examinee): Generator<Wait, GreedyTest | null> {
  const { context } = examinee;
  const { clock, env, streams } = context;
  // A split draws nothing from its stream: testing changes nothing.
  const chance = streams.init.split(`test ${examinee.number()}`);
  const act = (observation: Float32Array) => examinee.act(observation);
  const tell = (episodes: number) => examinee.tell(episodes);
  tell(0);
  const test = greedyTest(env, act, chance, clock.steps, tell);
  while (context.env === env && examinee.isDue()) {
    const played = test.next();
    if (played.done) return played.value;
    yield played.value;
  }
  return null;
}
