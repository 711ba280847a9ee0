import { describe, expect, it } from "vitest";
import { runToEnd } from "../../headless/run";
import { presetById, presetScenario } from "../presets";
import { evidence, type MeasuredRun } from ".";

/** What may be spent on a preset, in seconds as they were recorded; three runs at least. */
const SECONDS = 20;
const FEWEST = 3;

/** The runs that were solved in the fewest steps, as many of them as there is time for. */
function cheapest(runs: readonly MeasuredRun[]): MeasuredRun[] {
  let seconds = 0;
  return runs
    .filter(({ solvedAtStep }) => solvedAtStep !== null)
    .toSorted((a, b) => a.steps - b.steps)
    .filter(({ wallSeconds }, i) => (seconds += wallSeconds) <= SECONDS || i < FEWEST);
}

// Other processors and versions of V8 round differently, so a seed need not take as long there as it did in the record.
describe("what is recorded can be measured again", () => {
  it.each(["cart-pole-dqn", "cart-pole-reinforce-baseline", "cart-pole-actor-critic"])(
    "%s: all seeds but one are solved again, none in more than twice the most steps recorded",
    { timeout: 300_000 },
    async (id) => {
      const preset = presetById(id);
      const runs = evidence.find((entry) => entry.preset === id)?.runs ?? [];
      if (!preset) throw new Error(`There is no preset called ${id}.`);
      const seeds = cheapest(runs).map(({ seed }) => seed);
      expect(seeds.length).toBeGreaterThanOrEqual(FEWEST);
      const limit = 2 * Math.max(...runs.map(({ solvedAtStep }) => solvedAtStep ?? 0));
      const missed: number[] = [];
      for (const seed of seeds) {
        const { frame } = await runToEnd({ ...presetScenario(preset), seed });
        const { solvedAt } = frame.network ?? {};
        if (!solvedAt || solvedAt > limit) missed.push(seed);
      }
      expect(missed.length, `seeds ${missed.join()} of ${seeds.join()}`).toBeLessThanOrEqual(1);
    },
  );
});
