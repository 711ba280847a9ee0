import { describe, expect, it } from "vitest";
import { START, type Scenario } from "../core/scenario";
import { decodeLink } from "../scenario/link";
import type { Command, Frame, Message } from "./protocol";
import { NO_RESOURCES } from "./no-resources";
import { Trainer } from "./trainer";

function scenarioOf(link: string): Scenario {
  const parsed = decodeLink(link);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

/** A trainer whose time passes only as the test says: a slice of work takes one millisecond a look at the clock. */
function bench({ acknowledge = true } = {}) {
  const messages: Message[] = [];
  let time = 0;
  const trainer = new Trainer({
    post: (message) => {
      messages.push(structuredClone(message));
      if (message.type === "frame" && acknowledge) void trainer.handle({ run: message.run, type: "ack" });
    },
    now: () => (time += 0.5),
    ...NO_RESOURCES,
    openBackend: () => Promise.reject(new Error("no networks here")),
    yieldToLoop: async (ms) => {
      time += ms;
      await new Promise<void>((resolve) => {
        setImmediate(resolve);
      });
    },
  });
  const frames = (): Frame[] =>
    messages.flatMap((message) => (message.type === "frame" ? [message.frame] : []));
  return {
    messages,
    frames,
    last: (): Frame => {
      const frame = frames().at(-1);
      if (!frame) throw new Error("no frame yet");
      return frame;
    },
    send: (command: Command) => trainer.handle(command),
    now: () => time,
    /** So long nothing gets a turn, as when a machine sleeps. */
    stall: (ms: number) => (time += ms),
    /** Waits until the last frame has this status, that far into the run. */
    async until(status: Frame["status"], ticks = 0): Promise<Frame> {
      for (let i = 0; i < 100_000; i++) {
        const frame = frames().at(-1);
        if (frame?.status === status && frame.clock.ticks >= ticks) return frame;
        await new Promise<void>((resolve) => {
          setImmediate(resolve);
        });
      }
      throw new Error(`never ${status}`);
    },
  };
}

const learner = scenarioOf("#cliff-walking?seed=3");

describe("Trainer", () => {
  it("runs to the stop condition exactly and, when asked again, as far again", async () => {
    const { send, until } = bench();
    await send({
      run: 1,
      type: "load",
      scenario: { ...learner, stop: { episodes: 20 } },
      at: START,
      edit: 0,
    });
    await until("paused");
    await send({ run: 1, type: "play", granularity: "step", rate: Infinity });
    const stopped = await until("paused");
    expect(stopped.clock.episodes).toBe(20);
    expect(stopped.outcome?.reason).toBe("stop");
    await send({ run: 1, type: "play", granularity: "step", rate: Infinity });
    const again = await until("paused", stopped.clock.ticks + 1);
    expect(again.clock.episodes).toBe(40);
    await send({ run: 1, type: "stop", stop: { episodes: 50 } });
    await send({ run: 1, type: "play", granularity: "step", rate: Infinity });
    expect((await until("paused", again.clock.ticks + 1)).clock.episodes).toBe(50);
  });

  it("comes to the same table at any speed, paused or not", async () => {
    const prints = new Set<string | null>();
    for (const [granularity, rate] of [
      ["step", Infinity],
      ["episode", Infinity],
      ["step", 5000],
      ["episode", 50],
      ["line", 3000],
    ] as const) {
      const { send, until, last } = bench();
      await send({
        run: 1,
        type: "load",
        scenario: { ...learner, stop: { ticks: 700 } },
        at: START,
        edit: 0,
      });
      await send({ run: 1, type: "play", granularity, rate });
      await send({ run: 1, type: "pause" });
      if (last().clock.ticks < 700) await send({ run: 1, type: "play", granularity, rate });
      const end = await until("paused", 700);
      expect(end.clock.ticks).toBe(700);
      prints.add(end.fingerprint);
    }
    expect(prints.size).toBe(1);
  });

  it("keeps to the rate it is given", async () => {
    const { send, until, last, now } = bench();
    await send({ run: 1, type: "load", scenario: learner, at: START, edit: 0 });
    await until("paused");
    const begun = now();
    await send({ run: 1, type: "play", granularity: "step", rate: 20 });
    while (now() < begun + 2000) {
      await new Promise<void>((resolve) => {
        setImmediate(resolve);
      });
    }
    await send({ run: 1, type: "pause" });
    await until("paused");
    expect(last().clock.steps).toBeGreaterThanOrEqual(39);
    expect(last().clock.steps).toBeLessThanOrEqual(42);
  });

  it("does not make up for a stall in a burst", async () => {
    const { send, until, last, now, stall } = bench();
    await send({ run: 1, type: "load", scenario: learner, at: START, edit: 0 });
    await until("paused");
    await send({ run: 1, type: "play", granularity: "step", rate: 20 });
    await until("running", 5);
    stall(60_000);
    const from = now();
    while (now() < from + 1000) {
      await new Promise<void>((resolve) => {
        setImmediate(resolve);
      });
    }
    await send({ run: 1, type: "pause" });
    await until("paused");
    // 20 in this second, and at most two or three of the 1,200 that were missed.
    expect(last().clock.steps).toBeGreaterThanOrEqual(25);
    expect(last().clock.steps).toBeLessThanOrEqual(5 + 20 + 4);
  });

  it("posts nothing more until the last frame was acknowledged, then the newest state", async () => {
    const { send, frames, messages } = bench({ acknowledge: false });
    await send({
      run: 1,
      type: "load",
      scenario: { ...learner, stop: { ticks: 50_000 } },
      at: START,
      edit: 0,
    });
    await send({ run: 1, type: "play", granularity: "step", rate: Infinity });
    for (let i = 0; i < 200; i++) {
      await new Promise<void>((resolve) => {
        setImmediate(resolve);
      });
    }
    expect(frames()).toHaveLength(1);
    await send({ run: 1, type: "ack" });
    expect(messages.filter(({ type }) => type === "frame")).toHaveLength(2);
    expect(frames()[1].clock.ticks).toBe(50_000);
  });

  it("drops commands of an older run", async () => {
    const { send, until, last } = bench();
    await send({ run: 2, type: "load", scenario: learner, at: START, edit: 0 });
    await until("paused");
    await send({ run: 1, type: "step", granularity: "step" });
    expect(last().clock.ticks).toBe(0);
  });

  it("opens a scenario where it was paused", async () => {
    const first = bench();
    await first.send({ run: 1, type: "load", scenario: learner, at: { tick: 1234, phase: 2 }, edit: 0 });
    const opened = await first.until("paused");
    expect(opened.position).toEqual({ tick: 1234, phase: 2 });
    const second = bench();
    await second.send({ run: 1, type: "load", scenario: learner, at: START, edit: 0 });
    await second.until("paused");
    await second.send({ run: 1, type: "seek", to: { tick: 5000, phase: 0 } });
    await second.until("paused");
    await second.send({ run: 1, type: "seek", to: { tick: 1234, phase: 2 } });
    const back = await second.until("paused");
    expect(back.fingerprint).toBe(opened.fingerprint);
    expect(back.horizon).toBe(5000);
  });

  it("finishes a replay before it changes and goes on, as asked on the way", async () => {
    const { send, until } = bench();
    const changed = { ...learner.algo.params, alpha: 0.1 };
    await send({
      run: 1,
      type: "load",
      scenario: { ...learner, stop: { ticks: 80_000 } },
      at: { tick: 60_000, phase: 0 },
      edit: 0,
    });
    await send({ run: 1, type: "change", edit: 1, algo: changed });
    await send({ run: 1, type: "play", granularity: "step", rate: Infinity });
    const end = await until("paused", 80_000);
    expect(end.changes ?? []).toEqual([]);
    expect(end.era).toBe(1);
    const other = bench();
    const changes = [{ at: { tick: 60_000, phase: 0 }, algo: changed }];
    await other.send({
      run: 1,
      type: "load",
      scenario: { ...learner, changes },
      at: { tick: 80_000, phase: 0 },
      edit: 0,
    });
    expect((await other.until("paused", 80_000)).fingerprint).toBe(end.fingerprint);
  });

  it("numbers the page's changes in its frames and tells each list of changes once", async () => {
    const { send, until, frames } = bench();
    await send({ run: 1, type: "load", scenario: learner, at: START, edit: 0 });
    await until("paused");
    await send({ run: 1, type: "change", edit: 7, algo: { ...learner.algo.params, alpha: 0.1 } });
    await send({ run: 1, type: "step", granularity: "step" });
    await until("paused");
    const [before, changed, stepped] = frames();
    expect([before.era, changed.era, stepped.era]).toEqual([0, 1, 1]);
    expect(changed.edit).toBe(7);
    expect(changed.changes).toHaveLength(1);
    expect(stepped.changes).toBeNull();
  });

  it("finishes when planning has converged, and steps back from there", async () => {
    const { send, until } = bench();
    await send({ run: 1, type: "load", scenario: scenarioOf("#lecture-grid"), at: START, edit: 0 });
    await send({ run: 1, type: "play", granularity: "sweep", rate: Infinity });
    const end = await until("finished");
    expect(end.outcome?.reason).toBe("converged");
    await send({ run: 1, type: "step-back", granularity: "sweep" });
    const back = await until("paused");
    expect(back.clock.sweeps).toBe(end.clock.sweeps - 1);
    expect(back.outcome).toBeNull();
  });

  it("computes the random and the optimal policy's values", async () => {
    const { send, until, messages } = bench();
    await send({ run: 1, type: "load", scenario: scenarioOf("#lecture-grid"), at: START, edit: 0 });
    await until("paused");
    await send({ run: 1, type: "compare" });
    for (let i = 0; i < 1000 && !messages.some(({ type }) => type === "comparison"); i++) {
      await new Promise<void>((resolve) => {
        setImmediate(resolve);
      });
    }
    const answer = messages.find((message) => message.type === "comparison");
    expect(answer?.comparison.random?.V[3]).toBeCloseTo(-22, 6);
    expect(answer?.comparison.optimal?.V[3]).toBeCloseTo(-3, 9);
  });

  it("says so when it is asked for steps that the algorithm does not have", async () => {
    for (const type of ["play", "step", "step-back"] as const) {
      const { send, until, messages } = bench();
      await send({ run: 1, type: "load", scenario: learner, at: START, edit: 0 });
      await until("paused");
      await send({ run: 1, type, granularity: "sweep", rate: Infinity });
      await new Promise<void>((resolve) => {
        setImmediate(resolve);
      });
      const problem = messages.find((message) => message.type === "problem");
      expect(problem?.says, type).toContain("“sweep”");
    }
  });

  it("says what is wrong instead of throwing", async () => {
    const { send, messages } = bench();
    await send({
      run: 1,
      type: "load",
      scenario: { ...learner, algo: { id: "nonsense", params: {} } },
      at: START,
      edit: 0,
    });
    expect(messages[0]).toMatchObject({ type: "problem" });
  });
});
