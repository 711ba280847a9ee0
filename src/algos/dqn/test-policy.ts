import { testWhenDue as test } from "../../core/test-when-due";
import { argmax } from "../../core/argmax";
import type { Wait } from "../../core/wait";
import type { Parts } from "./parts";

/** Tests the greedy policy every `testEvery` environment steps, before anything else happens in a tick. */
export function testWhenDue(parts: Parts): Generator<Wait, void> {
  const { context, books, network } = parts;
  const { clock, params } = context;
  return test({
    context,
    books,
    isDue() {
      const testedAt = books.test?.step ?? 0;
      return Math.floor(clock.steps / params.testEvery) > Math.floor(testedAt / params.testEvery);
    },
    number: () => clock.steps,
    act: (observation) => argmax(network.actor.outputs(observation)),
    tell: (episodes) => (parts.testing = episodes),
    note: (made) => (books.test = made),
  });
}
