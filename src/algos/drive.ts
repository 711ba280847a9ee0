import { zeroClock, type Clock, type Outcome, type Run, type RunContext, type StartRun } from "../core/algo";
import type { Env } from "../core/env";
import { Rng } from "../core/rng";

/** A run and the clock, metrics and last phase it produces, without an engine: for tests and benchmarks. */
export interface Driven<M> {
  run: Run<M>;
  clock: Clock;
  pace: { fine: boolean; until: number };
  metrics: Record<string, number[]>;
  outcome: Outcome | null;
  /** Goes on to the next yield; null when the run is over. */
  next(): string | null;
  /** Goes on until `count` sweeps, or to the end. */
  sweeps(count: number): void;
  /** Goes on to the end. Throws after `most` ticks. */
  finish(most?: number): Outcome;
}

/** Starts an algorithm on an environment. */
export function drive<P, M>(
  start: StartRun<P, M>,
  env: Env,
  params: P,
  { memory, clock = zeroClock() }: { memory?: M; clock?: Clock } = {},
): Driven<M> {
  const seed = Rng.fromSeed(1);
  const metrics: Record<string, number[]> = {};
  const pace = { fine: false, until: 0 };
  const context: RunContext<P> = {
    env,
    params,
    streams: { world: seed.split("world"), explore: seed.split("explore"), replay: seed.split("replay") },
    clock,
    pace,
    log: (metric, value) => void (metrics[metric] ??= []).push(value),
  };
  const run = start(context, memory);
  const driven: Driven<M> = {
    run,
    clock,
    pace,
    metrics,
    outcome: null,
    next() {
      const step = run.steps.next();
      if (!step.done) return step.value;
      driven.outcome ??= step.value ?? null;
      return null;
    },
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
