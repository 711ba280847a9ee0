import { afterEach, describe, expect, it, vi } from "vitest";
import { zeroClock } from "../core/algo";
import type { Scenario } from "../core/scenario";
import { presetById, presetScenario } from "../scenario/presets";
import { CalledOff, Judge } from "./client-judge";
import { FakeWorker } from "./client-test-worker";
import type { Frame } from "./protocol";

function scenarioOf(id: string): Scenario {
  const preset = presetById(id);
  if (!preset) throw new Error(`no preset ${id}`);
  return presetScenario(preset);
}

const cliff = scenarioOf("cliff-walking");

function frame(status: Frame["status"], episodes: number, outcome: Frame["outcome"] = null): Frame {
  return { status, outcome, clock: { ...zeroClock(), ticks: 10 * episodes, episodes } } as Frame;
}

function opened() {
  const workers: FakeWorker[] = [];
  const judge = new Judge(() => {
    workers.push(new FakeWorker());
    return workers[workers.length - 1] as unknown as Worker;
  });
  return { judge, workers };
}

afterEach(() => vi.useRealTimers());

describe("a judge", () => {
  it("runs a scenario to its end, tells how far it is, and answers every frame", async () => {
    const { judge, workers } = opened();
    const shares: number[] = [];
    const last = judge.finish(cliff, (share) => shares.push(share));
    const [worker] = workers;
    expect(worker.ofType("load")).toMatchObject([{ scenario: cliff, backend: "wasm", run: 1 }]);
    for (const each of [
      frame("seeking", 0),
      frame("paused", 0),
      frame("running", 250),
      frame("paused", 500),
    ]) {
      worker.say({ run: 1, type: "frame", frame: each });
    }
    expect(await last).toEqual(frame("paused", 500));
    expect(shares).toEqual([0, 0, 0.5, 1]);
    expect(worker.ofType("play")).toMatchObject([{ granularity: "step", rate: Infinity }]);
    expect(worker.ofType("ack")).toHaveLength(4);
    judge.dispose();
  });

  it("hears nothing of an older run", async () => {
    const { judge, workers } = opened();
    const first = judge.finish(cliff, () => {});
    const second = judge.finish(cliff, () => {});
    await expect(first).rejects.toBeInstanceOf(CalledOff);
    workers[0].say({ run: 1, type: "problem", says: "old" });
    workers[0].say({ run: 2, type: "frame", frame: frame("paused", 0) });
    workers[0].say({ run: 2, type: "frame", frame: frame("finished", 3) });
    expect((await second).clock.episodes).toBe(3);
    judge.dispose();
  });

  it.each([
    [
      "a problem",
      (worker: FakeWorker) => worker.say({ run: 1, type: "problem", says: "It failed." }),
      "It failed.",
    ],
    ["a crash", (worker: FakeWorker) => worker.crash(), "The simulation stopped unexpectedly."],
    [
      "digits that are missing",
      (worker: FakeWorker) =>
        worker.say({
          run: 1,
          type: "frame",
          frame: frame("paused", 0, { reason: "stop", says: "There are no digits." }),
        }),
      "There are no digits.",
    ],
  ])("says why a run has failed: %s", async (_what, go, says) => {
    const { judge, workers } = opened();
    const run = judge.finish(cliff, () => {});
    go(workers[0]);
    await expect(run).rejects.toThrow(says);
    judge.dispose();
  });

  it("gives a worker up that does not answer, and begins anew in another", async () => {
    vi.useFakeTimers();
    const { judge, workers } = opened();
    const run = judge.finish(cliff, () => {});
    const failed = expect(run).rejects.toThrow("stopped answering");
    vi.advanceTimersByTime(7000);
    await failed;
    expect(workers[0].terminated).toBe(true);
    const again = judge.finish(cliff, () => {});
    workers[1].say({ run: 2, type: "frame", frame: frame("paused", 0) });
    workers[1].say({ run: 2, type: "frame", frame: frame("paused", 500) });
    expect((await again).clock.episodes).toBe(500);
    judge.dispose();
  });

  it("can be called off", async () => {
    const { judge, workers } = opened();
    const run = judge.finish(cliff, () => {});
    judge.dispose();
    await expect(run).rejects.toBeInstanceOf(CalledOff);
    expect(workers[0].terminated).toBe(true);
  });
});
