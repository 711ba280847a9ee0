import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Scenario } from "../core/scenario";
import { digitsOf } from "../envs/glimpse/test-tools";
import { openBackend, reportOf, type Backend } from "../nn/backend";
import type { FetchedDigits } from "./digits";
import { scenarioOf } from "./network-test-bench";
import type { Ask, Frame, Message } from "./protocol";
import { Trainer } from "./trainer";

const ALL: FetchedDigits = {
  train: digitsOf(1000, (i, n) => (i * (n + 3)) % 256),
  test: digitsOf(600, (i, n) => (i + n) % 251),
  missing: null,
};
const NO_TRAINING = { ...ALL, train: null, missing: "There are no training digits." };
const NO_TEST = { ...ALL, test: null, missing: "There are no held-out digits." };
const NONE = { train: null, test: null, missing: "There are no digits." };

let backend: Backend;
beforeAll(async () => {
  backend = await openBackend({ gpu: undefined, forced: "cpu" });
});
afterAll(() => {
  expect(backend.tensorCount()).toBe(0);
  backend.dispose();
});

/** What the place has to give: each load asks anew. */
let digits: FetchedDigits;
beforeEach(() => {
  digits = ALL;
});

const SMALL = { batchSize: 8, glimpseUnits: 8, coreUnits: 8, units: 8, hiddenLayers: 1 };
const lab = (algo: string, env: object = {}): Scenario =>
  scenarioOf(algo, {
    env: { id: "glimpse", params: { trainCount: 1000, glimpses: 2, ...env } },
    algo: { id: algo, params: SMALL },
  });

function bench() {
  const messages: Message[] = [];
  let run = 0;
  const trainer = new Trainer({
    post: (message) => {
      messages.push(structuredClone(message));
      if (message.type === "frame") void trainer.handle({ run: message.run, type: "ack" });
    },
    now: () => performance.now(),
    yieldToLoop: () => new Promise((go) => setTimeout(go)),
    openBackend: async () => ({
      report: reportOf(backend),
      counts: () => ({ dispatches: 0, readBacks: 0 }),
    }),
    fetchDigits: async () => digits,
    fetchWeights: () => Promise.reject(new Error("There are none here.")),
  });
  const of = <T extends Message["type"]>(type: T) =>
    messages.filter((message): message is Extract<Message, { type: T }> => message.type === type);
  /** The frame of the rest that what was asked for comes to. */
  const rest = async (): Promise<Frame> => {
    for (;;) {
      const problem = of("problem")[0];
      if (problem) throw new Error(problem.says);
      const frame = of("frame").at(-1)?.frame;
      if (frame?.status === "paused" && frame.fingerprint !== null) return frame;
      await new Promise((go) => setTimeout(go, 1));
    }
  };
  const send = (question: Ask) => trainer.handle({ ...question, run });
  const ask = (question: Ask): Promise<Frame> => {
    messages.splice(0);
    void send(question);
    return rest();
  };
  return {
    of,
    send,
    ask,
    load: (scenario: Scenario, tick = 0) => {
      run++;
      return ask({ type: "load", scenario, at: { tick, phase: 0 }, edit: 0 });
    },
    dispose: () => trainer.dispose(),
  };
}

const own = { id: 1, image: new Uint8Array(784).fill(200, 300, 400), places: [], goOn: true };
const MOVES: Ask[] = [
  { type: "play", granularity: "update", rate: Infinity },
  { type: "step", granularity: "line" },
  { type: "step-back", granularity: "update" },
  { type: "seek", to: { tick: 4, phase: 0 } },
];

describe.each(["ram", "full-image"])("a run of %s", (algo) => {
  it.each([
    ["training digits", NO_TRAINING],
    ["held-out digits", NO_TEST],
    ["any digits", NONE],
  ])("opens without %s, stays where it is and says why", async (_, there) => {
    digits = there;
    const { load, ask, of, dispose } = bench();
    const opened = await load(lab(algo), 3);
    expect(opened.outcome).toEqual({ reason: "stop", says: there.missing });
    const expected = { says: `That has to wait. ${there.missing}` };
    for (const move of MOVES) {
      const { clock, position, outcome } = await ask(move);
      expect([clock.ticks, position]).toEqual([0, { tick: 0, phase: 0 }]);
      expect(outcome).toMatchObject(expected);
    }
    await ask({ type: "look", look: { glimpses: 0 } });
    expect(of("checkpoint"), "it could be gone on from").toEqual([]);
    dispose();
  });

  it("looks at an image of one's own as it does with all digits", async () => {
    const pictures = [];
    for (const there of [ALL, NO_TRAINING, NO_TEST, NONE]) {
      digits = there;
      const { load, send, of, dispose } = bench();
      await load(lab(algo));
      await send({ type: "probe", probe: own });
      pictures.push(of("probed")[0]?.picture);
      dispose();
    }
    expect(pictures[0]?.glimpses.length).toBeGreaterThan(0);
    for (const picture of pictures.slice(1)) expect(picture).toEqual(pictures[0]);
  });

  it("is tested on the held-out digits as it is with all digits, where it has them", async () => {
    const results = [];
    for (const there of [ALL, NO_TRAINING]) {
      digits = there;
      const { load, ask, of, dispose } = bench();
      await load(lab(algo));
      await ask({ type: "evaluate", count: 100, gaze: "learned" });
      results.push(of("evaluation")[0]?.evaluation);
      dispose();
    }
    expect(results[0]?.count).toBe(100);
    expect(results[1]).toEqual(results[0]);
  });

  it.each([
    ["a test", NO_TEST, {}, { type: "evaluate", count: 100, gaze: "learned" } as const],
    ["a held-out digit", NO_TEST, {}, { type: "probe", probe: { ...own, image: 5 } } as const],
    [
      "a test with clutter of digits to learn from",
      NO_TRAINING,
      { imageSize: 60, clutter: 4 },
      { type: "evaluate", count: 100, gaze: "learned" } as const,
    ],
  ])("says what is missing for %s, and goes on answering", async (_, there, env, question) => {
    digits = there;
    const { load, ask, of, dispose } = bench();
    await load(lab(algo, env));
    expect((await ask(question)).outcome?.says).toBe(`That has to wait. ${there.missing}`);
    expect([of("evaluation"), of("probed")]).toEqual([[], []]);
    dispose();
  });

  it("is the very run of its link once all digits have come", async () => {
    const straight = bench();
    const expected = await straight.load(lab(algo), 4);
    straight.dispose();
    for (const there of [NO_TRAINING, NO_TEST, NONE]) {
      const { load, ask, dispose } = bench();
      digits = there;
      await load(lab(algo));
      await ask({ type: "step", granularity: "update" });
      digits = ALL;
      const { fingerprint, clock, outcome } = await load(lab(algo), 4);
      expect({ fingerprint, clock, outcome }).toEqual({
        fingerprint: expected.fingerprint,
        clock: expected.clock,
        outcome: null,
      });
      dispose();
    }
  });
});
