import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Env } from "../../core/env";
import type { Look } from "../../core/network-run";
import { defaultsOf } from "../../core/params";
import { minibatch, newest, successiveCorrelation } from "../../core/replay-memory";
import { CartPole } from "../../envs/cart-pole/env";
import { cartPoleParams } from "../../envs/cart-pole/params";
import type { Backend } from "../../nn/backend";
import { forward64 } from "../../nn/test-oracle";
import { openOnly } from "../../nn/test-tools";
import { driveNetwork } from "../network-test-bench";
import { scripted } from "../test-bench";
import { start } from "./run";
import { dqn, type DqnParams } from "./spec";

let backend: Backend;
beforeAll(async () => {
  backend = await openOnly("wasm", undefined);
});
afterAll(() => backend.dispose());

const cartPole = new CartPole(defaultsOf(cartPoleParams)) as Env;

async function begin(given: Partial<DqnParams>, ticks: number, env = cartPole) {
  const params = { units: 8, batchSize: 8, warmup: 20, capacity: 2000, ...given };
  const driven = driveNetwork(start, env, dqn.params, params);
  await driven.until((clock) => clock.ticks >= ticks);
  return driven;
}

/** Q(s,·) once more, in float64. */
function exactQ(weights: Float32Array, observation: Float32Array): number[] {
  const spec = { sizes: [4, 8, 8, 2], activation: "relu" } as const;
  return forward64(spec, Float64Array.from(weights), Array.from(observation))[3];
}

const EVERYTHING: Look = { map: { x: 2, y: 3 }, networks: true, memory: true, errors: true };

it("gives only what is asked for, and changes nothing", async () => {
  const looked = await begin({}, 60);
  const not = await begin({}, 60);
  expect(looked.run.look({})).toEqual({});
  expect(Object.keys(looked.run.look({ memory: true }))).toEqual(["memory"]);
  for (let tick = 61; tick < 70; tick++) {
    looked.run.look(EVERYTHING);
    for (const { until } of [looked, not]) await until((clock) => clock.ticks >= tick);
  }
  expect(looked.run.weights()).toEqual(not.run.weights());
  expect(looked.streams()).toEqual(not.streams());
  for (const { run } of [looked, not]) run.dispose();
});

it("the map shows the best value and action, the other numbers as they are", async () => {
  const { run } = await begin({}, 60);
  const { map } = run.look({ map: { x: 2, y: 1 } });
  const { trail, q } = run.view();
  const now = trail.slice(-4);
  expect(map).toMatchObject({ x: 2, y: 1, side: 41, at: [...now], probabilities: null });
  const corner = Float32Array.of(now[0], -3 + 3 / 41, (map?.xRange[0] ?? 0) * (1 - 1 / 41), now[3]);
  const expected = exactQ(run.weights()[0], corner);
  expect(map?.values?.[0]).toBeCloseTo(Math.max(...expected), 5);
  expect(map?.actions[0]).toBe(Number(expected[1] > expected[0]));
  expect(exactQ(run.weights()[0], now)).toEqual(q?.map((x) => expect.closeTo(x, 5)));
  expect(run.look({ map: { x: 1, y: 1 } }).map).toBeNull();
  expect(run.look({ map: { x: 0, y: 4 } }).map).toBeNull();
  run.dispose();
});

it("where the environment does not name its dimensions there is no map", async () => {
  const move = { to: 0, reward: 1 };
  const { run } = await begin({}, 30, scripted([[move, move]]));
  const { map, networks } = run.look(EVERYTHING);
  expect(map).toBeNull();
  expect(networks?.[0].inputs).toEqual(["s_{0}"]);
  run.dispose();
});

it("the network is drawn with its weights and what flows through it now", async () => {
  const { run } = await begin({}, 60);
  const [picture] = run.look({ networks: true }).networks ?? [];
  expect(picture).toMatchObject({ sizes: [4, 8, 8, 2], inputs: ["x", "\\dot x", "\\theta", "\\dot\\theta"] });
  expect(picture.outputs).toHaveLength(2);
  expect(picture.weights).toEqual(run.weights()[0]);
  expect(picture.activations.map(({ length }) => length)).toEqual([4, 8, 8, 2]);
  expect([...picture.activations[3]]).toEqual(run.view().q);
  run.dispose();
});

