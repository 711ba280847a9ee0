import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Env } from "../../core/env";
import { defaultsOf } from "../../core/params";
import { CartPole } from "../../envs/cart-pole/env";
import { cartPoleParams, type CartPoleParams } from "../../envs/cart-pole/params";
import type { Backend } from "../../nn/backend";
import { openOnly } from "../../nn/test-tools";
import { driveNetwork } from "../network-test-bench";
import { start } from "./run";
import { dqn, type DqnParams } from "./spec";

let backend: Backend;
beforeAll(async () => {
  backend = await openOnly("wasm", undefined);
});
afterAll(() => {
  expect(backend.tensorCount()).toBe(0);
  backend.dispose();
});

const small: Partial<DqnParams> = { units: 8, batchSize: 8, warmup: 20, capacity: 64, targetEvery: 5 };

const cartPole = (changes: Partial<CartPoleParams> = {}): Env =>
  new CartPole({ ...defaultsOf(cartPoleParams), ...changes });

const begin = (given: Partial<DqnParams> = {}, seed = 1, env = cartPole()) =>
  driveNetwork(start, env, dqn.params, { ...small, ...given }, { seed });

type Driven = ReturnType<typeof begin>;

const after = (driven: Driven, ticks: number) => driven.until((clock) => clock.ticks >= ticks);

describe("the minibatch", () => {
  const batchOf = ({ run }: Driven) => {
    const { memory } = run.look({ memory: true });
    if (!memory) throw new Error("There is no picture of the memory.");
    return memory;
  };

  it("without replay is the newest transitions, as they came", async () => {
    const driven = begin({ replay: false });
    await after(driven, 70); // 64 places: round the end of the ring
    const before = driven.streams().replay;
    expect(batchOf(driven).batch.map(({ place }) => place)).toEqual([62, 63, 0, 1, 2, 3, 4, 5]);
    expect(batchOf(driven).batch.map(({ age }) => age)).toEqual([7, 6, 5, 4, 3, 2, 1, 0]);
    await after(driven, 75);
    expect(driven.streams().replay).toEqual(before); // nothing is drawn
    driven.run.dispose();
  });

  it("with replay is drawn from all of the memory, afresh for every update", async () => {
    const driven = begin();
    await after(driven, 64);
    const ages = new Set<number>();
    for (let tick = 65; tick < 165; tick++) {
      await after(driven, tick);
      for (const { age } of batchOf(driven).batch) ages.add(age);
    }
    expect(Math.max(...ages)).toBe(63);
    expect(ages.size).toBe(64); // 800 draws of 64
    driven.run.dispose();
  });

  it("is the transitions themselves: s′ of each follows from s and a", async () => {
    const driven = begin();
    await after(driven, 40);
    const explanation = driven.run.explain();
    const env = new CartPole(defaultsOf(cartPoleParams));
    expect(explanation?.rows).toHaveLength(8);
    for (const row of explanation?.rows ?? []) {
      const state = { x: row.s0, xDot: row.s1, theta: row.s2, thetaDot: row.s3, time: 0 };
      const { state: next, terminated } = env.step(state, row.action);
      expect(next.x).toBeCloseTo(row.next0, 5);
      expect(next.thetaDot).toBeCloseTo(row.next3, 5);
      expect(Number(terminated)).toBe(row.terminated);
    }
    driven.run.dispose();
  });

  it("can change its size while the run goes on", async () => {
    const driven = begin();
    await after(driven, 30);
    driven.params.batchSize = 16;
    await after(driven, 31);
    expect(driven.run.explain()?.rows).toHaveLength(16);
    driven.run.dispose();
  });
});

