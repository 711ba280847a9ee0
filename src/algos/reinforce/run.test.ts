import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Env } from "../../core/env";
import { Rng } from "../../core/rng";
import { ADAM } from "../../nn/optimizers";
import { initialParameters, type MlpSpec } from "../../nn/params";
import type { PolicyMemory } from "../../nn/policy-agent";
import { OBSERVATIONS, threeSteps } from "../../nn/policy-test-world";
import { forward64, lossAndGradient64, policyLoss64, valueLoss64 } from "../../nn/test-oracle";
import { openOnly, relativeError } from "../../nn/test-tools";
import { step64 } from "../../nn/test-training";
import { driveNetwork, type NetworkOrigin } from "../network-test-bench";
import { start } from "./run";
import { reinforce, type ReinforceParams } from "./spec";

const POLICY: MlpSpec = { sizes: [2, 3, 2], activation: "tanh" };
const VALUE: MlpSpec = { sizes: [2, 3, 1], activation: "tanh" };
const BASE: Partial<ReinforceParams> = { trajectories: 2, units: 3, gamma: 0.5, learningRate: 0.05 };
const BATCH = Float32Array.from([...OBSERVATIONS, ...OBSERVATIONS]);
const PLAIN = { mean: 17 / 3, spread: Math.sqrt((16 + 1 + 25) / 27) };

const begin = (
  given: Partial<ReinforceParams>,
  env: Env<number> = threeSteps("terminated"),
  origin: NetworkOrigin<PolicyMemory> = {},
) => driveNetwork(start, env as Env, reinforce.params, { ...BASE, ...given }, origin);
const afterUpdates = async (driven: ReturnType<typeof begin>, count: number) =>
  driven.until((clock) => clock.updates >= count);

/** The weights that the seed gives. */
const first = ({ sizes }: MlpSpec, label: string) =>
  Float64Array.from(initialParameters(sizes, Rng.fromSeed(1).split("init").split(label)));

/** What one step of Adam makes of the first weights, by float64, and the length of the gradient. */
function afterOneStep(actions: Int32Array, A: readonly number[]) {
  const advantages = Float32Array.from([...A, ...A]);
  const rowLoss = policyLoss64({ observations: BATCH, actions, advantages, scale: 1 / 2 });
  const theta = first(POLICY, "policy");
  const { gradient } = lossAndGradient64(POLICY, theta, BATCH, rowLoss);
  const slots = [new Float64Array(theta.length), new Float64Array(theta.length)];
  return {
    theta: step64(ADAM, theta, gradient, slots, 0.05, 1),
    gradientNorm: Math.sqrt(gradient.reduce((sum, g) => sum + g * g, 0)),
  };
}

/** The actions of both trajectories of the last update, and what their steps say. */
function lastUpdate({ run }: ReturnType<typeof begin>) {
  const rows = [0, 1].map((trajectory) => {
    run.look({ trajectory });
    return run.explain()?.rows ?? [];
  });
  return { rows, actions: Int32Array.from(rows.flat(), ({ action }) => action) };
}

let backend: Awaited<ReturnType<typeof openOnly>>;
beforeAll(async () => {
  backend = await openOnly("cpu", undefined);
});
afterAll(() => {
  expect(backend.tensorCount()).toBe(0);
  backend.dispose();
});