describe("the memory", () => {
  it("is shown in pieces, oldest and newest", async () => {
    const { run } = await begin({ capacity: 2001, warmup: 2500 }, 2400);
    const { memory } = run.look({ memory: true });
    if (!memory) throw new Error("There is no picture.");
    // Pieces of 3 places. The last 2,001 of 2,400 transitions: place 399 is the oldest.
    expect(memory).toMatchObject({ capacity: 2001, size: 2001, head: 399, batch: [] });
    expect(memory.ages).toHaveLength(667);
    expect(memory.ages[132]).toBe(1); // places 396 to 398 hold steps 2,398 to 2,400
    expect(memory.ages[133]).toBe(1999); // places 399 to 401: steps 400 to 402
    expect(memory.rewards.every((reward) => reward === 1)).toBe(true);
    const saved = await run.save();
    const ends = saved.memory.ended.reduce((sum, end) => sum + end, 0);
    expect(memory.ends.reduce((sum, share) => sum + share * 3, 0)).toBeCloseTo(ends, 3);
    expect(ends).toBeGreaterThan(50);
    run.dispose();
  });

  it("counts an episode that was cut off as ended", async () => {
    const env = new CartPole({ ...defaultsOf(cartPoleParams), maxSteps: 4 }) as Env;
    const { run } = await begin({ capacity: 20, warmup: 100 }, 20, env);
    const { ends } = run.look({ memory: true }).memory ?? {};
    expect([...(ends ?? [])]).toEqual(Array.from({ length: 20 }, (_, i) => Number(i % 4 === 3)));
    expect((await run.save()).memory.terminated).toEqual(new Uint8Array(20));
    run.dispose();
  });

  it("has nothing where nothing is stored", async () => {
    const { run } = await begin({}, 10);
    const { memory, errors } = run.look(EVERYTHING);
    expect(memory?.size).toBe(10);
    expect(memory?.ages).toHaveLength(1000);
    expect([...(memory?.ages.slice(4, 6) ?? [])]).toEqual([0.5, NaN]); // steps 9 and 10, then none
    expect(errors?.errors).toHaveLength(10);
    run.dispose();
    const { run: empty } = await begin({}, 0);
    expect(empty.look(EVERYTHING)).toMatchObject({ memory: { size: 0, correlation: null }, errors: null });
    empty.dispose();
  });

  it("correlates the minibatch as it was drawn, and a consecutive one", async () => {
    for (const replay of [true, false]) {
      const { run } = await begin({ replay, batchSize: 64, warmup: 64, epsilon: 0, epsilonEnd: 0 }, 300);
      const { random = NaN, consecutive = NaN } = run.look({ memory: true }).memory?.correlation ?? {};
      expect(consecutive).toBeGreaterThan(0.5);
      if (replay) expect(random).toBeLessThan(0.35);
      else expect(random).toBe(consecutive);
      run.dispose();
    }
  });

  it("compares with consecutive transitions of one cart, also where several store in turn", async () => {
    const given = { batchSize: 64, warmup: 64, epsilon: 0, epsilonEnd: 0, environments: 4 };
    const { run } = await begin({ ...given, replay: false }, 80);
    const { random = NaN, consecutive = NaN } = run.look({ memory: true }).memory?.correlation ?? {};
    const { memory } = await run.save();
    const newestOf = (apart: number) => minibatch(memory, newest(memory, 64, apart));
    // Without replay the batch as drawn is the newest transitions, cart after cart.
    expect(random).toBe(successiveCorrelation(4, newestOf(1).observations));
    const { observations, nextObservations } = newestOf(4);
    expect(consecutive).toBe(successiveCorrelation(4, observations));
    const ended = [...newest(memory, 64, 4)].map((place) => memory.ended[place]);
    for (let i = 0; i < 63; i++) {
      const follows = [0, 1, 2, 3].every((j) => nextObservations[4 * i + j] === observations[4 * i + 4 + j]);
      expect(follows, `row ${i}`).toBe(ended[i] === 0);
    }
    run.dispose();
  });

  it("tells what the minibatch drew, as the explanation does", async () => {
    const { run } = await begin({}, 60);
    const { memory } = run.look({ memory: true });
    const rows = run.explain()?.rows ?? [];
    expect(memory?.batch).toHaveLength(8);
    memory?.batch.forEach(({ place, observation, action, reward, terminated, age }, i) => {
      const row = rows[i];
      expect([place, action, reward, Number(terminated)]).toEqual([
        row.place,
        row.action,
        row.reward,
        row.terminated,
      ]);
      expect(observation).toEqual([row.s0, row.s1, row.s2, row.s3]);
      expect(age).toBe(59 - place); // place p was filled in step p + 1
    });
    run.dispose();
  });
});

it("TD errors are those of the present networks, spread evenly over the memory", async () => {
  for (const double of [true, false]) {
    const { run } = await begin({ double, targetEvery: 100 }, 1030);
    const { errors } = run.look({ errors: true });
    expect(errors?.errors).toHaveLength(512);
    expect(errors?.of).toContain("512 of the 1,030 transitions");
    const { memory, learner } = await run.save();
    const q = (weights: Float32Array, rows: Float32Array, place: number) =>
      exactQ(weights, rows.subarray(place * 4, place * 4 + 4));
    for (const [i, place] of [
      [0, 0],
      [100, 201],
      [511, 1027],
    ]) {
      const own = q(learner.weights, memory.nextObservations, place);
      const values = q(learner.target ?? learner.weights, memory.nextObservations, place);
      const choice = double ? Number(own[1] > own[0]) : Number(values[1] > values[0]);
      const future = memory.terminated[place] ? 0 : 0.99 * values[choice];
      const delta =
        memory.rewards[place] +
        future -
        q(learner.weights, memory.observations, place)[memory.actions[place]];
      expect(errors?.errors[i]).toBeCloseTo(delta, 4);
    }
    run.dispose();
  }
});

it("a large network gets smaller pictures, so that they stay quick", async () => {
  const { run } = await begin({ units: 256, hiddenLayers: 3, batchSize: 64, warmup: 64, capacity: 100 }, 65);
  const { map, errors } = run.look(EVERYTHING);
  expect(map?.side).toBe(15);
  expect(errors?.errors).toHaveLength(64);
  expect(run.explain()?.rows).toHaveLength(16);
  run.dispose();
});
