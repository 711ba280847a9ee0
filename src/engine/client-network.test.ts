import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { zeroClock } from "../core/algo";
import { START, type Change } from "../core/scenario";
import { parseScenario } from "../scenario/parse";
import { Client, type WayOut } from "./client";
import type { SavedRun } from "./client-saved-run";
import { FakeWorker } from "./client-test-worker";
import type { BackendName, BackendReport, Checkpoint, Frame, Message } from "./protocol";

const parsed = parseScenario({ v: 1, env: { id: "cart-pole" }, algo: { id: "dqn" }, seed: 7 });
if (!parsed.ok) throw new Error(parsed.error);
const scenario = parsed.value;

const at = (tick: number, phase = 0) => ({ tick, phase });
const change = (tick: number, push: number): Change => ({ at: at(tick), push });

function checkpointAt(tick: number, era = 0): Checkpoint {
  return { position: at(tick), era, clock: { ...zeroClock(), ticks: tick, steps: tick } } as Checkpoint;
}

const workers: FakeWorker[] = [];
const newest = () => workers[workers.length - 1];
let said: {
  restarts: string[];
  problems: { says: string; wayOut: WayOut | undefined }[];
  saved: SavedRun[];
  reasons: string[];
  spoilt: SavedRun[];
  resumed: SavedRun[];
  unlike: [SavedRun, BackendName][];
  mixed: string[];
};
let client: Client;

type Told = Message extends infer M ? (M extends Message ? Omit<M, "run"> : never) : never;

/** What the newest worker says of the run it was loaded with last. */
function say(message: Told): void {
  const { run } = newest().sent.at(-1) ?? { run: 0 };
  newest().say({ ...message, run });
}

function showFrame(tick: number, status: Frame["status"], changes: Change[] | null = null, edit = 0): void {
  say({ type: "frame", frame: { status, position: at(tick), changes, edit } as Frame });
}

const computedOn = (name: BackendName) =>
  say({ type: "backend", report: { name, reason: `${name}.` } as BackendReport });

beforeEach(() => {
  vi.useFakeTimers();
  workers.length = 0;
  said = {
    restarts: [],
    problems: [],
    saved: [],
    reasons: [],
    spoilt: [],
    resumed: [],
    unlike: [],
    mixed: [],
  };
  client = new Client(
    {
      onFrame: () => undefined,
      onComparison: () => undefined,
      onVariance: () => undefined,
      onEvaluation: () => undefined,
      onProbed: () => undefined,
      onFetching: () => undefined,
      onCard: () => undefined,
      onBackend: ({ reason }) => said.reasons.push(reason),
      onSaved: (saved) => said.saved.push(saved),
      onResumed: (saved) => said.resumed.push(saved),
      onUnlike: (saved, name) => said.unlike.push([saved, name]),
      onMixed: (says) => said.mixed.push(says),
      onSpoilt: (saved) => said.spoilt.push(saved),
      onProblem: (says, wayOut) => said.problems.push({ says, wayOut }),
      onRestart: (says) => said.restarts.push(says),
    },
    () => {
      workers.push(new FakeWorker());
      return newest() as unknown as Worker;
    },
  );
});

afterEach(() => {
  client.dispose();
  vi.useRealTimers();
});

/** A run in training, at tick 1,300 with a checkpoint at 1,200. */
function train(name: BackendName = "webgpu"): void {
  client.load(scenario, START);
  computedOn(name);
  showFrame(0, "paused");
  client.send({ type: "play", granularity: "step", rate: Infinity });
  showFrame(100, "running");
  say({ type: "checkpoint", checkpoint: checkpointAt(1200) });
  showFrame(1300, "running");
}

