import {
  zeroClock,
  type Clock,
  type Run,
  type RunContext,
  type StartRun,
  type StreamStates,
} from "../core/algo";
import type { Env } from "../core/env";
import { defaultsOf, type ParamDefs } from "../core/params";
import { Rng } from "../core/rng";

/** What a test can start a run from, besides its parameters. */
export interface Origin<M> {
  seed?: number;
  clock?: Clock;
  streams?: StreamStates;
  memory?: M;
}

/** A started run with its context and what it has logged. */
export interface Started<P, M> {
  run: Run<M>;
  context: RunContext<P>;
  params: P;
  logs: Record<string, number[]>;
  /** One coarse tick; returns its phase. */
  tick(): string;
  /** One phase at fine pace. */
  phase(): string;
}

/** Starts an algorithm as the trainer does, by default from the beginning. `params` add to the declared defaults. */
export function begin<P, M>(
  start: StartRun<P, M>,
  env: Env,
  defs: ParamDefs<P>,
  params: Partial<P> = {},
  { seed = 1, clock = zeroClock(), streams, memory }: Origin<M> = {},
): Started<P, M> {
  const root = Rng.fromSeed(seed);
  const stream = (name: keyof StreamStates) => (streams ? new Rng(streams[name]) : root.split(name));
  const live = { ...defaultsOf(defs), ...params };
  const logs: Record<string, number[]> = {};
  const context: RunContext<P> = {
    env,
    params: live,
    streams: { world: stream("world"), explore: stream("explore"), replay: stream("replay") },
    clock,
    pace: { fine: false, until: 0 },
    log: (metric, value) => (logs[metric] ??= []).push(value),
  };
  const run = start(context, memory);
  const next = (fine: boolean) => {
    context.pace.fine = fine;
    const step = run.steps.next();
    if (step.done) throw new Error("The run has ended.");
    return step.value;
  };
  return { run, context, params: live, logs, tick: () => next(false), phase: () => next(true) };
}

/** Where an action leads in a scripted world. */
export interface Move {
  to: number;
  reward: number;
  ends?: boolean;
  cut?: boolean;
}

/** A deterministic world of states 0, 1, 2 …, each with the moves of its actions; episodes start in state 0. */
export function scripted(moves: Move[][]): Env<{ at: number }> {
  return {
    obsShape: [1],
    nActions: Math.max(...moves.map((row) => row.length)),
    reset: () => ({ at: 0 }),
    step: ({ at }, action) => {
      const { to, reward, ends = false, cut = false } = moves[at][action];
      return { state: { at: to }, reward, terminated: ends, truncated: cut };
    },
    observe: ({ at }, out) => {
      out[0] = at;
    },
    tabular: { nStates: moves.length, indexOf: ({ at }) => at },
  };
}

/** State 0: action 0 leads on to 1, action 1 stays. State 1: action 0 ends with 10, action 1 goes back. */
export const backAndForth = scripted([
  [
    { to: 1, reward: -1 },
    { to: 0, reward: -2 },
  ],
  [
    { to: 2, reward: 10, ends: true },
    { to: 0, reward: -3 },
  ],
  [],
]);

/** One action only: from 0 through 1 and 2 to the end, paying the three rewards. */
export const corridor = (rewards: [number, number, number]) =>
  scripted([
    [{ to: 1, reward: rewards[0] }],
    [{ to: 2, reward: rewards[1] }],
    [{ to: 3, reward: rewards[2], ends: true }],
    [],
  ]);

/** One move from 0 to 1, at which time is up: state 1 keeps its value. */
export const cutShort = scripted([[{ to: 1, reward: -1, cut: true }], [{ to: 0, reward: 0 }]]);
