import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AlgoSpec, StartRun } from "../../core/algo";
import type { Env } from "../../core/env";
import type { NetworkRun } from "../../core/network-run";
import { defaultsOf } from "../../core/params";
import { CartPole } from "../../envs/cart-pole/env";
import { cartPoleParams } from "../../envs/cart-pole/params";
import type { Backend } from "../../nn/backend";
import type { PolicyMemory } from "../../nn/policy-agent";
import { everyBackend } from "../../nn/test-tools";
import { start as startActorCritic } from "../actor-critic/run";
import { actorCritic } from "../actor-critic/spec";
import { driveNetwork, type DrivenNetwork, type NetworkOrigin } from "../network-test-bench";
import { start as startReinforce } from "./run";
import { reinforce } from "./spec";

type Params = Record<string, unknown>;
type Driven = DrivenNetwork<PolicyMemory, Params>;
type Begin = (origin?: NetworkOrigin<PolicyMemory>) => Driven;

const small = { trajectories: 3, units: 8 };

function beginner<P>(
  start: StartRun<P, PolicyMemory, NetworkRun<PolicyMemory>>,
  { params }: AlgoSpec<P>,
  given: Partial<P>,
): Begin {
  const env = new CartPole({ ...defaultsOf(cartPoleParams), maxSteps: 40 }) as Env;
  return (origin = {}) =>
    driveNetwork(start, env, params, { ...small, ...given }, origin) as unknown as Driven;
}

const RUNS: readonly (readonly [string, Begin])[] = [
  ["REINFORCE with V(s)", beginner(startReinforce, reinforce, { valueSteps: 2, normalise: true })],
  [
    "REINFORCE with an average",
    beginner(startReinforce, reinforce, { baseline: "average", credit: "whole" }),
  ],
  ["REINFORCE as it is", beginner(startReinforce, reinforce, { baseline: "none", credit: "to-go" })],
  ["actor-critic", beginner(startActorCritic, actorCritic, {})],
  ["actor-critic, one step", beginner(startActorCritic, actorCritic, { advantage: "td", criticSteps: 2 })],
];
const TICKS = 200;

/** All that must be equal where two runs are. */
async function everything({ run, clock, streams }: Driven) {
  const look = run.look({ map: { x: 2, y: 3 }, networks: true, trajectory: 1 });
  return { saved: await run.save(), view: run.view(), look, clock: { ...clock }, streams: streams() };
}

/** A copy of all that a checkpoint holds. */
const checkpointOf = async ({ run, clock, streams }: Driven): Promise<NetworkOrigin<PolicyMemory>> =>
  structuredClone({ memory: await run.save(), clock, streams: streams() });

describe.each(everyBackend(undefined))("on $name", ({ open }) => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await open();
  });
  afterAll(() => {
    expect(backend.tensorCount()).toBe(0);
    backend.dispose();
  });

  describe.each(RUNS)("%s", (_, begin) => {
    it("goes on bit for bit when it is saved and started again: in the midst of trajectories, and after an update", async () => {
      const straight = begin();
      await straight.until((clock) => clock.ticks >= TICKS);
      const end = await everything(straight);
      expect(straight.clock.updates).toBeGreaterThan(3);

      const first = begin();
      const places: NetworkOrigin<PolicyMemory>[] = [await checkpointOf(first)];
      let logged = 0;
      await first.until((clock) => clock.updates >= 2);
      places.push(await checkpointOf(first)); // just after an update, with a test due
      await first.until((clock) => clock.ticks >= (places[1].clock?.ticks ?? 0) + 9);
      expect(first.run.view().agents.some(({ ended }) => ended === null)).toBe(true);
      places.push(await checkpointOf(first)); // amid trajectories
      logged = first.logs.return.length;
      await first.until((clock) => clock.ticks >= TICKS); // what was saved is a copy
      expect(await everything(first)).toEqual(end);
      first.run.dispose();

      for (const place of places) {
        const again = begin(structuredClone(place));
        await again.until((clock) => clock.ticks >= TICKS);
        expect(await everything(again)).toEqual(end);
        if (place === places[2]) expect(again.logs.return).toEqual(straight.logs.return.slice(logged));
        again.run.dispose();
      }
      straight.run.dispose();
    });

    it("line by line is tick by tick, and another seed is another run", async () => {
      const coarse = begin();
      const fine = begin();
      const other = begin({ seed: 2 });
      await coarse.until((clock) => clock.ticks >= 60);
      await other.until((clock) => clock.ticks >= 60);
      while (fine.clock.ticks < 60) await fine.next(true);
      expect(fine.logs).toEqual(coarse.logs);
      expect(await everything(fine)).toEqual(await everything(coarse));
      expect(other.logs).not.toEqual(coarse.logs);
      for (const { run } of [coarse, fine, other]) run.dispose();
    });
  });

  it("looking, measuring and saving change nothing, and no tensors are left over", async () => {
    const [[, begin]] = RUNS;
    const watched = begin();
    const alone = begin();
    await alone.until((clock) => clock.ticks >= 60);
    const tensors = backend.tensorCount();
    while (watched.clock.ticks < 60) {
      await watched.next(watched.clock.ticks % 2 === 0);
      watched.run.view();
      watched.run.look({ map: { x: 0, y: 2 }, networks: true, trajectory: watched.clock.ticks % 5 });
      if (watched.clock.ticks % 20 === 0) await watched.run.save();
      expect(backend.tensorCount()).toBe(tensors);
    }
    expect(watched.logs).toEqual(alone.logs);
    expect(watched.run.weights()).toEqual(alone.run.weights());
    for (const { run } of [watched, alone]) run.dispose();
  });
});
