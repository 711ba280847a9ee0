import { describe, expect, it } from "vitest";
import type { Env } from "../core/env";
import { Rng } from "../core/rng";
import { startRollout, takeStep } from "../core/rollout";
import { stepRows } from "./policy-batch";
import { threeSteps } from "./policy-test-world";
import { microscopeSettings, type Sample, type Settings } from "./variance-settings";

/** Two trajectories of rewards 1, 2, 4, and values of their steps and ends. */
function sample(values: Float32Array | null, end: "terminated" | "truncated" = "terminated"): Sample {
  const env = threeSteps(end) as Env;
  const rollout = startRollout(env, 2, 100, 0, Rng.fromSeed(1));
  for (const i of [0, 1]) {
    for (let t = 0; t < 3; t++) takeStep(env, rollout, i, 0, -1, Rng.fromSeed(1));
  }
  return { trajectories: rollout.trajectories, rows: stepRows(rollout.trajectories, 2), values };
}

/** Lets the settings be made to their end. */
function settingsFor(oneStep: boolean, of: Sample): Settings {
  const making = microscopeSettings({ gamma: 0.5, oneStep }, [of]);
  let breaths = 0;
  for (let made = making.next(); ; made = making.next()) {
    if (!made.done) breaths++;
    else if (breaths < 3) throw new Error("It must let others work between two passes through all steps.");
    else return made.value;
  }
}

const VALUES = Float32Array.of(10, 20, 30, 40, 50, 60, 70, 80, 0);

function advantagesOf(of: Sample, oneStep: boolean): Record<string, number[]> {
  const { settings } = settingsFor(oneStep, of);
  return Object.fromEntries(settings.map(({ id, advantages }) => [id, Array.from(advantages(of))]));
}

const twice = (numbers: readonly number[]) => [...numbers, ...numbers].map((x) => expect.closeTo(x, 3));

describe("what the steps are weighed with: rewards 1, 2, 4 and γ = 0.5", () => {
  it("without a value network", () => {
    const mean = 11 / 3;
    const spread = Math.sqrt(2 / 9);
    expect(advantagesOf(sample(null), true)).toEqual({
      whole: twice([7, 7, 7]),
      "to-go": twice([7, 6, 4]),
      // Three states are no more than a quadratic function can tell apart.
      "to-go-fitted": twice([0, 0, 0]),
      discounted: twice([3, 4, 4]),
      average: twice([3 - mean, 4 - mean, 4 - mean]),
      fitted: twice([0, 0, 0]),
      normalised: twice([3, 4, 4].map((G) => (G - mean) / spread)),
    });
  });

  it("with what a value network has learned, and its one-step errors where the algorithm has them", () => {
    expect(advantagesOf(sample(VALUES), false)).not.toHaveProperty("td");
    const { value, td } = advantagesOf(sample(VALUES), true);
    expect(value).toEqual([3 - 10, 4 - 20, 4 - 30, 3 - 40, 4 - 50, 4 - 60]);
    expect(td).toEqual([1 + 10 - 10, 2 + 15 - 20, 4 - 30, 1 + 25 - 40, 2 + 30 - 50, 4 - 60]);
    const cut = advantagesOf(sample(VALUES, "truncated"), true);
    expect([cut.td[2], cut.td[5]]).toEqual([4 + 35 - 30, 4 + 40 - 60]);
  });

  it("aims at one of two gradients; only normalised and one-step advantages miss it on average", () => {
    const { settings, referenceOf } = settingsFor(true, sample(VALUES));
    const names = (of: Settings["settings"]) => of.map(({ id }) => id);
    expect(names(settings.filter(({ discounted }) => !discounted))).toEqual([
      "whole",
      "to-go",
      "to-go-fitted",
    ]);
    expect(names(settings.filter(({ isUnbiased }) => !isUnbiased))).toEqual(["td", "normalised"]);
    expect([referenceOf.undiscounted.discounted, referenceOf.discounted.discounted]).toEqual([false, true]);
    for (const { advantages } of Object.values(referenceOf)) {
      expect(Array.from(advantages(sample(null)))).toEqual(twice([0, 0, 0]));
    }
  });
});
