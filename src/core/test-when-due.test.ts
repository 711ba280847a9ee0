import { expect, it } from "vitest";
import { zeroClock } from "./algo";
import type { Env } from "./env";
import type { GreedyTest } from "./network-run";
import { streamsOf } from "./streams";
import { testWhenDue } from "./test-when-due";

/** Steps taken in a world whose episodes are so long that a test of it takes many breaths. */
function world(reward: number): { env: Env<number>; steps: number } {
  const made = {
    steps: 0,
    env: {
      obsShape: [1],
      nActions: 2,
      goal: { mean: 300, best: 300 },
      reset: () => 0,
      step(t: number) {
        made.steps++;
        return { state: t + 1, reward, terminated: t === 299, truncated: false };
      },
      observe: (t: number, out: Float32Array) => out.fill(t),
    } satisfies Env<number>,
  };
  return made;
}

function examine({ env }: { env: Env<number> }) {
  const context = { env: env as Env, clock: zeroClock(), streams: streamsOf(1) };
  const seen = { due: true, tests: [] as GreedyTest[], told: [] as (number | null)[] };
  const books = { solvedAt: null as number | null };
  const test = testWhenDue({
    context,
    books,
    isDue: () => seen.due,
    number: () => 0,
    act: () => 0,
    tell: (episodes) => seen.told.push(episodes),
    note(made) {
      seen.tests.push(made);
      seen.due = false;
    },
  });
  return { context, books, seen, test };
}

it("a test that is passed counts, and the first one is remembered", () => {
  const { context, books, seen, test } = examine(world(1));
  context.clock.steps = 40;
  while (!test.next().done);
  expect(seen.tests).toEqual([{ mean: 300, episodes: 100, step: 40 }]);
  expect([context.clock.solves, books.solvedAt]).toEqual([1, 40]);
  expect([seen.told[0], seen.told.at(-2), seen.told.at(-1)]).toEqual([0, 100, null]);
});

it("what is not due is not made", () => {
  const { seen, test } = examine(world(1));
  seen.due = false;
  expect(test.next()).toEqual({ done: true, value: undefined });
  expect([seen.tests, seen.told]).toEqual([[], []]);
});

it("a change of the world makes a test void at once, and it begins anew", () => {
  const old = world(1);
  const other = world(2);
  const { context, seen, test } = examine(old);
  test.next();
  const { steps } = old;
  context.env = other.env;
  while (!test.next().done);
  expect(old.steps, "none more in the old world").toBe(steps);
  expect(other.steps).toBe(100 * 300);
  expect(seen.tests).toMatchObject([{ mean: 600, episodes: 100 }]);
});

it("a test that is not due any more is given up", () => {
  const { context, seen, test } = examine(world(1));
  test.next();
  seen.due = false;
  expect(test.next().done).toBe(true);
  expect([seen.tests, seen.told.at(-1), context.clock.solves]).toEqual([[], null, 0]);
});
