import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Env } from "../../core/env";
import { defaultsOf } from "../../core/params";
import { CartPole } from "../../envs/cart-pole/env";
import { cartPoleParams } from "../../envs/cart-pole/params";
import type { Backend } from "../../nn/backend";
import { everyBackend } from "../../nn/test-tools";
import { driveNetwork, type NetworkOrigin } from "../network-test-bench";
import { badUpdate, diverged, errorSize } from "./divergence";
import type { DqnMemory } from "./parts";
import { start } from "./run";
import { dqn, type DqnParams } from "./spec";

const small: Partial<DqnParams> = { units: 8, batchSize: 8, warmup: 20, capacity: 100, testEvery: 100 };
const wild: Partial<DqnParams> = { ...small, learningRate: 1, target: "none", clipGradient: false };

function begin(given: Partial<DqnParams>, origin: NetworkOrigin<DqnMemory> = {}) {
  const env = new CartPole(defaultsOf(cartPoleParams)) as Env;
  return driveNetwork(start, env, dqn.params, given, origin);
}

describe.each(everyBackend(undefined))("on $name", ({ name, open }) => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await open();
  });
  afterAll(() => {
    expect(backend.tensorCount()).toBe(0);
    backend.dispose();
  });

  it("values beyond all that can be earned end the run, with the last good weights and an explanation", async () => {
    const driven = begin(wild);
    await driven.until((clock) => clock.ticks >= 3000);
    const { outcome, run, clock } = driven;
    expect(outcome?.reason).toBe("diverges");
    expect(outcome?.says).toMatch(
      /^Learning has diverged: after gradient step \d+ the network’s action values have reached \S+, though no policy can earn more than 100\. With the learning rate 0\.9\S+ every step overshoots.* Lower the learning rate: .* again/,
    );
    expect(clock.updates).toBeLessThan(250);
    const { good } = (await run.save()).books;
    const [restored] = run.weights();
    expect(restored).toEqual(good.weights);
    const { q } = run.view();
    expect(q?.every(Number.isFinite)).toBe(true);
    const { map, memory, errors, networks } = run.look({
      map: { x: 2, y: 3 },
      memory: true,
      errors: true,
      networks: true,
    });
    expect(map?.values?.every(Number.isFinite)).toBe(true);
    expect(errors?.errors.every(Number.isFinite)).toBe(true);
    expect(networks?.[0].weights).toEqual(restored);
    expect(memory?.size).toBe(Math.min(100, clock.steps));
    driven.run.dispose();
  });

  it("a learning rate put right, the run goes on from there", async () => {
    const driven = begin(wild);
    await driven.until((clock) => clock.ticks >= 3000);
    const memory = await driven.run.save();
    expect(memory.learner).toMatchObject({ weights: memory.books.good.weights, target: null, updates: 0 });
    expect(memory.learner.slots.every((average) => average === 0)).toBe(true);
    driven.run.dispose();
    const calm = { ...wild, learningRate: 1e-3, learningRateEnd: 1e-3 };
    const { clock } = driven;
    const { ticks } = clock;
    const again = begin(calm, { memory, clock, streams: driven.streams() });
    await again.until((clock) => clock.ticks >= ticks + 300);
    expect(again.outcome).toBeNull();
    expect(again.clock.ticks).toBe(ticks + 300);
    again.run.dispose();
  });

  it("a loss that is not a number ends the run at the end of its tick", async () => {
    const driven = begin(small);
    await driven.until((clock) => clock.ticks >= 100);
    const memory = await driven.run.save();
    driven.run.dispose();
    memory.memory.rewards.fill(NaN);
    const { clock } = driven;
    const broken = begin(small, { memory, clock, streams: driven.streams() });
    expect(await broken.next(false)).toBe("sample");
    expect(broken.clock.ticks).toBe(101);
    expect(broken.run.weights()[0]).toEqual(memory.books.good.weights);
    const pending = await broken.run.save();
    expect(await broken.next(false)).toBeNull();
    expect(broken.outcome?.says).toMatch(
      /^Learning has diverged: after gradient step 81 the loss is no longer a number\./,
    );
    expect(broken.outcome?.says).toMatch(
      /The network has the weights after gradient step 80 again, the last good ones: /,
    );
    expect(broken.logs.loss.at(-1)).toBeNaN();
    broken.run.dispose();
    // Saved in between, it ends in the same way.
    const resumed = begin(small, { memory: pending, clock: { ...broken.clock }, streams: broken.streams() });
    expect(await resumed.next(false)).toBeNull();
    expect(resumed.outcome).toEqual(broken.outcome);
    resumed.run.dispose();
  });

  it("values learnt with a larger γ are no divergence when γ is lowered", async () => {
    const origin = await driven250(small);
    // Q(s, 0) is at least 150: more than 100 times what can be earned at γ = 0, but not at 0.99.
    origin.memory.learner.weights[origin.memory.learner.weights.length - 2] += 150;
    const end = origin.clock.ticks + 3;
    const driven = begin(small, origin);
    driven.params.gamma = 0;
    await driven.until((clock) => clock.ticks >= end);
    expect(driven.run.view().value).toBeGreaterThan(101);
    expect(driven.outcome).toBeNull();
    driven.run.dispose();
  });

  it("weights count as good ten updates after the last values or errors beyond belief", async () => {
    const driven = begin(small);
    const good = async () => (await driven.run.save()).books.good.updates;
    await driven.until((clock) => clock.updates >= 40);
    expect(await good()).toBe(39); // the weights that chose the last action
    driven.run.dispose();
    const { memory, ...origin } = await driven250(small);
    memory.books.wildAt = 238;
    const doubtful = begin(small, { ...origin, memory });
    const { updates } = memory.books.good;
    await doubtful.until((clock) => clock.updates >= 248);
    expect((await doubtful.run.save()).books.good.updates).toBe(updates);
    await doubtful.until((clock) => clock.updates >= 249);
    expect((await doubtful.run.save()).books.good.updates).toBe(248);
    doubtful.run.dispose();
  });

  it.runIf(name === "wasm")(
    "the preset that diverges comes back with weights that have learnt, for these seeds",
    async () => {
      const rates = { learningRate: 0.03, learningRateEnd: 0.03, target: "none" } as const;
      for (const seed of [0, 1, 2]) {
        const driven = begin(rates, { seed });
        await driven.until((clock) => clock.ticks >= 3000);
        expect(driven.outcome?.reason).toBe("diverges");
        const { updates } = (await driven.run.save()).books.good;
        expect(updates).toBeGreaterThan(0);
        expect(driven.outcome?.says).toContain(`the weights after gradient step ${updates} again`);
        expect(driven.run.view().value).toBeLessThan(400);
        driven.run.dispose();
      }
    },
  );
});