describe("a network's run whose worker is lost", () => {
  it("goes on by itself from the last checkpoint, to where the page stood", () => {
    train();
    say({ type: "lost", says: "The graphics processor was lost (gone)" });
    expect(workers).toHaveLength(2);
    expect(newest().sent.map(({ type }) => type)).toEqual(["load", "look", "seek", "play"]);
    expect(newest().ofType("load")[0]).toMatchObject({ at: at(1300), from: checkpointAt(1200) });
    expect(newest().ofType("load")[0]).not.toHaveProperty("backend");
    expect(newest().ofType("seek")[0].to).toEqual(at(1300));
    expect(newest().ofType("play")[0]).toMatchObject({ granularity: "step", rate: Infinity });
    expect(said.restarts).toEqual([
      "The graphics processor was lost. Training goes on from its last checkpoint, step 1,200; nothing is lost.",
    ]);
  });

  it("leaves the graphics processor after the second loss, for this run and later ones", () => {
    train();
    say({ type: "lost", says: "The graphics processor was lost" });
    computedOn("webgpu");
    showFrame(1300, "running");
    say({ type: "lost", says: "The graphics processor was lost" });
    expect(newest().ofType("load")[0].backend).toBe("wasm");
    expect(said.restarts[1]).toMatch(/second time.*step 1,200.*WebAssembly.*trained on WebGPU.*bit for bit/);
    client.load(scenario, START);
    expect(newest().ofType("load")[1].backend).toBe("wasm");
    computedOn("wasm");
    expect(said.reasons).toEqual([
      "webgpu.",
      "webgpu.",
      "The graphics processor was lost twice, so now: wasm.",
    ]);
  });

  it("counts no problem as a loss, tried again or not", () => {
    train();
    for (let i = 0; i < 3; i++) {
      say({ type: "problem", says: "The simulation cannot go on: odd" });
      vi.advanceTimersByTime(1000);
      said.problems[i].wayOut?.run();
      computedOn("webgpu");
      showFrame(1300, "running");
    }
    expect(newest().ofType("load")[0]).not.toHaveProperty("backend");
    say({ type: "lost", says: "The graphics processor was lost" });
    expect(said.restarts[0]).not.toMatch(/second time/);
  });

  it("says that it is mixed where it goes on on another backend, once", () => {
    train();
    say({ type: "lost", says: "The graphics processor was lost" });
    computedOn("wasm"); // the graphics processor would not open again
    showFrame(1300, "running");
    expect(said.mixed).toEqual([expect.stringMatching(/trained on WebGPU; on WebAssembly.*bit for bit/)]);
    say({ type: "checkpoint", checkpoint: checkpointAt(1400) });
    expect(said.saved.at(-1)?.backends).toEqual(["webgpu", "wasm"]);
    newest().crash();
    computedOn("wasm");
    expect(said.mixed).toHaveLength(1);
  });

  it("goes on after a crash and after a hang too", () => {
    train("wasm");
    newest().crash();
    expect(newest().ofType("load")[0].from).toEqual(checkpointAt(1200));
    vi.advanceTimersByTime(7000);
    expect(workers).toHaveLength(3);
    expect(newest().ofType("load")[0].from).toEqual(checkpointAt(1200));
    expect(newest().ofType("play")).toHaveLength(1);
    expect(said.restarts[1]).toMatch(/stopped answering.*step 1,200/);
  });

  it("is not run on where it had been paused", () => {
    train();
    client.send({ type: "pause" });
    showFrame(1310, "paused");
    newest().crash();
    expect(newest().ofType("seek")[0].to).toEqual(at(1310));
    expect(newest().ofType("play")).toEqual([]);
  });

  it("does not go on from a checkpoint beyond the place that the page had gone back to", () => {
    train();
    client.send({ type: "seek", to: at(500) });
    showFrame(500, "paused");
    newest().crash();
    expect(newest().ofType("load")[0]).toMatchObject({ at: at(500) });
    expect(newest().ofType("load")[0]).not.toHaveProperty("from");
  });

  it("takes the failed read-back before a loss for a part of it", () => {
    train();
    say({ type: "problem", says: "The simulation cannot go on: AbortError" });
    vi.advanceTimersByTime(500);
    say({ type: "lost", says: "The graphics processor was lost" });
    vi.advanceTimersByTime(2000);
    expect(said.problems).toEqual([]);
    expect(said.restarts).toHaveLength(1);
  });

  it("offers a way out of any other problem", () => {
    train("wasm");
    say({ type: "problem", says: "The simulation cannot go on: out of memory" });
    expect(said.problems[0].wayOut?.label).toBe("Go on from step 1,200");
    said.problems[0].wayOut?.run();
    expect(workers).toHaveLength(2);
    expect(newest().ofType("load")[0].from).toEqual(checkpointAt(1200));
    expect(newest().ofType("play")).toHaveLength(1);
    said.problems[0].wayOut?.run(); // a notice of yesterday
    expect(workers).toHaveLength(2);
  });

  it("can be tried again where the backend could not even be opened", () => {
    client.load(scenario, START);
    say({ type: "problem", says: "The simulation cannot go on: Failed to fetch" });
    expect(said.problems[0].wayOut?.label).toBe("Try again");
    said.problems[0].wayOut?.run();
    expect(workers).toHaveLength(2);
    expect(newest().ofType("load")).toHaveLength(1);
    say({ type: "problem", says: "The simulation cannot go on: Failed to fetch" });
    client.load(scenario, START); // a worker keeps what it could not fetch
    expect(workers).toHaveLength(3);
  });
});

