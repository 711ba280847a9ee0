import { describe, expect, it } from "vitest";
import { readBaseline } from "../../../bench/report";
import { comparisonTable, readPeers } from "../../../scripts/evidence/comparison";
import { networkTable, readDocument } from "../../../scripts/evidence/document";
import { glimpseTable } from "../../../scripts/evidence/glimpse";
import { measured } from "../../../scripts/evidence/networks";
import { speedTable } from "../../../scripts/evidence/speed";
import { gpuTable, smallGlimpseSentence, updatesTable } from "../../../scripts/evidence/updates";
import { varianceTable } from "../../../scripts/evidence/variance";
import { algoSpec } from "../../algos";
import { presets, presetScenario } from "../presets";
import { evidence, measuredSentence, median, sentenceFor } from ".";
import { shippedTests } from "./shipped";

/** What the presets promise, of 20 seeds within their limits. */
const PROMISED = {
  "cart-pole-dqn": 19,
  "cart-pole-dqn-16": 19,
  "cart-pole-reinforce-baseline": 19,
  "cart-pole-actor-critic": 19,
};

const words = (text: string) => text.split(/\s+/).join(" ");

describe("the record of what networks learn", () => {
  it.each([
    ["what networks learn", networkTable(evidence)],
    ["how that compares with other code", comparisonTable(evidence, readPeers())],
    ["how much gradient estimates scatter", varianceTable()],
    ["what the shipped glimpse networks get wrong", glimpseTable()],
    ["how fast the page is", speedTable(readBaseline())],
    ["what updates cost", updatesTable(readBaseline())],
    ["what that takes on WebGPU", gpuTable(readBaseline())],
    ["how soon a small network sees", smallGlimpseSentence(readBaseline())],
  ])("is what the page of evidence shows: %s", (_, table) => {
    expect(words(readDocument()), "npm run evidence -- tables").toContain(words(table));
  });

  it("is of all that is to be recorded and nothing else, 20 seeds and more each", () => {
    expect(evidence.map(({ preset }) => preset)).toEqual(measured.toSorted());
    for (const { preset, runs } of evidence) {
      expect(new Set(runs.map(({ seed }) => seed)).size, preset).toBe(runs.length);
      expect(runs.length, preset).toBeGreaterThanOrEqual(20);
    }
  });

  // Trained from nothing, or begun with shipped weights, whose test on the whole test set is a record of its own.
  it.each(presets.filter(({ scenario }) => algoSpec(scenario.algo.id)?.network))(
    "is there for every preset with a network, and the page says it: $id",
    (preset) => {
      const { weights = "fresh" } = presetScenario(preset).algo.params;
      const record = weights === "fresh" ? evidence : shippedTests;
      expect(record.map(({ preset }) => preset)).toContain(preset.id);
      expect(measuredSentence(preset.id)).toMatch(/^Measured \(/);
    },
  );

  it.each(Object.entries(PROMISED))("holds for %s: solved for at least %i seeds of 20", (id, promised) => {
    const runs = evidence.find(({ preset }) => preset === id)?.runs.slice(0, 20) ?? [];
    expect(runs).toHaveLength(20);
    expect(runs.filter(({ solvedAtStep }) => solvedAtStep !== null).length).toBeGreaterThanOrEqual(promised);
    expect(measuredSentence(id)).toMatch(/solved in (19|20) of 20; of these the median took/);
  });
});

describe("the sentence about a record", () => {
  const run = (seed: number, solvedAtStep: number | null, steps: number, diverged: boolean) => ({
    seed,
    solvedAtStep,
    steps,
    diverged,
    episodes: 100,
    updates: steps,
    greedyMean: 480,
    wallSeconds: 2,
  });
  const says = (...runs: ReturnType<typeof run>[]) =>
    sentenceFor({ preset: "x", date: "2026-01-01", backend: "wasm", form: 1, runs });

  it("counts whole steps up to the solution, and does not contradict itself", () => {
    expect(says(run(1, 900, 5000, true), run(2, 1001, 6000, true), run(3, null, 7000, true))).toBe(
      "Measured (3 seeds, 2026-01-01): solved in 2 of 3; of these the median took 951 steps (wasm). In the end all 3 diverged.",
    );
    expect(says(run(1, null, 700, true), run(2, null, 700, false))).toBe(
      "Measured (2 seeds, 2026-01-01): solved in 0 of 2. In the end 1 diverged.",
    );
  });

  it("has the cost where the runs ended with the solution", () => {
    expect(says(run(1, 900, 900, false))).toMatch(/900 steps, 100 episodes and 2\.0 s \(wasm\)\.$/);
  });
});

describe("median", () => {
  it("is the middle value, or the mean of the two in the middle", () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(() => median([])).toThrow();
  });
});
