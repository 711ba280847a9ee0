import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MissingDigits } from "../../core/digits";
import type { Env } from "../../core/env";
import { Glimpse } from "../../envs/glimpse/env";
import { digitsOf, paramsWith } from "../../envs/glimpse/test-tools";
import { openBackend, type Backend } from "../../nn/backend";
import { driveNetwork, type DrivenNetwork, type NetworkOrigin } from "../network-test-bench";
import type { FullImageParams } from "./params";
import type { FullImageMemory } from "./parts";
import { start } from "./run";
import { fullImage } from "./spec";

/** The digit n lights its own rows, among noise. */
const bars = digitsOf(1000, (i, n) => (Math.floor(i / 56) === n % 10 ? 255 : (i * 31 + n * 17) % 60));
const env = new Glimpse(paramsWith({ trainCount: 1000 }), { train: bars, test: bars }) as unknown as Env;

type Driven = DrivenNetwork<FullImageMemory, FullImageParams>;
const begin = (origin: NetworkOrigin<FullImageMemory> = {}, given: Partial<FullImageParams> = {}): Driven =>
  driveNetwork(
    start,
    env,
    fullImage.params,
    { units: 16, hiddenLayers: 1, batchSize: 16, testEvery: 10, ...given },
    origin,
  );

const everything = async ({ run, clock, streams }: Driven) => ({
  saved: await run.save(),
  look: run.look({ glimpses: 1 }),
  view: run.view(),
  clock: { ...clock },
  streams: streams(),
});

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

describe("the classifier of whole images", () => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await openBackend({ gpu: undefined, forced: "cpu" });
  });
  afterAll(() => {
    expect(backend.tensorCount()).toBe(0);
    backend.dispose();
  });

  it("learns, and is tested on held-out images as it goes", async () => {
    const driven = begin();
    await driven.until(({ updates }) => updates >= 101);
    const { accuracy, heldOut, loss } = driven.logs;
    expect(accuracy[0]).toBeLessThan(0.5);
    expect(heldOut[9]).toBeNaN();
    expect(heldOut[100]).toBeGreaterThan(0.9);
    expect(loss[100]).toBeLessThan(loss[0] / 2);
    expect(driven.clock).toMatchObject({ ticks: 101, steps: 1616, episodes: 1616 });
    driven.run.dispose();
  });

  it.each([
    ["gives up a test that a live change has made undue", 15, 0],
    ["ends a test that is due after a live change too", 5, 1],
  ])("%s, as a replay does", async (_, testEvery, made) => {
    const [changedMeanwhile, changedBefore] = [begin(), begin()];
    for (const [driven, breaths] of [
      [changedMeanwhile, 3],
      [changedBefore, 0],
    ] as const) {
      await driven.until(({ updates }) => updates >= 10);
      await intoTest(driven, breaths);
      driven.params.testEvery = testEvery;
      await driven.until(({ updates }) => updates >= 11);
    }
    expect(changedBefore.logs.heldOut.filter((share) => !Number.isNaN(share))).toHaveLength(made);
    expect(await everything(changedMeanwhile)).toEqual(await everything(changedBefore));
    expect(changedMeanwhile.logs).toEqual(changedBefore.logs);
    for (const { run } of [changedMeanwhile, changedBefore]) run.dispose();
  });

  it("opens without digits to learn from, and does not begin to learn", async () => {
    const none = new Glimpse(paramsWith({ trainCount: 1000 }), { train: null, test: bars });
    const { run, next, clock } = driveNetwork(start, none as unknown as Env, fullImage.params);
    expect(run.look({ glimpses: 0 })).toEqual({ glimpses: null });
    expect(run.explain()).toBeNull();
    await expect(next(false)).rejects.toThrow(MissingDigits);
    expect(clock.ticks).toBe(0);
    run.dispose();
  });

  it("goes on bit for bit from where it was saved, line by line too", async () => {
    const straight = begin();
    await straight.until(({ ticks }) => ticks >= 25);
    const first = begin();
    await first.until(({ ticks }) => ticks >= 11);
    const saved = { memory: await first.run.save(), clock: first.clock, streams: first.streams() };
    const again = begin(structuredClone(saved));
    while (again.clock.ticks < 25) await again.next(true);
    expect(await everything(again)).toEqual(await everything(straight));
    for (const { run } of [straight, first, again]) run.dispose();
  });

  it("shows the image as one glimpse of all of it, with the numbers of the equation", async () => {
    const driven = begin();
    await driven.until(({ ticks }) => ticks >= 3);
    const picture = driven.run.look({ glimpses: 2 }).glimpses;
    const row = driven.run.explain()?.rows[2];
    expect(picture?.patch).toBe(28);
    expect(picture?.glimpses[0].belief[row?.best ?? -1]).toBeCloseTo(row?.belief ?? NaN, 5);
    expect(row?.loss).toBeCloseTo(-Math.log(row?.ofLabel ?? NaN), 5);
    expect(fullImage.network?.equation(driven.run.explain(), 2).join(" ")).toContain(String(row?.label));
    driven.run.dispose();
  });

  it("stops with the last good weights when a step is far too large", async () => {
    const driven = begin({}, { learningRate: 1 });
    driven.params.learningRate = 1e30;
    await driven.until(({ updates }) => updates >= 50);
    expect(driven.outcome?.says).toMatch(/Learning has diverged/);
    expect(driven.run.weights()[0].every(Number.isFinite)).toBe(true);
    driven.run.dispose();
  });
});
