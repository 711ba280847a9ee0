import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { algoSpec, algoSpecs } from "../algos";
import type { Scenario, Stop } from "../core/scenario";
import { digitsOf } from "../envs/glimpse/test-tools";
import { openBackend, type Backend } from "../nn/backend";
import { decodeLink } from "../scenario/link";
import type { FetchedDigits } from "./digits";
import { scenarioOf, SMALL, stateOf, trainerOn } from "./network-test-bench";
import { wholeTicksOf } from "./whole-ticks";

const DIGITS: FetchedDigits = {
  train: digitsOf(1000, (i, n) => (i * (n + 3)) % 256),
  test: digitsOf(600, (i, n) => (i + n) % 251),
  missing: null,
};
const GLIMPSES = { batchSize: 8, glimpseUnits: 8, coreUnits: 8, units: 8, hiddenLayers: 1 };

let backend: Backend;
beforeAll(async () => {
  backend = await openBackend({ gpu: undefined, forced: "cpu" });
});
afterAll(() => backend.dispose());

/** A small experiment for an algorithm, in a world that it can live in. */
function smallest(id: string): Scenario {
  const spec = algoSpec(id);
  if (spec?.needs.includes("glimpse")) {
    const env = { id: "glimpse", params: { trainCount: 1000, glimpses: 2 } };
    return scenarioOf(id, { env, algo: { id, params: GLIMPSES } });
  }
  if (id in SMALL) return scenarioOf(id);
  const parsed = decodeLink(`#russell-norvig-4x3?algo=${id}&seed=7&gamma=0.9`);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

async function stopped(scenario: Scenario, granularity: string) {
  const { load, send, until } = trainerOn({ backend, now: () => performance.now(), digits: DIGITS });
  await load(scenario);
  send({ type: "play", granularity, rate: Infinity });
  return until(({ status, clock }) => status !== "running" && clock.ticks > 0);
}

describe.each(Object.values(algoSpecs))("a stop of $id", { timeout: 60_000 }, ({ id, family }) => {
  const stops: Stop[] = family === "planning" ? [{ sweeps: 2 }] : [{ episodes: 2 }, { episodes: 7 }];

  it.each(stops)("at %o is the same place line by line and at full speed", async (stop) => {
    const scenario = { ...smallest(id), stop };
    const fast = await stopped(scenario, wholeTicksOf(id));
    const slow = await stopped(scenario, "line");
    expect(fast.outcome?.reason).toBe("stop");
    expect(slow.position.phase).toBe(0);
    expect(slow.outcome).toEqual(fast.outcome);
    expect(stateOf(slow)).toEqual(stateOf(fast));
  });
});
