import { afterAll, beforeAll, expect, it } from "vitest";
import { openBackend, type Backend } from "./backend";
import { qLearner } from "./learners";
import { selfTestCase } from "./self-test";
import { untrained } from "./untrained";

let backend: Backend;
beforeAll(async () => {
  backend = await openBackend({ gpu: undefined, forced: "cpu" });
});
afterAll(() => {
  expect(backend.tensorCount()).toBe(0);
  backend.dispose();
});

it("is the state of a learner before its first update", async () => {
  const { options, batch, learningRate } = selfTestCase();
  const { weights } = options;
  const learner = qLearner(options);
  expect(await learner.save()).toEqual(untrained(weights));
  learner.syncTarget();
  expect(await learner.save()).toEqual(untrained(weights, weights));
  learner.update(batch, learningRate);
  expect(await learner.save()).not.toEqual(untrained(weights, weights));
  learner.dispose();
});
