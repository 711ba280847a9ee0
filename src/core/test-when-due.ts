import type { RunContext } from "./algo";
import { greedyTest, passed } from "./greedy-test";
import type { GreedyTest } from "./network-run";
import { STOPPING_PLACE, type Wait } from "./wait";

/** What is tested now and then in the midst of its training. */
export interface Examinee {
  readonly context: Pick<RunContext<unknown>, "env" | "clock">;
  readonly books: { solvedAt: number | null };
  /** Whether a test must be made before anything else happens; asked again after every breath of one. */
  isDue(): boolean;
  /** What the outcome of a test depends on besides the world: where one of these is another, the test is void. */
  conditions(): readonly unknown[];
  /** A test from its beginning; a pause may stay wherever it waits. Changes nothing that a test begun anew would see. */
  play(): Generator<Wait, GreedyTest>;
  /** How many episodes of a test have been played; null when it is over. */
  tell(episodes: number | null): void;
  /** Takes down a test that was played to its end: it is not due any more. */
  note(test: GreedyTest): void;
}

/** A greedy policy that plays episodes of its world in its tests. */
export interface GreedyExaminee extends Omit<Examinee, "conditions" | "play"> {
  readonly context: Pick<RunContext<unknown>, "env" | "clock" | "streams">;
  /** Tells this test from the run's others: each has its own chance. */
  number(): number;
  /** The greedy action. */
  act(observation: Float32Array): number;
}

/** Tests a greedy policy if that is due. */
export function testWhenDue(policy: GreedyExaminee): Generator<Wait, void> {
  const { context } = policy;
  return examineWhenDue({
    context,
    books: policy.books,
    isDue: () => policy.isDue(),
    conditions: () => [],
    play() {
      const { clock, env, streams } = context;
      // A split draws nothing from its stream: testing changes nothing.
      const chance = streams.init.split(`test ${policy.number()}`);
      const act = (observation: Float32Array) => policy.act(observation);
      return greedyTest(env, act, chance, clock.steps, (episodes) => policy.tell(episodes));
    },
    tell: (episodes) => policy.tell(episodes),
    note: (test) => policy.note(test),
  });
}

/**
 * Makes a test if that is due. The run may be paused meanwhile; a change made then begins the test anew, as it will
 * when the run is replayed with that change.
 */
export function* examineWhenDue(examinee: Examinee): Generator<Wait, void> {
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
  const conditions = () => [context.env, ...examinee.conditions()];
  const before = conditions();
  examinee.tell(0);
  const test = examinee.play();
  while (examinee.isDue() && conditions().every((value, i) => Object.is(value, before[i]))) {
    const played = test.next();
    if (played.done) return played.value;
    yield played.value;
  }
  return null;
}
