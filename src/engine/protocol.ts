import type { Clock, Explanation, Outcome, TabularView } from "../core/algo";
import type { SeriesUpdate } from "../core/metric-series";
import type { Change, Position, Scenario, Stop } from "../core/scenario";

/** What the page asks of the worker. Every command belongs to a run; those of an older run are dropped. */
export type Command = { run: number } &
  /** `edit`: the last change the scenario holds already. */
  (
    | { type: "load"; scenario: Scenario; at: Position; edit: number }
    /** `rate`: steps of the chosen granularity a second; Infinity = as fast as possible. */
    | { type: "play"; granularity: string; rate: number }
    | { type: "pause" }
    | { type: "step"; granularity: string }
    | { type: "step-back"; granularity: string }
    | { type: "seek"; to: Position }
    /** New parameters from here on; what was beyond this position is forgotten. `edit` numbers the page's changes. */
    | { type: "change"; edit: number; env?: Record<string, unknown>; algo?: Record<string, unknown> }
    /** Another stop condition, or none; a run in progress goes on towards it. */
    | { type: "stop"; stop: Stop | null }
    /** Ask for the random and the optimal policy's values, answered by a "comparison". */
    | { type: "compare" }
    /** The last frame has been drawn: the next one may come. */
    | { type: "ack" }
    | { type: "ping" }
  );

/** What the worker tells the page. */
export type Message = { run: number } & (
  | { type: "frame"; frame: Frame }
  | { type: "comparison"; comparison: Comparison }
  /** The run cannot start or go on; a sentence for the user. */
  | { type: "problem"; says: string }
  | { type: "pong" }
);

/** `paused` by the user or a stop condition, `finished` by the algorithm itself, `seeking` on the way to a position. */
export type Status = "preparing" | "paused" | "running" | "seeking" | "finished";

/** All that one picture needs. At most one frame waits unacknowledged. */
export interface Frame {
  status: Status;
  /** Why a run paused by itself or finished. */
  outcome: Outcome | { reason: "stop"; says: string } | null;
  clock: Clock;
  position: Position;
  /** The furthest tick this run has been at: the scrubber's right end. */
  horizon: number;
  /** The phase just done, a key of the algorithm's `phases`; null before the first. */
  phase: string | null;
  view: TabularView;
  explanation: Explanation | null;
  metrics: Record<string, SeriesUpdate>;
  /** Measured ticks a second while running. */
  ticksPerSecond: number;
  /** While seeking, the share done, 0 to 1. */
  progress: number;
  /** 16 hex digits over the tables, and over nothing else: equal runs have equal fingerprints. Only when not running. */
  fingerprint: string | null;
  /** All live changes of this run, where they are others than in the frame before; else null. */
  changes: Change[] | null;
  /** How many of them are in force at this position. */
  era: number;
  /** The last "change" command that this frame knows of. */
  edit: number;
}

/** Exact values of the equiprobable policy and of an optimal one; null where they do not exist (they diverge). */
export interface Comparison {
  random: { V: Float64Array; policy: Float64Array } | null;
  optimal: { V: Float64Array; Q: Float64Array; policy: Float64Array } | null;
  /** Why a value is missing. */
  says: string[];
}