describe("the last checkpoint", () => {
  it("is given out with the changes in force at it", () => {
    const made = [change(50, 1), change(1250, -1)];
    train();
    showFrame(1300, "running", made);
    say({ type: "checkpoint", checkpoint: checkpointAt(1240, 1) });
    expect(said.saved.at(-1)?.scenario.changes).toEqual([made[0]]);
    newest().crash();
    const load = newest().ofType("load")[0];
    expect(load.scenario.changes).toEqual(made);
    expect(load.from).toEqual(checkpointAt(1240, 1));
  });

  it("may be further on than the last frame", () => {
    train();
    say({ type: "checkpoint", checkpoint: checkpointAt(1500) });
    newest().crash();
    expect(newest().ofType("load")[0]).toMatchObject({ at: at(1500), from: checkpointAt(1500) });
    expect(newest().ofType("seek")).toEqual([]);
  });

  it("is not kept while a change is on its way: it may belong to either course of the run", () => {
    train();
    client.send({ type: "change", edit: 1, push: 1 });
    say({ type: "checkpoint", checkpoint: checkpointAt(1350, 1) });
    expect(said.saved).toHaveLength(1);
    newest().crash();
    expect(newest().ofType("load")[0].from).toEqual(checkpointAt(1200));
    expect(newest().ofType("change")).toMatchObject([{ edit: 1, push: 1 }]);
  });

  it("is dropped where the run takes another course before it, and with a new run", () => {
    train();
    showFrame(600, "paused", [change(500, 1)]);
    newest().crash();
    expect(newest().ofType("load")[0]).not.toHaveProperty("from");
    train();
    client.load(scenario, START);
    newest().crash();
    expect(newest().ofType("load")[0]).not.toHaveProperty("from");
  });
});

