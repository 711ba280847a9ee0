import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Env } from "../../core/env";
import { defaultsOf } from "../../core/params";
import { CartPole } from "../../envs/cart-pole/env";
import { cartPoleParams } from "../../envs/cart-pole/params";
import type { Backend } from "../../nn/backend";
import { everyBackend } from "../../nn/test-tools";
import { driveNetwork, type NetworkOrigin } from "../network-test-bench";
import type { DqnMemory } from "./parts";
import { start } from "./run";
import { dqn, type DqnParams } from "./spec";

const small: Partial<DqnParams> = {
  units: 8,
  batchSize: 8,
  warmup: 20,
  capacity: 100,
  targetEvery: 7,
  epsilonSteps: 200,
  testEvery: 100,
};

const SETTINGS: readonly (readonly [string, Partial<DqnParams>])[] = [
  ["a target copied now and then", {}],
  ["a soft target, two environments", { target: "soft", environments: 2 }],
  ["a target copied now and then, sixteen environments", { environments: 16 }],
  ["no target, no replay, squared errors", { target: "none", replay: false, loss: "squared" }],
];

type Driven = ReturnType<typeof begin>;

function begin(given: Partial<DqnParams>, origin: NetworkOrigin<DqnMemory> = {}) {
  const env = new CartPole(defaultsOf(cartPoleParams)) as Env;
  return driveNetwork(start, env, dqn.params, { ...small, ...given }, origin);
}

const after = (driven: Driven, ticks: number) => driven.until((clock) => clock.ticks >= ticks);

/** All that must be equal where two runs are. */
async function everything({ run, clock, streams }: Driven) {
  return { saved: await run.save(), view: run.view(), clock: { ...clock }, streams: streams() };
}

describe.each(everyBackend(undefined))("on $name", ({ open }) => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await open();
  });
  afterAll(() => backend.dispose());

  describe.each(SETTINGS)("with %s", (_, given) => {
    it("a run that is saved and started again goes on bit for bit", async () => {
      const straight = begin(given);
      await after(straight, 300);
      const first = begin(given);
      let ticks = 150;
      await after(first, ticks);
      // In the midst of an episode, and far enough from its start.
      while ((first.run.view().agents[0].state as { time: number }).time < 5) await after(first, ++ticks);
      const origin = structuredClone({
        memory: await first.run.save(),
        clock: first.clock,
        streams: first.streams(),
      });
      await after(first, ticks + 20); // what was saved is a copy
      first.run.dispose();
      const second = begin(given, origin);
      expect(second.run.view().agents[0].ended).toBeNull();
      await after(second, 300);
      expect(await everything(second)).toEqual(await everything(straight));
      for (const [metric, values] of Object.entries(straight.logs)) {
        expect(second.logs[metric] ?? []).toEqual(
          values.slice(values.length - (second.logs[metric] ?? []).length),
        );
      }
      straight.run.dispose();
      second.run.dispose();
    });

    it("line by line is tick by tick, and every line is one the pseudo-code has", async () => {
      const coarse = begin(given);
      await after(coarse, 120);
      const fine = begin(given);
      const seen = new Set<string>();
      while (fine.clock.ticks < 120) seen.add((await fine.next(true)) ?? "the end");
      expect(await everything(fine)).toEqual(await everything(coarse));
      expect(fine.logs).toEqual(coarse.logs);
      expect(fine.run.explain()).toEqual(coarse.run.explain());
      const lines = Object.keys(dqn.phases).filter((phase) => phase !== "sync" || given.target !== "none");
      expect([...seen].toSorted()).toEqual(lines.toSorted());
      coarse.run.dispose();
      fine.run.dispose();
    });
  });

  it("ends alike where learning diverges in the midst of the updates of a tick", async () => {
    const healthy = begin({ environments: 16 });
    await after(healthy, 10);
    const origin = {
      memory: await healthy.run.save(),
      clock: healthy.clock,
      streams: healthy.streams(),
    };
    healthy.run.dispose();
    origin.memory.memory.rewards.fill(NaN, 0, 2);
    const [fine, coarse] = [true, false].map(() => begin({ environments: 16 }, structuredClone(origin)));
    while ((await fine.next(true)) !== null);
    while ((await coarse.next(false)) !== null);
    expect(coarse.outcome?.reason).toBe("diverges");
    expect(coarse.outcome).toEqual(fine.outcome);
    // Neither the first nor the last of its sixteen.
    expect((coarse.clock.updates - healthy.clock.updates) % 16).toBeGreaterThan(1);
    expect(await everything(coarse)).toEqual(await everything(fine));
    expect(coarse.logs).toEqual(fine.logs);
    for (const driven of [fine, coarse]) driven.run.dispose();
  });

  it("same seed, same run; another seed, another one", async () => {
    const runs = [begin({}, { seed: 5 }), begin({}, { seed: 5 }), begin({}, { seed: 6 })];
    for (const driven of runs) await after(driven, 100);
    const [a, b, c] = await Promise.all(runs.map(everything));
    expect(b).toEqual(a);
    expect(c.saved.learner.weights).not.toEqual(a.saved.learner.weights);
    expect(runs[1].logs).toEqual(runs[0].logs);
    for (const driven of runs) driven.run.dispose();
  });

  it("keeps the number of tensors constant, and none when disposed", async () => {
    const driven = begin({ target: "soft" });
    await after(driven, 30);
    const during = backend.tensorCount();
    await after(driven, 80);
    expect(backend.tensorCount()).toBe(during);
    driven.run.dispose();
    expect(backend.tensorCount()).toBe(0);
  });
});

it("has a line of pseudo-code and a sentence for every phase, in its order", () => {
  const lines = Object.values(dqn.phases).map(({ line }) => line);
  expect(lines).toEqual(dqn.pseudoCode.map((_, i) => i + 1));
});
