import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Env } from "../../core/env";
import { defaultsOf } from "../../core/params";
import type { NetworkRun } from "../../core/network-run";
import { Rng } from "../../core/rng";
import type { VarianceReport } from "../../core/variance";
import type { Wait } from "../../core/wait";
import { CartPole } from "../../envs/cart-pole/env";
import { cartPoleParams } from "../../envs/cart-pole/params";
import { PolicyNetworks } from "../../nn/policy-networks";
import { varianceOf } from "../../nn/policy-variance";
import { openOnly } from "../../nn/test-tools";
import { start as startActorCritic } from "../actor-critic/run";
import { actorCritic } from "../actor-critic/spec";
import { driveNetwork } from "../network-test-bench";
import { start } from "./run";
import { reinforce, type ReinforceParams } from "./spec";

let backend: Awaited<ReturnType<typeof openOnly>>;
beforeAll(async () => {
  backend = await openOnly("cpu", undefined);
});
afterAll(() => {
  expect(backend.tensorCount()).toBe(0);
  backend.dispose();
});

const env = new CartPole(defaultsOf(cartPoleParams)) as Env;
const begin = (given: Partial<ReinforceParams> = {}, seed = 1) =>
  driveNetwork(start, env, reinforce.params, { trajectories: 5, units: 16, ...given }, { seed });

async function measure(run: NetworkRun): Promise<{ report: VarianceReport; progress: number[] }> {
  const work = run.variance?.();
  if (!work) throw new Error("no microscope");
  return finish(work);
}

async function finish(
  work: Iterator<Wait | number, VarianceReport>,
): Promise<{ report: VarianceReport; progress: number[] }> {
  const progress: number[] = [];
  for (;;) {
    const step = work.next();
    if (step.done) return { report: step.value, progress };
    if (typeof step.value === "number") progress.push(step.value);
    else await step.value.until;
  }
}

describe("the variance microscope", () => {
  it("looks at the same policy twice and sees the same; the run does not notice", async () => {
    const watched = begin();
    const alone = begin();
    for (const driven of [watched, alone]) await driven.until((clock) => clock.updates >= 1);
    const tensors = backend.tensorCount();
    const before = {
      streams: watched.streams(),
      clock: { ...watched.clock },
      saved: await watched.run.save(),
    };
    const { report, progress } = await measure(watched.run);
    expect((await measure(watched.run)).report).toEqual(report);
    expect(backend.tensorCount()).toBe(tensors);
    const after = {
      streams: watched.streams(),
      clock: { ...watched.clock },
      saved: await watched.run.save(),
    };
    expect(after).toEqual(before);
    for (const driven of [watched, alone]) await driven.until((clock) => clock.updates >= 2);
    expect(watched.run.weights()).toEqual(alone.run.weights());
    expect((await measure(watched.run)).report).not.toEqual(report);

    expect(report).toMatchObject({ estimates: 50, trajectories: 5, reference: 400 });
    expect(report.steps).toBeGreaterThan(650 * 8);
    expect(report.settings.map(({ id }) => id)).toEqual([
      "whole",
      "to-go",
      "to-go-fitted",
      "discounted",
      "average",
      "fitted",
      "value",
      "normalised",
    ]);
    for (const { cosine, cosines } of report.settings) {
      expect(cosines).toHaveLength(50);
      expect(cosines.reduce((sum, each) => sum + each, 0) / 50).toBeCloseTo(cosine, 9);
    }
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect([progress[0] > 0, progress.at(-1)]).toEqual([true, 1]);
    for (const { run } of [watched, alone]) run.dispose();
  });

  it("sees variance fall from the whole return to the reward-to-go to a baseline", async () => {
    for (const seed of [1, 2, 3]) {
      const driven = begin({ baseline: "none", trajectories: 10, units: 64 }, seed);
      await driven.until((clock) => clock.updates >= seed - 1);
      const { report } = await measure(driven.run);
      const of = Object.fromEntries(report.settings.map((setting) => [setting.id, setting]));
      expect(of.whole.variance).toBeGreaterThan(of["to-go"].variance);
      expect(of["to-go"].variance).toBeGreaterThan(of["to-go-fitted"].variance);
      expect(of.discounted.variance).toBeGreaterThan(of.average.variance);
      expect(of.discounted.variance).toBeGreaterThan(of.fitted.variance);
      expect(of.whole.cosine).toBeLessThan(of["to-go-fitted"].cosine);
      expect(of).not.toHaveProperty("value");
      driven.run.dispose();
    }
  });

  it("of actor-critic also sees one-step advantages", async () => {
    const driven = driveNetwork(startActorCritic, env, actorCritic.params, { trajectories: 3, units: 4 });
    const { report } = await measure(driven.run);
    expect(report.settings.map(({ id }) => id)).toContain("td");
    expect(report).toMatchObject({ trajectories: 3, reference: 402 });
    driven.run.dispose();
  });

  it("makes do with fewer samples where episodes are long, in proportion, and says so", async () => {
    const policy = defaultsOf(reinforce.params);
    const networks = new PolicyNetworks(env, policy, false, Rng.fromSeed(1));
    const subject = { env, networks, gamma: 0.99, trajectories: 10, oneStep: false, chance: Rng.fromSeed(2) };
    const { report } = await finish(varianceOf(subject, 4000));
    expect(report.steps).toBeGreaterThanOrEqual(4000);
    expect(report.steps).toBeLessThan(4000 + 10 * 500);
    expect(report.estimates).toBeGreaterThanOrEqual(2);
    expect(report.estimates).toBeLessThan(50);
    const share = report.reference / (report.reference + 10 * report.estimates);
    expect(share).toBeGreaterThan(0.35); // of 90 samples, 40 are references
    expect(share).toBeLessThan(0.6);
    expect(report.referenceIs).toContain("fewer episodes and estimates than usual");
    for (const { cosines } of report.settings) expect(cosines).toHaveLength(report.estimates);
    networks.dispose();
  });

  it("frees what it holds when it is broken off", async () => {
    const driven = begin();
    const tensors = backend.tensorCount();
    const work = driven.run.variance?.();
    for (let i = 0; i < 50; i++) {
      const { value } = work?.next() ?? {};
      if (typeof value === "object" && "until" in value) await value.until;
    }
    work?.return?.();
    expect(backend.tensorCount()).toBe(tensors);
    driven.run.dispose();
  });
});
