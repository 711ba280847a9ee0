import { expect, it } from "vitest";
import type { Scenario } from "../core/scenario";
import { presetById, presetScenario } from "../scenario/presets";
import { runToEnd } from "./run";

const UPDATES = 3;
const CHANCE = 0.1;

function trained(weights: "glimpse-28" | "fresh"): Scenario {
  const preset = presetById("glimpse-28");
  if (!preset) throw new Error("There is no such preset.");
  const { env, algo, ...rest } = presetScenario(preset);
  return {
    ...rest,
    // The digits of one file are enough.
    env: { ...env, params: { ...env.params, trainCount: 1000 } },
    algo: { ...algo, params: { ...algo.params, weights } },
    stop: { ticks: UPDATES * Number(env.params.glimpses) },
  };
}

it("trains on from the shipped weights, not from nothing", { timeout: 60_000 }, async () => {
  const scenario = trained("glimpse-28");
  const before = await runToEnd(scenario, { stay: true });
  const after = await runToEnd(scenario);
  expect(before.frame.clock.updates).toBe(0);
  expect(after.frame.clock.updates).toBe(UPDATES);
  expect(after.frame.fingerprint).toMatch(/^[\da-f]{16}$/);
  expect(after.frame.fingerprint, "the weights have not moved").not.toBe(before.frame.fingerprint);

  const shares = Array.from(after.metrics.get("accuracy")?.mean ?? []);
  expect(shares).toHaveLength(UPDATES);
  for (const share of shares) expect(share).toBeGreaterThanOrEqual(0.9);

  const fresh = await runToEnd(trained("fresh"));
  const [first] = fresh.metrics.get("accuracy")?.mean ?? [];
  expect(first, "what weights drawn anew know").toBeLessThan(3 * CHANCE);
});
