import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Env } from "../../core/env";
import { Rng } from "../../core/rng";
import { ADAM } from "../../nn/optimizers";
import { initialParameters, type MlpSpec } from "../../nn/params";
import { OBSERVATIONS, REWARDS, threeSteps } from "../../nn/policy-test-world";
import { forward64, lossAndGradient64, policyLoss64, valueLoss64 } from "../../nn/test-oracle";
import { openOnly, relativeError } from "../../nn/test-tools";
import { step64 } from "../../nn/test-training";
import { driveNetwork } from "../network-test-bench";
import { start } from "./run";
import { actorCritic, type ActorCriticParams } from "./spec";

const ACTOR: MlpSpec = { sizes: [2, 3, 2], activation: "tanh" };
const CRITIC: MlpSpec = { sizes: [2, 3, 1], activation: "tanh" };
const BASE: Partial<ActorCriticParams> = {
  trajectories: 2,
  units: 3,
  gamma: 0.5,
  learningRate: 0.05,
  valueLearningRate: 0.1,
};
const BATCH = Float32Array.from([...OBSERVATIONS, ...OBSERVATIONS]);

const begin = (given: Partial<ActorCriticParams>, env: Env<number> = threeSteps("terminated")) =>
  driveNetwork(start, env as Env, actorCritic.params, { ...BASE, ...given });

const first = ({ sizes }: MlpSpec, label: string) =>
  Float64Array.from(initialParameters(sizes, Rng.fromSeed(1).split("init").split(label)));

/** V of the three states and of the one after them. */
const valuesOf = (phi: Float64Array) =>
  [0, 0.5, 1, 1.5].map((time) => (forward64(CRITIC, phi, [time, 1]).at(-1) ?? [])[0]);

let backend: Awaited<ReturnType<typeof openOnly>>;
beforeAll(async () => {
  backend = await openOnly("wasm", undefined);
});
afterAll(() => {
  expect(backend.tensorCount()).toBe(0);
  backend.dispose();
});

/** Targets of three steps from a critic: rewards 1, 2, 4 and γ = 0.5; by hand. */
const monteCarlo = () => [1 + 0.5 * 2 + 0.25 * 4, 2 + 0.5 * 4, 4];
const oneStep = (V: readonly number[]) => [1 + 0.5 * V[1], 2 + 0.5 * V[2], 4];
const oneStepCut = (V: readonly number[]) => [1 + 0.5 * V[1], 2 + 0.5 * V[2], 4 + 0.5 * V[3]];

describe("one iteration by hand", () => {
  it.each([
    ["returns minus V(s)", {}, monteCarlo, "terminated"],
    ["a cut-off counts as an end for returns", {}, monteCarlo, "truncated"],
    ["one-step advantages", { advantage: "td" }, oneStep, "terminated"],
    ["in which a cut-off is no end", { advantage: "td" }, oneStepCut, "truncated"],
    [
      "three steps of the critic, each with its own targets",
      { advantage: "td", criticSteps: 3 },
      oneStep,
      "terminated",
    ],
    ["three steps of the critic on returns", { criticSteps: 3 }, monteCarlo, "terminated"],
  ] as const)("%s", async (_, given, targetsFrom, end) => {
    const driven = begin(given, threeSteps(end));
    await driven.until((clock) => clock.updates >= 1);
    let phi: Float64Array = first(CRITIC, "value");
    const V = valuesOf(phi);
    const A = targetsFrom(V).map((G, t) => G - V[t]);
    const rows = [0, 1].map((trajectory) => {
      driven.run.look({ trajectory });
      return driven.run.explain()?.rows ?? [];
    });
    for (const trajectory of rows) {
      expect(trajectory.map(({ advantage }) => advantage)).toEqual(A.map((x) => expect.closeTo(x, 5)));
      expect(trajectory.map(({ reward }) => reward)).toEqual(REWARDS);
    }

    const actions = Int32Array.from(rows.flat(), ({ action }) => action);
    const advantages = Float32Array.from([...A, ...A]);
    const actorLoss = policyLoss64({ observations: BATCH, actions, advantages, scale: 1 / 2 });
    const theta = first(ACTOR, "policy");
    const { gradient } = lossAndGradient64(ACTOR, theta, BATCH, actorLoss);
    const two = (length: number) => [new Float64Array(length), new Float64Array(length)];
    const stepped = step64(ADAM, theta, gradient, two(theta.length), 0.05, 1);
    expect(relativeError(driven.run.weights()[0], stepped)).toBeLessThan(1e-5);

    const slots = two(phi.length);
    for (let step = 1; step <= driven.params.criticSteps; step++) {
      const targets = targetsFrom(valuesOf(phi));
      const loss = valueLoss64(Float32Array.from([...targets, ...targets]), 6);
      const fitted = lossAndGradient64(CRITIC, phi, BATCH, loss);
      phi = step64(ADAM, phi, fitted.gradient, slots, 0.1, step);
    }
    expect(relativeError(driven.run.weights()[1], phi)).toBeLessThan(1e-5);
    driven.run.dispose();
  });
});

it("both networks move only at the last line", async () => {
  const driven = begin({});
  const before = driven.run.weights();
  let phase: string | null = null;
  while (phase !== "critic") phase = await driven.next(true);
  expect(driven.run.weights()).toEqual(before);
  expect(driven.run.explain()?.rows[0]).not.toHaveProperty("after");
  expect(await driven.next(true)).toBe("weights");
  const [actor, critic] = driven.run.weights();
  expect(actor).not.toEqual(before[0]);
  expect(critic).not.toEqual(before[1]);
  expect(driven.run.explain()?.rows[0]).toHaveProperty("after");
  driven.run.dispose();
});

it("logs one number for each episode or update", async () => {
  const driven = begin({});
  await driven.until((clock) => clock.updates >= 2);
  expect(Object.fromEntries(Object.entries(driven.logs).map(([id, values]) => [id, values.length]))).toEqual(
    Object.fromEntries(actorCritic.metrics.map(({ id, per }) => [id, per === "episode" ? 4 : 2])),
  );
  driven.run.dispose();
});
