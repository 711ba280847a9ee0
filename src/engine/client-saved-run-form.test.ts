import { afterAll, beforeAll, expect, it } from "vitest";
import { openOnly } from "../nn/test-tools";
import type { Backend } from "../nn/backend";
import { CHECKPOINT_FORM } from "./client-saved-run";
import { scenarioOf, SMALL, trainerOn } from "./network-test-bench";

/*
 * What becomes of small runs on the fallback, whose rounding is the same everywhere. Where a change of the code makes
 * other numbers of them, stored training would go on to what no link repeats: raise the form, and note them here.
 */
const OF_THIS_FORM = {
  form: 3,
  weights: { dqn: "3e6598982f1282a6", reinforce: "bba68491deb6964c", "actor-critic": "87ef10b72bf603c1" },
};

let backend: Backend;
beforeAll(async () => {
  backend = await openOnly("wasm", undefined);
});
afterAll(() => backend.dispose());

it("is another one whenever runs come to other weights", async () => {
  const weights: Record<string, string | null> = {};
  for (const algo of Object.keys(SMALL)) {
    const trainer = trainerOn({ backend, now: () => performance.now() });
    const { clock, fingerprint } = await trainer.load(scenarioOf(algo), { tick: 300, phase: 0 });
    expect(clock.updates).toBeGreaterThan(3);
    weights[algo] = fingerprint;
  }
  expect({ form: CHECKPOINT_FORM, weights }).toEqual(OF_THIS_FORM);
});
