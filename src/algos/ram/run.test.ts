import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DIGIT_SIDE, MissingDigits } from "../../core/digits";
import type { Env } from "../../core/env";
import type { Evaluation } from "../../core/glimpse";
import { Glimpse } from "../../envs/glimpse/env";
import { digitsOf, paramsWith } from "../../envs/glimpse/test-tools";
import type { Backend } from "../../nn/backend";
import { everyBackend } from "../../nn/test-tools";
import { driveNetwork, type DrivenNetwork, type NetworkOrigin } from "../network-test-bench";
import type { RamParams } from "./params";
import type { RamMemory } from "./parts";
import { start } from "./run";
import { ram } from "./spec";

/** Ten patterns that are easy to tell apart: the digit n is a bar in another place and another direction. */
const patterns = (count: number) =>
  digitsOf(count, (i, n) => {
    const along = n % 2 === 0 ? i % DIGIT_SIDE : Math.floor(i / DIGIT_SIDE);
    const middle = 4 + 4 * Math.floor((n % 10) / 2);
    return Math.abs(along - middle) <= 2 ? 255 : 0;
  });

const sets = { train: patterns(1000), test: patterns(1000) };
const GLIMPSES = 3;
const PARAMS = { patch: 8, scales: 2, glimpses: GLIMPSES, trainCount: 1000 };
const env = new Glimpse(paramsWith(PARAMS), sets) as unknown as Env;
const SMALL: Partial<RamParams> = { batchSize: 16, glimpseUnits: 16, coreUnits: 24, testEvery: 10 };

type Driven = DrivenNetwork<RamMemory, RamParams>;
const begin = (given: Partial<RamParams> = {}, origin: NetworkOrigin<RamMemory> = {}): Driven =>
  driveNetwork(start, env, ram.params, { ...SMALL, ...given }, origin);

async function everything({ run, clock, streams }: Driven) {
  const look = run.look({ glimpses: 3 });
  return { saved: await run.save(), look, view: run.view(), clock: { ...clock }, streams: streams() };
}

/** Goes on to a pause in the midst of the test that is due. */
async function intoTest({ run }: Driven, breaths: number): Promise<void> {
  for (let i = 0; i < breaths; i++) {
    const { value, done } = run.steps.next();
    if (done || typeof value === "string") throw new Error("It should have waited.");
    expect(value.atRest).toBe(true);
    await value.until;
  }
  expect(run.view().testing !== null).toBe(breaths > 0);
}

/** A measurement to its end. */
async function measured(driven: Driven, count: number, gaze: "learned" | "random"): Promise<Evaluation> {
  const work = driven.run.evaluate?.(count, gaze);
  if (!work) throw new Error("The run cannot be tested.");
  for (;;) {
    const portion = work.next();
    if (portion.done) return portion.value;
    if (typeof portion.value !== "number") await portion.value.until;
  }
}

