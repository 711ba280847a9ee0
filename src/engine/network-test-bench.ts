import { algoSpec } from "../algos";
import { defaultsOf } from "../core/params";
import type { Position, Scenario } from "../core/scenario";
import { envSpec } from "../envs";
import { reportOf, type Backend } from "../nn/backend";
import type { FetchedDigits } from "./digits";
import { NO_RESOURCES } from "./no-resources";
import type { Ask, Checkpoint, Frame, Message } from "./protocol";
import { Trainer } from "./trainer";
import type { Counts } from "./work-meter";

/* Trainers of networks on an open backend: for tests, no part of the product. */

/** Each algorithm so small that many of its updates take no time. */
export const SMALL: Record<string, Record<string, unknown>> = {
  dqn: {
    units: 8,
    hiddenLayers: 1,
    batchSize: 8,
    warmup: 20,
    epsilonSteps: 200,
    testEvery: 150,
    target: "soft",
  },
  reinforce: { units: 8, trajectories: 2, baseline: "value" },
  "actor-critic": { units: 8, trajectories: 2 },
};

/** A small scenario of an algorithm; where `rest` names an environment or an algorithm, that takes its place. */
export function scenarioOf(algo = "dqn", rest: Partial<Scenario> = {}): Scenario {
  const env = rest.env ?? { id: "cart-pole", params: { maxSteps: 60 } };
  const { id, params } = rest.algo ?? { id: algo, params: SMALL[algo] };
  return {
    v: 1,
    seed: 5,
    ...rest,
    env: { id: env.id, params: { ...defaultsOf(envSpec(env.id)?.params ?? {}), ...env.params } },
    algo: { id, params: { ...defaultsOf<object>(algoSpec(id)?.params ?? {}), ...params } },
  };
}

interface Place {
  backend: Backend;
  now(): number;
  /** The work that the backend has done, where it is counted. */
  counts?(): Counts;
  /** What an environment of images is made of. */
  digits?: FetchedDigits;
}

/** A trainer, with what it has said. */
export function trainerOn({ backend, now, digits, counts = () => ({ dispatches: 0, readBacks: 0 }) }: Place) {
  const messages: Message[] = [];
  const trainer = new Trainer({
    post: (message) => {
      messages.push(structuredClone(message));
      if (message.type === "frame") void trainer.handle({ run: message.run, type: "ack" });
    },
    now,
    yieldToLoop: (ms) => new Promise((go) => setTimeout(go, ms)),
    ...NO_RESOURCES,
    ...(digits && { fetchDigits: async () => digits }),
    openBackend: () => Promise.resolve({ report: reportOf(backend), counts }),
  });
  const of = <T extends Message["type"]>(type: T) =>
    messages.filter((message): message is Extract<Message, { type: T }> => message.type === type);
  const send = (ask: Ask) => void trainer.handle({ ...ask, run: 1 });
  const until = async (holds: (frame: Frame) => boolean): Promise<Frame> => {
    for (;;) {
      const problem = of("problem")[0];
      if (problem) throw new Error(problem.says);
      const frame = of("frame").at(-1)?.frame;
      // Paused in the midst of a tick, it still goes on to the end of that: then there is a fingerprint.
      const isComingToRest = frame?.status === "paused" && frame.fingerprint === null;
      if (frame && !isComingToRest && holds(frame)) return frame;
      await new Promise((go) => setTimeout(go, 1));
    }
  };
  return {
    send,
    until,
    of,
    load: (scenario: Scenario, at: Position = { tick: 0, phase: 0 }, from?: Checkpoint) => {
      send({ type: "load", scenario, at, edit: 0, ...(from && { from }) });
      return until(({ status }) => status === "paused");
    },
    seek: (tick: number, phase = 0) => {
      send({ type: "seek", to: { tick, phase } });
      return until(
        ({ status, position }) => status === "paused" && position.tick === tick && position.phase === phase,
      );
    },
  };
}

/** What two equal runs have in common at a position. */
export function stateOf({ fingerprint, clock, position, network }: Frame) {
  return { fingerprint, clock, position, agents: network?.agents };
}