describe("when an update is made", () => {
  it("after the warm-up, one a step", async () => {
    const driven = begin({ warmup: 20 });
    await after(driven, 20);
    expect(driven.clock.updates).toBe(0);
    await after(driven, 50);
    expect(driven.clock).toMatchObject({ steps: 50, updates: 30 });
    driven.run.dispose();
  });

  it("one for every `trainEvery` steps", async () => {
    const driven = begin({ warmup: 20, trainEvery: 4 });
    await after(driven, 60);
    expect(driven.clock).toMatchObject({ steps: 60, updates: 10 });
    driven.run.dispose();
  });

  it("several environments: each stores, and as many updates as steps", async () => {
    const driven = begin({ environments: 3, warmup: 20 });
    const { run, clock } = driven;
    await after(driven, 6);
    expect(clock).toMatchObject({ ticks: 6, steps: 18, updates: 0 });
    await after(driven, 7);
    expect(clock).toMatchObject({ ticks: 7, steps: 21, updates: 3 });
    const { agents, trail } = run.view();
    expect(agents).toHaveLength(3);
    expect(new Set(agents.map(({ state }) => JSON.stringify(state))).size).toBe(3);
    expect(trail).toHaveLength(8 * 4);
    // Each update of a tick logs the value where all three agents were.
    expect(driven.logs.value).toHaveLength(3);
    expect(new Set(driven.logs.value).size).toBe(1);
    expect(driven.logs.value[0]).not.toBeNaN();
    const { memory } = await run.save();
    expect([...memory.steps.subarray(0, 21)]).toEqual(Array.from({ length: 21 }, (_, i) => i + 1));
    driven.run.dispose();
  });

  it("with learning off: never; nothing is stored, ε is 0, and the weights stay", async () => {
    const driven = begin();
    await after(driven, 40);
    const [weights] = driven.run.weights().map((array) => array.slice());
    const saved = await driven.run.save();
    driven.params.learning = false;
    await after(driven, 90);
    expect(driven.clock).toMatchObject({ steps: 90, updates: 20 });
    expect(driven.run.weights()[0]).toEqual(weights);
    const later = await driven.run.save();
    expect(later.learner).toEqual(saved.learner);
    expect(later.memory).toEqual(saved.memory);
    expect(driven.run.view()).toMatchObject({ epsilon: 0 });
    expect(Math.max(...(driven.run.view().policy ?? []))).toBe(1);
    driven.params.learning = true;
    await after(driven, 91);
    expect(driven.run.weights()[0]).not.toEqual(weights);
    driven.run.dispose();
  });
});

describe("acting", () => {
  it("is random with probability ε, which falls with the steps; else greedy", async () => {
    const driven = begin({ epsilon: 0.6, epsilonEnd: 0.2, epsilonSteps: 100, warmup: 100_000 });
    const greedy = [0, 0];
    for (let tick = 1; tick <= 4100; tick++) {
      const { q, epsilon, agents } = driven.run.view();
      const isFirst = agents[0].ended !== null;
      await after(driven, tick);
      if (tick === 51) expect(epsilon).toBeCloseTo(0.4, 12);
      if (tick <= 100 || isFirst || !q) continue;
      expect(epsilon).toBeCloseTo(0.2, 12);
      const { action } = driven.run.view().agents[0];
      greedy[Number(action === Number(q[1] > q[0]))]++;
    }
    const share = greedy[1] / (greedy[0] + greedy[1]);
    const deviation = Math.sqrt((0.9 * 0.1) / (greedy[0] + greedy[1]));
    expect(Math.abs(share - 0.9)).toBeLessThan(4 * deviation);
    driven.run.dispose();
  });

  it("goes on in the world that the trainer puts there, and is pushed in all of its environments", async () => {
    const driven = begin({ environments: 2 });
    await after(driven, 5);
    const before = driven.run.view().agents.map(({ state }) => state as { thetaDot: number });
    driven.run.push?.(-0.5);
    const pushed = driven.run.view().agents.map(({ state }) => state as { thetaDot: number });
    expect(pushed.map(({ thetaDot }, i) => thetaDot - before[i].thetaDot)).toEqual([-0.5, -0.5]);
    const { trail } = driven.run.view();
    expect(trail).toHaveLength(6 * 4);
    expect(trail.at(-1)).toBe(Math.fround(pushed[0].thetaDot));
    driven.context.env = cartPole({ thetaLimitDeg: 1, startRange: 0 });
    await after(driven, 6);
    expect(driven.run.view().agents.map(({ ended }) => ended)).toEqual(["terminated", "terminated"]);
    driven.run.dispose();
  });

  it("logs every episode, with its return", async () => {
    const driven = begin({ environments: 2 });
    await after(driven, 200);
    const { logs, clock } = driven;
    expect(clock.episodes).toBeGreaterThan(5);
    expect(logs.return).toHaveLength(clock.episodes);
    expect(logs.length).toEqual(logs.return); // it pays 1 a step
    const running = driven.run
      .view()
      .agents.reduce((sum, agent) => sum + (agent.ended ? 0 : agent.return), 0);
    expect(logs.return.reduce((sum, x) => sum + x, running)).toBe(400);
    driven.run.dispose();
  });
});