describe.each(everyBackend(undefined))("the recurrent attention model on $name", ({ name, open }) => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await open();
  });
  afterAll(() => {
    expect(backend.tensorCount()).toBe(0);
    backend.dispose();
  });

  it("counts a glimpse of every image as a tick, and learns once an episode", async () => {
    const driven = begin();
    await driven.until(({ ticks }) => ticks >= 2 * GLIMPSES + 1);
    expect(driven.clock).toMatchObject({ ticks: 7, steps: 7 * 16, episodes: 32, updates: 2 });
    expect(driven.logs.accuracy).toHaveLength(2);
    driven.run.dispose();
  });

  it("opens without digits to learn from, and does not begin to learn", async () => {
    const none = new Glimpse(paramsWith(PARAMS), { ...sets, train: null }) as unknown as Env;
    const driven = driveNetwork(start, none, ram.params, SMALL);
    expect(driven.run.look({ glimpses: 0 })).toEqual({ glimpses: null });
    expect(driven.run.explain()).toBeNull();
    await expect(driven.next(false)).rejects.toThrow(MissingDigits);
    expect(driven.clock.ticks).toBe(0);
    driven.run.dispose();
  });

  it("goes through its lines in order", async () => {
    const driven = begin();
    const lines: (string | null)[] = [];
    while (driven.clock.updates < 1 || lines.at(-1) !== "weights") lines.push(await driven.next(true));
    const look = ["glimpse", "core", "locate"];
    const end = ["glimpse", "core", "answer", "advantage", "gradient", "weights"];
    expect(lines).toEqual(["initialise", "start", ...look, ...look, ...end]);
    driven.run.dispose();
  });

  it("goes on bit for bit from any tick, line by line too", async () => {
    const straight = begin();
    await straight.until(({ ticks }) => ticks >= 40);
    const end = await everything(straight);
    for (const at of [0, 7, 9, 32]) {
      const first = begin();
      await first.until(({ ticks }) => ticks >= at);
      const saved = structuredClone({
        memory: await first.run.save(),
        clock: first.clock,
        streams: first.streams(),
      });
      const again = begin({}, saved);
      while (again.clock.ticks < 40) await again.next(at === 7);
      expect(await everything(again)).toEqual(end);
      again.run.dispose();
      first.run.dispose();
    }
    straight.run.dispose();
  });

  it("being looked at, asked and tested changes nothing", async () => {
    const alone = begin();
    const watched = begin();
    await alone.until(({ ticks }) => ticks >= 24);
    while (watched.clock.ticks < 24) {
      await watched.next(true);
      watched.run.look({ glimpses: 1 });
      watched.run.explain();
    }
    watched.run.probe?.({ id: 1, image: 5, places: [], goOn: true });
    await measured(watched, 100, "learned");
    const tensors = backend.tensorCount();
    await measured(watched, 200, "random");
    expect(backend.tensorCount()).toBe(tensors);
    expect(await everything(watched)).toEqual(await everything(alone));
    watched.run.dispose();
    alone.run.dispose();
  });

  // A batch of the test waits for each of its glimpses, and then for a breath: 20 waits with either gaze.
  it.each<{ breaths: number; change: Partial<RamParams> }>([
    { breaths: 5, change: { sigma: 0.5 } },
    { breaths: 30, change: { sigma: 0.5 } },
    { breaths: 30, change: { gaze: "scan" } },
    { breaths: 30, change: { testEvery: 15 } },
    { breaths: 30, change: { learningRate: 0.1 } },
  ])("makes of $change after $breaths breaths of a test what a replay makes", async ({ breaths, change }) => {
    const [changedMeanwhile, changedBefore] = [begin(), begin()];
    for (const [driven, before] of [
      [changedMeanwhile, breaths],
      [changedBefore, 0],
    ] as const) {
      await driven.until(({ updates }) => updates >= 10);
      await intoTest(driven, before);
      Object.assign(driven.params, change);
      await driven.until(({ updates }) => updates >= 11);
    }
    expect(changedBefore.run.view().test === null).toBe("testEvery" in change);
    expect(await everything(changedMeanwhile)).toEqual(await everything(changedBefore));
    expect(changedMeanwhile.logs).toEqual(changedBefore.logs);
    for (const { run } of [changedMeanwhile, changedBefore]) run.dispose();
  });

  it("shows on one image what the network made of each glimpse, and what was pushed where", async () => {
    const driven = begin();
    await driven.until(({ updates }) => updates >= 1);
    const picture = driven.run.look({ glimpses: 2 }).glimpses;
    expect(picture?.glimpses).toHaveLength(GLIMPSES);
    const saved = await driven.run.save();
    picture?.glimpses.forEach(({ hidden, belief, baseline, mean, place }, t) => {
      const heads = saved.batch.heads[t];
      const core = hidden.length;
      hidden.forEach((value, unit) => expect(value).toBeCloseTo(heads.hidden[2 * core + unit], 4));
      expect(belief.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 5);
      expect(baseline).toBeCloseTo(heads.baselines[2], 4);
      expect(mean.x).toBeCloseTo(heads.means[4], 4);
      expect(place.y).toBe(saved.batch.places[t][5]);
    });
    const pushes = picture?.pushes ?? [];
    expect(pushes).toHaveLength(GLIMPSES - 1);
    for (const { reward, baseline, advantage, place, mean, gradient } of pushes) {
      expect(reward).toBe(saved.batch.rewards?.[2]);
      expect(advantage).toBeCloseTo(reward - baseline, 5);
      expect(gradient.x).toBeCloseTo((place.x - mean.x) / 0.05 ** 2, 3);
    }
    driven.run.dispose();
  });

  it("says in its explanation what the picture shows", async () => {
    const driven = begin();
    while (driven.run.explain()?.rows[0].advantage === undefined) await driven.next(true);
    const { rows, numbers } = driven.run.explain() ?? { rows: [], numbers: {} };
    const last = (await driven.run.save()).update?.advantages ?? new Float32Array();
    expect(rows).toHaveLength(16);
    expect(rows[4].advantage).toBe(last[16 + 4]);
    expect(rows[4].reward).toBe(Number(rows[4].best === rows[4].label));
    expect(numbers.sigma).toBe(0.05);
    expect(ram.network?.equation(driven.run.explain(), 4).join(" ")).toContain("pushes the mean");
    driven.run.dispose();
  });

  it("stops with the last good weights when a step is far too large", async () => {
    const driven = begin({ learningRate: 1 });
    driven.params.learningRate = 1e30;
    await driven.until(({ updates }) => updates >= 50);
    expect(driven.outcome).toMatchObject({ reason: "diverges" });
    expect(driven.outcome?.says).toMatch(/Learning has diverged.*lower the learning rate/);
    expect(driven.run.weights()[0].every(Number.isFinite)).toBe(true);
    driven.run.dispose();
  });

  if (name === "webgpu") return;

  it("learns to tell ten patterns apart", async () => {
    const driven = begin({ batchSize: 32, learningRate: 3e-3 });
    await driven.until(({ updates }) => updates >= 200);
    const early = driven.logs.accuracy.slice(0, 10).reduce((sum, x) => sum + x / 10, 0);
    const { wrong, count, confusion, meanPaths, mistakes } = await measured(driven, 500, "learned");
    expect(early).toBeLessThan(0.4);
    expect(wrong / count).toBeLessThan(0.5);
    expect(confusion.reduce((sum, n) => sum + n, 0)).toBe(500);
    expect(mistakes).toHaveLength(Math.min(60, wrong));
    expect(meanPaths.map((path) => path.length)).toEqual(Array.from({ length: 10 }, () => GLIMPSES));
    driven.run.dispose();
  });
});
