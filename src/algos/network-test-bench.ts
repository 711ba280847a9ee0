import {
  zeroClock,
  type Clock,
  type Outcome,
  type RunContext,
  type StartRun,
  type StreamStates,
} from "../core/algo";
import type { Env } from "../core/env";
import type { NetworkRun } from "../core/network-run";
import { defaultsOf, type ParamDefs } from "../core/params";
import { restoreStreams, statesOf, streamsOf } from "../core/streams";

/* Network runs without an engine: for tests and evidence, no part of the product. A backend must be open. */

/** What a run can be started from, besides its parameters. */
export interface NetworkOrigin<M> {
  seed?: number;
  clock?: Clock;
  streams?: StreamStates;
  memory?: M;
}

export interface DrivenNetwork<M, P> {
  run: NetworkRun<M>;
  context: { env: Env } & Omit<RunContext<P>, "env">;
  clock: Clock;
  params: P;
  logs: Record<string, number[]>;
  outcome: Outcome | null;
  /** Goes on to the next phase, fine or not, waiting where the run waits; null when the run is over. */
  next(fine: boolean): Promise<string | null>;
  /** Goes on by whole ticks until `holds`, or to the end. */
  until(holds: (clock: Clock) => boolean): Promise<void>;
  /** The random streams as they stand. */
  streams(): StreamStates;
}

/** Starts an algorithm as the trainer does. `params` add to the declared defaults and may be changed while it runs. */
export function driveNetwork<P, M>(
  start: StartRun<P, M, NetworkRun<M>>,
  env: Env,
  defs: ParamDefs<P>,
  given: Partial<P> = {},
  { seed = 1, clock = zeroClock(), streams, memory }: NetworkOrigin<M> = {},
): DrivenNetwork<M, P> {
  const own = streamsOf(seed);
  if (streams) restoreStreams(own, streams);
  const params = { ...defaultsOf(defs), ...given };
  const logs: Record<string, number[]> = {};
  const context = {
    env,
    params,
    streams: own,
    clock,
    pace: { fine: false, until: 0 },
    log: (metric: string, value: number) => void (logs[metric] ??= []).push(value),
  };
  const run = start(context, memory);
  const driven: DrivenNetwork<M, P> = {
    run,
    context,
    clock,
    params,
    logs,
    outcome: null,
    async next(fine) {
      for (;;) {
        context.pace.fine = fine;
        const step = run.steps.next();
        if (step.done) {
          driven.outcome = step.value ?? null;
          return null;
        }
        if (typeof step.value === "string") return step.value;
        await step.value.until;
      }
    },
    async until(holds) {
      while (!holds(clock) && (await driven.next(false)) !== null);
    },
    streams: () => statesOf(own),
  };
  return driven;
}