describe("tests of the greedy policy", () => {
  it("solve what is easy, at the first test, and are shown with the episodes after it", async () => {
    const driven = begin({ testEvery: 100 }, 1, cartPole({ maxSteps: 4 }));
    await after(driven, 100);
    expect(driven.run.view()).toMatchObject({ test: null, solvedAt: null });
    await after(driven, 101);
    expect(driven.run.view()).toMatchObject({ test: { mean: 4, episodes: 100, step: 100 }, solvedAt: 100 });
    await after(driven, 201);
    expect(driven.clock.solves).toBe(2);
    expect(driven.run.view()).toMatchObject({ test: { step: 200 }, solvedAt: 100 });
    expect(driven.logs.greedy).toHaveLength(50);
    expect(driven.logs.greedy.slice(0, 25).every(Number.isNaN)).toBe(true);
    expect(driven.logs.greedy.slice(25)).toEqual(Array.from({ length: 25 }, () => 4));
    driven.run.dispose();
  });

  it("change nothing", async () => {
    const often = begin({ testEvery: 100 });
    const never = begin({ testEvery: 1_000_000 });
    for (const driven of [often, never]) await after(driven, 350);
    expect(often.run.view().test?.step).toBe(300);
    expect(often.run.weights()).toEqual(never.run.weights());
    expect(often.logs.return).toEqual(never.logs.return);
    expect(often.streams()).toEqual(never.streams());
    for (const driven of [often, never]) driven.run.dispose();
  });

  it("tell how far they are while they go on", async () => {
    const driven = begin({ testEvery: 100 }, 1, cartPole({ maxSteps: 4 }));
    await after(driven, 100);
    expect(driven.run.view().testing).toBeNull();
    await advance(driven);
    // A breath every 256 steps: after 64 episodes of 4.
    expect(driven.run.view()).toMatchObject({ testing: 63, test: null });
    await after(driven, 101);
    expect(driven.run.view()).toMatchObject({ testing: null, test: { episodes: 100 } });
    driven.run.dispose();
  });

  it("begin anew in a world changed meanwhile, as if it had changed before", async () => {
    const easy = () => cartPole({ maxSteps: 8 });
    const changed = begin({ testEvery: 100 }, 1, easy());
    await after(changed, 100);
    // Into the test, to a pause in it.
    for (let waits = 0; waits < 2; waits++) await advance(changed);
    changed.context.env = cartPole();
    await after(changed, 101);
    const before = begin({ testEvery: 100 }, 1, easy());
    await after(before, 100);
    before.context.env = cartPole();
    await after(before, 101);
    expect(changed.run.view().test?.mean).not.toBe(8);
    expect(changed.run.view().test).toEqual(before.run.view().test);
    for (const driven of [changed, before]) driven.run.dispose();
  });
});

/** Resumes the run once; it must be made to wait, in a place where it may stay. */
async function advance({ run }: Driven): Promise<void> {
  const { value, done } = run.steps.next();
  if (done || typeof value === "string") throw new Error("It should have waited.");
  expect(value.atRest).toBe(true);
  await value.until;
}
