import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { zeroClock } from "../../core/algo";
import { START, type Change, type Scenario } from "../../core/scenario";
import type { SavedRun } from "../../engine/client-saved-run";
import { parseScenario } from "../../scenario/parse";
import { TrainingKeeper, WRITE_EVERY, type Keeping } from "./training-keeper";
import {
  bytesOf,
  crowdedOut,
  earlierKey,
  MOST_RUNS,
  readRecord,
  trainingKey,
  type TrainingRecord,
} from "./training-records";

function cartPole(seed: number, changes?: Change[]): Scenario {
  const parsed = parseScenario({ v: 1, env: { id: "cart-pole" }, algo: { id: "dqn" }, seed });
  if (!parsed.ok) throw new Error(parsed.error);
  return { ...parsed.value, ...(changes && { changes }) };
}

const at = (tick: number) => ({ tick, phase: 0 });

function runAt(tick: number, scenario = cartPole(1)): SavedRun {
  const word = [1, 2, 3, 4] as const;
  return {
    scenario,
    backends: ["wasm"],
    checkpoint: {
      position: at(tick),
      clock: { ...zeroClock(), ticks: tick },
      memory: { weights: new Float32Array(10) },
      streams: { world: word, explore: word, replay: word, init: word },
      metrics: { series: new Map(), held: new Map() },
      era: scenario.changes?.length ?? 0,
    },
  };
}

/** A store in memory that copies, as a browser's does, and can be made to fail. */
function fakeStore() {
  const records = new Map<string, unknown>();
  const store = {
    records,
    refuses: false,
    writes: 0,
    async read(key: string) {
      await Promise.resolve();
      if (store.refuses) throw new Error("SecurityError");
      return structuredClone(records.get(key));
    },
    async write(record: TrainingRecord) {
      await Promise.resolve();
      if (store.refuses) throw new Error("SecurityError");
      store.writes++;
      records.set(record.key, structuredClone(record));
    },
    async remove(key: string) {
      await Promise.resolve();
      records.delete(key);
    },
  };
  return store;
}

let store: ReturnType<typeof fakeStore>;
let keepings: Keeping[];
const keeperOf = (form: number) =>
  new TrainingKeeper(
    store,
    form,
    () => Date.now(),
    (keeping) => keepings.push(keeping),
  );
let keeper: TrainingKeeper;

beforeEach(() => {
  vi.useFakeTimers();
  store = fakeStore();
  keepings = [];
  keeper = keeperOf(1);
});

afterEach(() => {
  vi.useRealTimers();
});

const settle = () => vi.advanceTimersByTimeAsync(0);
const storedTick = () => {
  const [record] = [...store.records.values()] as TrainingRecord[];
  return record?.run.checkpoint.position.tick;
};

