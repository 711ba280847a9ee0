import { expect, it } from "vitest";
import { algoSpec } from "../algos";
import { START, type Scenario } from "../core/scenario";
import type { Ask, Frame, Message } from "../engine/protocol";
import { Trainer } from "../engine/trainer";
import { parseScenario } from "../scenario/schema";
import { nodeHost } from "./node-host";
import { runToEnd } from "./run";

/** Each so small that it balances for a second after a few hundred steps, and that makes no time. */
const SMALL: Record<string, { seed: number; params: object }> = {
  dqn: {
    seed: 2,
    params: {
      units: 16,
      hiddenLayers: 1,
      batchSize: 16,
      warmup: 50,
      epsilonSteps: 200,
      testEvery: 100,
      target: "soft",
      learningRate: 0.01,
      environments: 2,
    },
  },
  reinforce: { seed: 3, params: { units: 16, trajectories: 4, baseline: "value", learningRate: 0.02 } },
  "actor-critic": { seed: 3, params: { units: 16, trajectories: 4, learningRate: 0.02 } },
};

function scenarioOf(algo: string): Scenario {
  const { seed, params } = SMALL[algo];
  const parsed = parseScenario({
    v: 1,
    env: { id: "cart-pole", params: { maxSteps: 60 } },
    algo: { id: algo, params },
    seed,
    stop: { ticks: 3000, solved: true },
  });
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

/** Where a run stops that the page plays by steps of this size, so many a second. */
function playedTo(scenario: Scenario, granularity: string, rate: number): Promise<Frame> {
  return new Promise((resolve, reject) => {
    const receive = (message: Message): void => {
      if (message.type === "problem") reject(new Error(message.says));
      if (message.type !== "frame") return;
      send({ type: "ack" });
      if (message.frame.status !== "paused" || message.frame.clock.ticks === 0) return;
      trainer.dispose();
      resolve(message.frame);
    };
    const trainer = new Trainer(nodeHost(receive));
    const send = (ask: Ask): void => void trainer.handle({ ...ask, run: 1 });
    send({ type: "load", scenario, at: START, edit: 0, backend: "cpu" });
    send({ type: "play", granularity, rate });
  });
}

it.each(Object.keys(SMALL))(
  "%s stops with the policy that passed the test, here and on the page, at any pace",
  { timeout: 60_000 },
  async (algo) => {
    const scenario = scenarioOf(algo);
    const { frame } = await runToEnd(scenario, { forced: "cpu" });
    expect(frame.outcome?.says).toMatch(/greedy policy has passed/);
    expect(frame.network?.solvedAt).toBe(frame.clock.steps);
    expect(frame.clock).toMatchObject({ solves: 1 });
    expect(frame.clock.updates).toBeGreaterThan(0);
    const what = ({ fingerprint, clock, position, network }: Frame) => ({
      fingerprint,
      clock,
      position,
      test: network?.test,
      agents: network?.agents,
    });
    for (const { id } of algoSpec(algo)?.granularities ?? [])
      for (const rate of [Infinity, 2000]) {
        expect(what(await playedTo(scenario, id, rate)), `${id}, ${rate} a second`).toEqual(what(frame));
      }
  },
);