/** A run saved shortly before its 250th update. */
async function driven250(given: Partial<DqnParams>) {
  const driven = begin(given);
  await driven.until((clock) => clock.updates >= 240);
  const origin = { memory: await driven.run.save(), clock: { ...driven.clock }, streams: driven.streams() };
  driven.run.dispose();
  return Object.assign(origin, { books: origin.memory.books });
}

it("the size of errors is found back in the loss", () => {
  expect(errorSize(400, "squared")).toBe(20);
  expect(errorSize(19.5, "huber")).toBe(20);
});

it("a loss or gradient that is no number is bad", () => {
  expect(badUpdate({ loss: 1e30, gradientNorm: 1e30 })).toBeNull();
  expect(badUpdate({ loss: Infinity, gradientNorm: 1 })).toContain("loss");
  expect(badUpdate({ loss: 1, gradientNorm: NaN })).toContain("gradient");
});

describe("the explanation", () => {
  const says = (given: Partial<DqnParams>, rate = 1e-3, restored = 500) =>
    diverged("it broke", { ...defaultsOf(dqn.params), ...given }, rate, 700, restored).says;

  it("names the likely cause, the worst first, and what to do", () => {
    expect(says({ target: "none" }, 0.05)).toContain("Lower the learning rate");
    expect(says({ target: "none" })).toContain("Switch a target network on");
    expect(says({ loss: "squared", clipGradient: false })).toContain("Choose Huber’s loss or limit");
    expect(says({ gamma: 1 })).toContain("Lower γ below 1");
    expect(says({})).toContain("Lower the learning rate, or let the target network follow more slowly");
  });

  it("says of when the weights are", () => {
    expect(says({})).toMatch(
      /after gradient step 700 it broke\..* has the weights after gradient step 500 again, the last good ones/,
    );
    expect(says({}, 1e-3, 0)).toMatch(/the first weights again: /);
  });
});
