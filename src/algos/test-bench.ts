import {
  zeroClock,
  type Clock,
  type Outcome,
  type RunContext,
  type StartRun,
  type StreamStates,
  type TabularRun,
} from "../core/algo";
import type { Env } from "../core/env";
import { defaultsOf, type ParamDefs } from "../core/params";
import { restoreStreams, streamsOf } from "../core/streams";

/* Runs without an engine, and small worlds to run in: for tests and benchmarks, no part of the product. */

/** What a run can be started from, besides its parameters. */
export interface Origin<M> {
  seed?: number;
  clock?: Clock;
  streams?: StreamStates;
  memory?: M;
}

/** A started run with its context and what it has logged. */
export interface Driven<M, P = unknown> {
  run: TabularRun<M>;
  context: RunContext<P>;
  clock: Clock;
  pace: RunContext<P>["pace"];
  params: P;
  logs: Record<string, number[]>;
  outcome: Outcome | null;
  /** Goes on to the next yield at the pace that is set; null when the run is over. */
  next(): string | null;
  /** One coarse tick; returns its phase. Throws if the run is over. */
  tick(): string;
  /** One phase at fine pace. Throws if the run is over. */
  phase(): string;
  /** Goes on until `count` sweeps, or to the end. */
  sweeps(count: number): void;
  /** Goes on to the end. Throws after `most` ticks. */
  finish(most?: number): Outcome;
}

/** Starts an algorithm as the trainer does, by default from the beginning. `params` may be changed while it runs. */
export function drive<P, M>(
  start: StartRun<P, M>,
  env: Env,
  params: P,
  { seed = 1, clock = zeroClock(), streams, memory }: Origin<M> = {},
): Driven<M, P> {
  const own = streamsOf(seed);
  if (streams) restoreStreams(own, streams);
  const logs: Record<string, number[]> = {};
  const pace = { fine: false, until: 0 };
  const context: RunContext<P> = {
    env,
    params,
    streams: own,
    clock,
    pace,
    log: (metric, value) => void (logs[metric] ??= []).push(value),
  };
  const run = start(context, memory);
  const nextAt = (fine: boolean) => {
    pace.fine = fine;
    const phase = driven.next();
    if (phase === null) throw new Error("The run has ended.");
    return phase;
  };
  const driven: Driven<M, P> = {
    run,
    context,
    clock,
    pace,
    params,
    logs,
    outcome: null,
    next() {
      const step = run.steps.next();
      if (!step.done) return step.value;
      driven.outcome ??= step.value ?? null;
      return null;
    },
    tick: () => nextAt(false),
    phase: () => nextAt(true),
    sweeps(count) {
      while (clock.sweeps < count && driven.next() !== null);
    },
    finish(most = 1e8) {
      while (driven.next() !== null) if (clock.ticks > most) throw new Error(`Not over after ${most} ticks.`);
      if (!driven.outcome) throw new Error("The run ended without an outcome.");
      return driven.outcome;
    },
  };
  return driven;
}

/** `drive` with parameters that add to the declared defaults. */
export function begin<P, M>(
  start: StartRun<P, M>,
  env: Env,
  defs: ParamDefs<P>,
  params: Partial<P> = {},
  origin: Origin<M> = {},
): Driven<M, P> {
  return drive(start, env, { ...defaultsOf(defs), ...params }, origin);
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