describe("a stored run", () => {
  const stored: SavedRun = { scenario, checkpoint: checkpointAt(800), backends: ["wasm"] };

  it("is waited for; what is asked meanwhile comes after it", async () => {
    client.load(scenario, at(900), Promise.resolve(stored));
    client.send({ type: "change", edit: 1, push: 1 });
    client.send({ type: "play", granularity: "step", rate: 4 });
    expect(workers).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(0);
    expect(newest().sent.map(({ type }) => type)).toEqual(["load", "look", "seek", "change", "play"]);
    expect(newest().ofType("load")[0]).toMatchObject({ at: at(900), from: stored.checkpoint });
  });

  it("that stands further on is gone on from where it stands", async () => {
    const further = {
      scenario: { ...scenario, changes: [change(10, 1)] },
      checkpoint: checkpointAt(800, 1),
      backends: ["webgpu"],
    } satisfies SavedRun;
    client.load(scenario, at(700), Promise.resolve(further));
    await vi.advanceTimersByTimeAsync(0);
    expect(newest().sent.map(({ type }) => type)).toEqual(["load", "look"]);
    expect(newest().ofType("load")[0]).toMatchObject({
      at: at(800),
      from: further.checkpoint,
      scenario: { changes: further.scenario.changes },
    });
  });

  it("of another backend is passed over and told of; what was asked for is done from the start", async () => {
    const other: SavedRun = {
      scenario: { ...scenario, changes: [change(10, 1)] },
      checkpoint: checkpointAt(800, 1),
      backends: ["webgpu"],
    };
    client.load(scenario, at(700), Promise.resolve(other));
    client.send({ type: "play", granularity: "step", rate: 4 });
    await vi.advanceTimersByTimeAsync(0);
    computedOn("wasm");
    expect(said.unlike).toEqual([[other, "wasm"]]);
    expect(said.resumed).toEqual([]);
    const again = newest().ofType("load").at(-1);
    expect(again).not.toHaveProperty("from");
    expect(again?.at).toEqual(at(700));
    expect(again?.scenario.changes).toBeUndefined();
    expect(newest().sent.at(-1)).toMatchObject({ type: "play", rate: 4 });
    computedOn("wasm");
    showFrame(700, "paused");
    say({ type: "checkpoint", checkpoint: checkpointAt(700) });
    expect(said.saved.at(-1)?.backends).toEqual(["wasm"]);
    expect(said.unlike).toHaveLength(1);
  });

  it.each<[string, BackendName[], boolean]>([
    ["of the same backend", ["wasm"], false],
    ["of another where the user wants it to", ["webgpu"], true],
  ])("%s is gone on from, and what comes of it tells of all backends", async (_what, backends, mayMix) => {
    const found: SavedRun = { ...stored, backends };
    client.load(scenario, at(900), Promise.resolve(found), mayMix);
    await vi.advanceTimersByTimeAsync(0);
    computedOn("wasm");
    expect([said.resumed, said.unlike]).toEqual([[found], []]);
    expect(newest().ofType("load")).toHaveLength(1);
    showFrame(900, "paused");
    say({ type: "checkpoint", checkpoint: checkpointAt(900) });
    expect(said.saved.at(-1)?.backends).toEqual(mayMix ? ["webgpu", "wasm"] : ["wasm"]);
    expect(said.mixed).toEqual([]);
  });

  it("of several backends cannot be repeated, so it is passed over too", async () => {
    client.load(scenario, at(900), Promise.resolve({ ...stored, backends: ["webgpu", "wasm"] }));
    await vi.advanceTimersByTimeAsync(0);
    computedOn("wasm");
    expect(said.unlike).toHaveLength(1);
  });

  it.each([null, "failed"])("that is not found (%s) is done without", async (found) => {
    client.load(scenario, at(900), found === null ? Promise.resolve(null) : Promise.reject(new Error(found)));
    await vi.advanceTimersByTimeAsync(0);
    expect(newest().sent.map(({ type }) => type)).toEqual(["load", "look"]);
    expect(newest().ofType("load")[0]).not.toHaveProperty("from");
  });

  it("comes too late for a run that another has taken the place of", async () => {
    client.load(scenario, at(900), Promise.resolve(stored));
    client.load(scenario, START);
    await vi.advanceTimersByTimeAsync(0);
    expect(newest().ofType("load")).toHaveLength(1);
    expect(newest().ofType("load")[0]).not.toHaveProperty("from");
  });

  it("that is damaged is reported and done without", async () => {
    client.load(scenario, at(900), Promise.resolve(stored));
    await vi.advanceTimersByTimeAsync(0);
    computedOn("wasm");
    say({ type: "problem", says: "The simulation cannot go on: weights is undefined" });
    expect(said.spoilt).toEqual([stored]);
    expect(said.problems).toEqual([]);
    expect(newest().ofType("load").at(-1)).not.toHaveProperty("from");
    expect(newest().ofType("load").at(-1)?.at).toEqual(at(900));
  });

  it("is not blamed where networks cannot be computed at all", async () => {
    client.load(scenario, at(900), Promise.resolve(stored));
    await vi.advanceTimersByTimeAsync(0);
    say({ type: "problem", says: "The simulation cannot go on: Failed to fetch" });
    expect(said.spoilt).toEqual([]);
    expect(said.problems).toHaveLength(1);
  });
});
