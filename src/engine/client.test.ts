import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { START, type Scenario } from "../core/scenario";
import { presets, presetScenario } from "../scenario/presets";
import { Client, type ClientEvents } from "./client";
import { FakeWorker } from "./client-test-worker";
import type { Frame } from "./protocol";

const scenario: Scenario = presetScenario(presets[0]);

function frameAt(tick: number, edit = 0, status: Frame["status"] = "paused"): Frame {
  return { status, position: { tick, phase: 0 }, changes: null, edit } as Frame;
}

const workers: FakeWorker[] = [];
let said: { restarts: string[]; problems: string[]; frames: Frame[] };
let client: Client;

const newest = () => workers[workers.length - 1];

beforeEach(() => {
  vi.useFakeTimers();
  workers.length = 0;
  said = { restarts: [], problems: [], frames: [] };
  const events: ClientEvents = {
    onFrame: (frame) => said.frames.push(frame),
    onComparison: () => undefined,
    onVariance: () => undefined,
    onEvaluation: () => undefined,
    onProbed: () => undefined,
    onFetching: () => undefined,
    onCard: () => undefined,
    onBackend: () => undefined,
    onSaved: () => undefined,
    onResumed: () => undefined,
    onUnlike: () => undefined,
    onMixed: () => undefined,
    onSpoilt: () => undefined,
    onProblem: (says) => said.problems.push(says),
    onRestart: (says) => said.restarts.push(says),
  };
  client = new Client(events, () => {
    workers.push(new FakeWorker());
    return newest() as unknown as Worker;
  });
  client.load(scenario, START);
});

afterEach(() => {
  client.dispose();
  vi.useRealTimers();
});

describe("Client", () => {
  it("drops what an older run still says", () => {
    newest().say({ run: 1, type: "frame", frame: frameAt(5) });
    client.load(scenario, START);
    newest().say({ run: 1, type: "frame", frame: frameAt(6) });
    newest().say({ run: 2, type: "frame", frame: frameAt(0) });
    expect(said.frames.map(({ position }) => position.tick)).toEqual([5, 0]);
    expect(workers).toHaveLength(1);
  });

  it("starts a crashed worker again where the page stood, with the edits it had not confirmed", () => {
    client.send({ type: "change", edit: 1, algo: { gamma: 0.8 } });
    newest().say({ run: 1, type: "frame", frame: frameAt(40, 1) });
    client.send({ type: "change", edit: 2, algo: { gamma: 0.7 } });
    newest().crash();
    expect(workers).toHaveLength(2);
    expect(workers[0].terminated).toBe(true);
    expect(newest().ofType("load")[0]).toMatchObject({ at: { tick: 40, phase: 0 }, edit: 1 });
    expect(newest().ofType("change")).toMatchObject([{ edit: 2, algo: { gamma: 0.7 } }]);
    expect(said.restarts).toHaveLength(1);
  });

  it("runs on in the new worker what was running, and only that", () => {
    client.send({ type: "play", granularity: "sweep", rate: 4 });
    newest().say({ run: 1, type: "frame", frame: frameAt(40, 0, "running") });
    newest().crash();
    expect(newest().ofType("play")).toMatchObject([{ granularity: "sweep", rate: 4, run: 2 }]);
    newest().say({ run: 2, type: "frame", frame: frameAt(40, 0, "running") });
    newest().say({ run: 2, type: "frame", frame: frameAt(50) });
    newest().crash();
    expect(newest().ofType("play")).toEqual([]);
    expect(newest().ofType("load")[0].at.tick).toBe(50);
  });

  it("goes where the page had sent the run, not where the crash met it on the way", () => {
    client.send({ type: "seek", to: { tick: 900, phase: 2 } });
    newest().say({ run: 1, type: "frame", frame: frameAt(300, 0, "seeking") });
    newest().crash();
    expect(newest().ofType("load")[0].at).toEqual({ tick: 900, phase: 2 });
    newest().say({ run: 2, type: "frame", frame: frameAt(100, 0, "seeking") });
    client.send({ type: "pause" });
    newest().say({ run: 2, type: "frame", frame: frameAt(120) });
    newest().crash();
    expect(newest().ofType("load")[0].at.tick).toBe(120);
  });

  it("replaces a worker that answers no ping, not one that is only slow or a page that slept", () => {
    for (let i = 0; i < 20; i++) {
      vi.advanceTimersByTime(4000);
      newest().say({ run: 1, type: "pong" });
    }
    expect(workers).toHaveLength(1);
    vi.advanceTimersByTime(7000);
    expect(workers).toHaveLength(2);
    expect(said.restarts).toHaveLength(1);
  });

  it("gives up after several crashes in a row, frames in between or not, and says so", () => {
    for (let i = 0; i < 4; i++) {
      newest().say({ run: i + 1, type: "frame", frame: frameAt(5) });
      newest().crash();
    }
    expect(said.problems).toHaveLength(1);
    expect(said.restarts).toHaveLength(3);
    expect(workers).toHaveLength(4);
    client.send({ type: "step", granularity: "sweep" });
    expect(newest().sent.map(({ type }) => type)).toEqual(["load", "look", "step"]);
  });

  it("tells a new worker the stop condition set since the start", () => {
    client.send({ type: "stop", stop: { sweeps: 7 } });
    newest().crash();
    expect(newest().ofType("load")[0].scenario.stop).toEqual({ sweeps: 7 });
  });
});
