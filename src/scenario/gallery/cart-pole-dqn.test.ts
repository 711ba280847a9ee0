import { expect, it } from "vitest";
import { runToEnd } from "../../headless/run";
import { presetById, presetScenario } from "../presets";

/** The end of a preset's run with this seed. */
async function endOf(id: string, seed: number) {
  const preset = presetById(id);
  if (!preset) throw new Error(`There is no preset ${id}.`);
  const { frame } = await runToEnd({ ...presetScenario(preset), seed });
  return frame;
}

it("too large a learning rate: diverges for every seed, and says so", { timeout: 120_000 }, async () => {
  for (const seed of [0, 1, 2]) {
    const { outcome, clock } = await endOf("cart-pole-diverges", seed);
    expect(outcome?.says).toMatch(/^Learning has diverged: .* Lower the learning rate/);
    expect(clock.updates).toBeLessThan(2000);
  }
});