describe("keeping training", () => {
  it("writes at once, then the newest at most every five seconds, and at rest", async () => {
    keeper.keep(runAt(10), false);
    await settle();
    expect(storedTick()).toBe(10);
    for (let tick = 11; tick <= 14; tick++) {
      keeper.keep(runAt(tick), false);
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(storedTick()).toBe(10);
    await vi.advanceTimersByTimeAsync(WRITE_EVERY - 4000);
    expect(storedTick()).toBe(14);
    keeper.keep(runAt(20), true);
    await settle();
    expect(storedTick()).toBe(20);
    expect(store.writes).toBe(3);
    expect(keepings).toEqual(["kept", "kept", "kept"]);
  });

  it("writes what is pending when the page goes, and when another experiment begins", async () => {
    keeper.keep(runAt(10), false);
    await settle();
    keeper.keep(runAt(11), false);
    keeper.flush(true);
    await settle();
    expect(storedTick()).toBe(11);
    keeper.keep(runAt(12), false);
    keeper.keep(runAt(1, cartPole(2)), false);
    await settle();
    expect(storedTick()).toBe(12);
    keeper.flush();
    keeper.flush();
    await settle();
    expect(store.records.size).toBe(2);
    expect(store.writes).toBe(4);
  });

  it("goes on without where the browser refuses", async () => {
    store.refuses = true;
    keeper.keep(runAt(10), true);
    await settle();
    expect(await keeper.find(cartPole(1), at(20), false)).toBeNull();
    expect(keepings).toEqual(["refused"]);
  });

  it("waits for an answer only so long", async () => {
    store.read = () => new Promise(() => {});
    const found = keeper.find(cartPole(1), at(20), false);
    await vi.advanceTimersByTimeAsync(5000);
    expect(await found).toBeNull();
  });
});

describe("finding training", () => {
  const find = (scenario: Scenario, tick: number, orBeyond = false) =>
    keeper.find(scenario, at(tick), orBeyond);

  it("finds the run that a position lies beyond, with the same beginning and the same changes", async () => {
    const made: Change = { at: at(50), push: 1 };
    keeper.keep(runAt(100, cartPole(1, [made])), true);
    await settle();
    const later: Change = { at: at(150), push: -1 };
    expect(await find(cartPole(1, [made, later]), 200)).toEqual(runAt(100, cartPole(1, [made])));
    expect(await find({ ...cartPole(1, [made]), title: "T", view: { at: at(100) } }, 100)).not.toBeNull();
    expect(await find(cartPole(1), 200)).toBeNull();
    expect(await find(cartPole(2, [made]), 200)).toBeNull();
    expect(await find(cartPole(1, [made]), 99)).toBeNull();
  });

  it("finds one further on where asked to, if all that had changed by then is in it", async () => {
    const made: Change = { at: at(50), push: 1 };
    keeper.keep(runAt(100, cartPole(1, [made])), true);
    await settle();
    expect(await find(cartPole(1), 40, true)).not.toBeNull();
    expect(await find(cartPole(1, [made]), 60, true)).not.toBeNull();
    expect(await find(cartPole(1, [{ ...made, push: -1 }]), 60, true)).toBeNull();
  });

  it("finds nothing in a run that has not begun", async () => {
    keeper.keep(runAt(0), true);
    await settle();
    expect(await keeper.find(cartPole(1), START, true)).toBeNull();
  });

  it("deletes a checkpoint of another form", async () => {
    keeper.keep(runAt(10), true);
    await settle();
    keeper = keeperOf(2);
    expect(await find(cartPole(1), 20)).toBeNull();
    expect(store.records.size).toBe(0);
  });

  it.each<[string, (record: { run: SavedRun }) => unknown]>([
    ["nothing of it", () => ({})],
    ["text", () => "{"],
    ["null", () => null],
    ["no run", ({ run: _run, ...entry }) => entry],
    ["no checkpoint", (record) => ({ ...record, run: { scenario: record.run.scenario } })],
    ["no scenario", (record) => ({ ...record, run: { checkpoint: record.run.checkpoint } })],
    ["another experiment", (record) => ({ ...record, run: runAt(10, cartPole(2)) })],
    ["a broken position", (record) => withCheckpoint(record, { position: { tick: -1, phase: 0 } })],
    ["no clock", (record) => withCheckpoint(record, { clock: {} })],
    ["no memory", (record) => withCheckpoint(record, { memory: null })],
    ["no streams", (record) => withCheckpoint(record, { streams: undefined })],
    ["no metrics", (record) => withCheckpoint(record, { metrics: { series: {} } })],
    ["no backends", (record) => ({ ...record, run: { ...record.run, backends: undefined } })],
    ["an unknown backend", (record) => ({ ...record, run: { ...record.run, backends: ["webgl"] } })],
    ["changes that are missing", (record) => withCheckpoint(record, { era: 2 })],
  ])("deletes a damaged one, with %s", async (_what, damage) => {
    keeper.keep(runAt(10), true);
    await settle();
    const key = trainingKey(cartPole(1));
    store.records.set(key, damage(store.records.get(key) as TrainingRecord));
    expect(await find(cartPole(1), 20)).toBeNull();
    expect(store.records.size).toBe(0);
  });
});

describe("a run that had come further than the present one", () => {
  const find = (tick: number, orBeyond: boolean) => keeper.find(cartPole(1), at(tick), orBeyond);
  const ticksOf = () =>
    Object.fromEntries(
      [...store.records].map(([key, record]) => [
        key === earlierKey(trainingKey(cartPole(1))) ? "earlier" : "present",
        (record as TrainingRecord).run.checkpoint.position.tick,
      ]),
    );
  const trainAgain = async () => {
    keeper.keep(runAt(200_000), true);
    await settle();
    keeper = keeperOf(1); // a reload
    keeper.keep(runAt(3000), true);
    await settle();
  };

  it("is put aside, whether this page or one before it has written it", async () => {
    await trainAgain();
    expect(ticksOf()).toEqual({ present: 3000, earlier: 200_000 });
    keeper.keep(runAt(1000), true);
    await settle();
    keeper.keep(runAt(5000), true);
    await settle();
    expect(ticksOf()).toEqual({ present: 5000, earlier: 200_000 });
  });

  it("is found from the start and further on; a reload on the way goes on from the present one", async () => {
    await trainAgain();
    const tick = async (where: number, orBeyond: boolean) =>
      (await find(where, orBeyond))?.checkpoint.position.tick;
    expect(await tick(0, true)).toBe(200_000);
    expect(await tick(2500, true)).toBe(3000);
    expect(await tick(4000, false)).toBe(3000);
    expect(await tick(200_000, false)).toBe(200_000);
  });

  it("is not written over in haste, as the page goes", async () => {
    keeper.keep(runAt(200_000), true);
    await settle();
    keeper.keep(runAt(3000), false);
    keeper.flush(true);
    await settle();
    expect(ticksOf()).toEqual({ present: 200_000 });
    keeper.keep(runAt(3001), true); // it did not go
    await settle();
    expect(ticksOf()).toEqual({ present: 3001, earlier: 200_000 });
  });

  it("is forgotten alone where it is of no use", async () => {
    await trainAgain();
    const found = await find(0, true);
    if (found) keeper.forget(found);
    await settle();
    expect(ticksOf()).toEqual({ present: 3000 });
  });
});

function withCheckpoint(record: { run: SavedRun }, part: Record<string, unknown>) {
  return { ...record, run: { ...record.run, checkpoint: { ...record.run.checkpoint, ...part } } };
}

describe("the room for training", () => {
  const entry = (key: string, saved: number, bytes = 1e6) => ({ key, form: 1, saved, bytes });

  it("is for three runs: the oldest goes", () => {
    const entries = [entry("a", 3), entry("b", 1), entry("c", 2)];
    expect(MOST_RUNS).toBe(3);
    expect(crowdedOut(entries, entry("d", 4))).toEqual(["b"]);
    expect(crowdedOut(entries, entry("b", 4))).toEqual([]);
  });

  it("is bounded in bytes: the oldest go first, the new one stays", () => {
    const entries = [entry("a", 3, 12e6), entry("b", 1, 1e6)];
    expect(crowdedOut(entries, entry("c", 4, 18e6))).toEqual([]);
    expect(crowdedOut(entries, entry("c", 4, 19.5e6))).toEqual(["b"]);
    expect(crowdedOut(entries, entry("c", 4, 25e6))).toEqual(["b", "a"]);
  });

  it("counts the arrays of a run", () => {
    const run = runAt(1);
    const before = bytesOf(run);
    run.checkpoint.memory = { rows: new Float64Array(1000), list: [1, 2, 3] };
    run.checkpoint.metrics.series.set("loss", {
      stride: 1,
      count: 100,
      sum: new Float64Array(100),
      numbers: new Float64Array(100),
      min: new Float64Array(100),
      max: new Float64Array(100),
    });
    expect(bytesOf(run) - before).toBeGreaterThanOrEqual(8000 + 3 * 8 + 4 * 800 - 40);
    expect(bytesOf(run) - before).toBeLessThan(12_000);
  });

  it("reads back what it is given, whole", () => {
    const run = runAt(5);
    const key = trainingKey(run.scenario);
    expect(readRecord({ key, form: 1, saved: 1, bytes: 1, run }, key, 1)).toBe(run);
  });
});