describe("one update by hand: rewards 1, 2, 4 and γ = 0.5", () => {
  it.each([
    ["the whole return", { credit: "whole" }, [7, 7, 7]],
    ["the reward-to-go", { credit: "to-go" }, [7, 6, 4]],
    ["the discounted reward-to-go", { credit: "discounted" }, [3, 4, 4]],
    ["a cut-off counts as an end", { credit: "discounted" }, [3, 4, 4], threeSteps("truncated")],
    ["an average that knows nothing yet", { credit: "to-go", baseline: "average" }, [7, 6, 4]],
    [
      "normalised",
      { credit: "to-go", normalise: true },
      [7, 6, 4].map((G) => (G - PLAIN.mean) / PLAIN.spread),
    ],
  ] as const)("%s", async (_, given, A, env = threeSteps("terminated")) => {
    const driven = begin({ baseline: "none", ...given }, env);
    await afterUpdates(driven, 1);
    const { rows, actions } = lastUpdate(driven);
    const expected = afterOneStep(actions, A);
    expect(relativeError(driven.run.weights()[0], expected.theta)).toBeLessThan(1e-5);
    expect(driven.logs.gradientNorm[0] / expected.gradientNorm).toBeCloseTo(1, 5);
    for (const trajectory of rows) {
      expect(trajectory.map(({ advantage }) => advantage)).toEqual(A.map((x) => expect.closeTo(x, 5)));
    }
    driven.run.dispose();
  });

  it("a learned V(s): subtracted as it was, then fitted to the returns", async () => {
    const driven = begin({ credit: "to-go", baseline: "value", valueSteps: 3, valueLearningRate: 0.1 });
    await afterUpdates(driven, 1);
    let phi: Float64Array = first(VALUE, "value");
    const V = [0, 1, 2].map(
      (t) => (forward64(VALUE, phi, OBSERVATIONS.slice(2 * t, 2 * t + 2)).at(-1) ?? [])[0],
    );
    const { rows, actions } = lastUpdate(driven);
    rows[1].forEach((row, t) => expect(row.baseline).toBeCloseTo(V[t], 5));
    const { theta } = afterOneStep(actions, [7 - V[0], 6 - V[1], 4 - V[2]]);
    expect(relativeError(driven.run.weights()[0], theta)).toBeLessThan(1e-5);
    const slots = [new Float64Array(phi.length), new Float64Array(phi.length)];
    let loss = 0;
    for (let fit = 1; fit <= 3; fit++) {
      const fitted = lossAndGradient64(VALUE, phi, BATCH, valueLoss64(Float32Array.of(7, 6, 4, 7, 6, 4), 6));
      loss = fitted.loss;
      phi = step64(ADAM, phi, fitted.gradient, slots, 0.1, fit);
    }
    expect(relativeError(driven.run.weights()[1], phi)).toBeLessThan(1e-5);
    expect(driven.logs.valueLoss[0] / loss).toBeCloseTo(1, 5);
    driven.run.dispose();
  });

  it("the average moves towards the mean return of each update", async () => {
    const driven = begin({ credit: "to-go", baseline: "average", averageDecay: 0.75 });
    await afterUpdates(driven, 1);
    expect((await driven.run.save()).average).toBeCloseTo(17 / 3, 5);
    driven.params.credit = "whole";
    await afterUpdates(driven, 2);
    expect(lastUpdate(driven).rows[0].map(({ advantage }) => advantage)).toEqual(
      [7, 7, 7].map((G) => expect.closeTo(G - 17 / 3, 5)),
    );
    expect((await driven.run.save()).average).toBeCloseTo(0.75 * (17 / 3) + 0.25 * 7, 5);
    driven.run.dispose();
  });

  it("in that mean each trajectory counts once, however long it is", async () => {
    let episodes = 0;
    const uneven: Env<number> = {
      ...threeSteps("terminated"),
      reset: () => (episodes++ % 2 === 0 ? 1 : 9), // steps that are left
      step: (left) => ({ state: left - 1, reward: 1, terminated: left === 1, truncated: false }),
    };
    const driven = begin({ credit: "whole", baseline: "average" }, uneven);
    await afterUpdates(driven, 1);
    expect(new Set(driven.logs.return)).toEqual(new Set([1, 9]));
    expect((await driven.run.save()).average).toBeCloseTo(5, 5);
    driven.run.dispose();
  });
});

describe("switches", () => {
  it("the limit of the gradient changes the step, and the norm that is logged is the whole one", async () => {
    const free = begin({ baseline: "none" });
    const limited = begin({ baseline: "none", clipGradient: true, maxGradientNorm: 0.01 });
    for (const driven of [free, limited]) await afterUpdates(driven, 2);
    expect(limited.logs.gradientNorm[0]).toBe(free.logs.gradientNorm[0]);
    expect(limited.run.weights()).not.toEqual(free.run.weights());
    for (const { run } of [free, limited]) run.dispose();
  });

  it("not learning: the most probable actions, nothing drawn, networks as they were", async () => {
    const driven = begin({ learning: false });
    const before = driven.run.weights();
    const { explore } = driven.streams();
    await driven.until((clock) => clock.episodes >= 6);
    expect(driven.clock).toMatchObject({ updates: 0, ticks: 9, steps: 18 });
    expect(driven.run.weights()).toEqual(before);
    expect(driven.streams().explore).toEqual(explore);
    const { policy, agents } = driven.run.view();
    expect(policy).toHaveLength(2);
    expect(agents.every(({ ended }) => ended === "terminated")).toBe(true);
    driven.params.learning = true;
    await afterUpdates(driven, 1);
    expect(driven.run.weights()).not.toEqual(before);
    driven.run.dispose();
  });

  it("a batch with actions that were not drawn is not learned from", async () => {
    const driven = begin({});
    await driven.until((clock) => clock.ticks >= 1);
    driven.params.learning = false;
    await driven.until((clock) => clock.ticks >= 2);
    driven.params.learning = true;
    await driven.until((clock) => clock.ticks >= 3);
    expect(driven.clock).toMatchObject({ episodes: 2, updates: 0 });
    await driven.until((clock) => clock.ticks >= 6);
    expect(driven.clock).toMatchObject({ episodes: 4, updates: 1 });
    driven.run.dispose();
  });

  it("the environment is read at use", async () => {
    const driven = begin({});
    await driven.until((clock) => clock.ticks >= 4);
    const paid = { ...threeSteps("terminated") };
    driven.context.env = {
      ...paid,
      step: (t: number) => ({ ...paid.step(t, 0, Rng.fromSeed(1)), reward: 10 }),
    };
    await afterUpdates(driven, 2);
    expect(driven.logs.return).toEqual([7, 7, 21, 21]);
    driven.run.dispose();
  });
});

