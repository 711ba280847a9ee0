import { expect, it } from "vitest";
import { zeroClock } from "./algo";
import type { Env } from "./env";
import { TEST_IMAGES, testOnHeldOut, type Classifier } from "./test-when-due-held-out";
import { BREATH, waitFor, type Wait } from "./wait";

const env = { goal: { mean: 0.9, best: 1 } } as Env;

/** Answers in two halves, each after a wait for the device; `wrong` of a test is what it is when that test begins. */
function examined() {
  const clock = { ...zeroClock(), updates: 20, steps: 640 };
  const classifier: Classifier = {
    context: { env, clock, params: { testEvery: 10 } },
    test: null,
    testing: null,
    testedAt: 10,
    solvedAt: null,
  };
  const world = { wrong: 50, begun: 0 };
  function* answer(): Generator<Wait | number, { count: number; wrong: number }> {
    world.begun++;
    const { wrong } = world;
    for (const share of [0.5, 1]) {
      yield* waitFor(Promise.resolve());
      yield share;
      yield BREATH;
    }
    return { count: TEST_IMAGES, wrong };
  }
  const test = testOnHeldOut(classifier, () => [world.wrong], answer);
  return { classifier, clock, test, world };
}

it("notes the share of right answers, counts a test that is passed, and is at rest all along", () => {
  const { classifier, clock, test } = examined();
  const told: (number | null)[] = [];
  for (const wait of test) {
    expect(wait.atRest).toBe(true);
    told.push(classifier.testing);
  }
  expect(told).toEqual([0, 250, 250, 500, null]);
  expect(classifier).toMatchObject({
    test: { mean: 0.9, episodes: 500, step: 640 },
    testing: null,
    testedAt: 20,
    solvedAt: 640,
  });
  expect(clock.solves).toBe(1);
});

it("tests nothing twice, nor between the updates that it is to be tested after", () => {
  const twice = examined();
  twice.classifier.testedAt = 20;
  const between = examined();
  between.clock.updates = 21;
  for (const { test, world } of [twice, between]) {
    expect(test.next().done).toBe(true);
    expect(world.begun).toBe(0);
  }
});

it("begins anew where a condition has changed, at any of its waits", () => {
  for (const waits of [1, 2, 3, 4]) {
    const { classifier, clock, test, world } = examined();
    for (let i = 0; i < waits; i++) test.next();
    world.wrong = 100;
    expect(test.next().done).toBe(false);
    expect(classifier.testing, "at its beginning").toBe(0);
    while (!test.next().done);
    expect(world.begun).toBe(2);
    expect(classifier.test?.mean).toBe(0.8);
    expect(clock.solves).toBe(0);
  }
});