it("counts ticks, steps, episodes and updates, and logs one number for each", async () => {
  const driven = begin({ trajectories: 4 });
  await afterUpdates(driven, 3);
  expect(driven.clock).toMatchObject({ ticks: 9, steps: 36, episodes: 12, updates: 3, solves: 0 });
  expect(Object.entries(driven.logs).map(([metric, values]) => [metric, values.length])).toEqual([
    ["return", 12],
    ["length", 12],
    ["greedy", 12],
    ["gradientNorm", 3],
    ["valueLoss", 3],
    ["entropy", 3],
  ]);
  expect(new Set(Object.keys(driven.logs))).toEqual(new Set(reinforce.metrics.map(({ id }) => id)));
  expect(driven.logs.entropy.every((H) => H > 0 && H <= Math.log(2))).toBe(true);
  driven.run.dispose();
});

describe("the test of the greedy policy", () => {
  it("is made before the first tick and after every update, and passing it counts", async () => {
    const env: Env<number> = { ...threeSteps("terminated"), goal: { mean: 7, best: 7 } };
    const driven = begin({}, env);
    await driven.until((clock) => clock.ticks >= 1);
    expect(driven.clock.solves).toBe(1);
    expect(driven.run.view()).toMatchObject({ test: { mean: 7, episodes: 100, step: 0 }, solvedAt: 0 });
    await driven.until((clock) => clock.ticks >= 3);
    expect(driven.clock).toMatchObject({ solves: 1, updates: 1 });
    await driven.until((clock) => clock.ticks >= 4);
    expect(driven.clock.solves).toBe(2);
    expect(driven.run.view()).toMatchObject({ test: { step: 6 }, solvedAt: 0 });
    driven.run.dispose();
  });

  it("begins again when the environment changes meanwhile, and draws from no stream of the run", async () => {
    const env: Env<number> = { ...threeSteps("terminated"), goal: { mean: 7, best: 7 } };
    const driven = begin({}, env);
    const before = driven.streams();
    const step = driven.run.steps.next();
    expect(step.value).toMatchObject({ atRest: true });
    driven.context.env = { ...env, goal: { mean: 8, best: 8 } };
    expect(driven.streams()).toEqual(before);
    await driven.until((clock) => clock.ticks >= 1);
    expect(driven.clock.solves).toBe(0);
    expect(driven.run.view().test).toMatchObject({ mean: 7, episodes: 1 });
    driven.run.dispose();
  });

  it("is made anew in another world, also where nothing is learned and where the run was saved in between", async () => {
    const env: Env<number> = { ...threeSteps("terminated"), goal: { mean: 7, best: 7 } };
    const driven = begin({ learning: false }, env);
    await driven.until((clock) => clock.ticks >= 2);
    const untouched = { memory: await driven.run.save(), clock: { ...driven.clock } };
    const other: Env<number> = { ...env, goal: { mean: 8, best: 8 } };
    driven.context.env = other;
    const saved = { memory: await driven.run.save(), clock: { ...driven.clock } };
    await driven.until((clock) => clock.ticks >= 3);
    expect(driven.run.view().test).toMatchObject({ episodes: 1, step: 4 });

    const start = (from: typeof saved, world: Env<number>) =>
      begin({ learning: false }, world, structuredClone(from));
    const again = start(saved, other);
    await again.until((clock) => clock.ticks >= 3);
    expect(again.run.view().test).toEqual(driven.run.view().test);
    const same = start(untouched, env);
    await same.until((clock) => clock.ticks >= 3);
    expect(same.run.view().test, "no second test in the same world").toMatchObject({ step: 0 });
    for (const { run } of [driven, again, same]) run.dispose();
  });
});
