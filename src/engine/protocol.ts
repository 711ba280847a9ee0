import type { Clock, Explanation, Outcome, TabularView } from "../core/algo";
import type { Evaluation, Gaze, GlimpsePicture, Probe } from "../core/glimpse";
import type { SeriesUpdate } from "../core/metric-series";
import type { Look, NetworkExplanation, NetworkView, Sight } from "../core/network-run";
import type { Change, Position, Scenario, Stop } from "../core/scenario";
import type { VarianceReport } from "../core/variance";
import type { BackendReport } from "../nn/backend";
import type { BackendName } from "../nn/open";
import type { Checkpoint } from "./checkpoints";

export type { BackendName, BackendReport, Checkpoint };

/** What the page asks of the worker. Every command belongs to a run; those of an older run are dropped. */
export type Command = { run: number } & (
  | ({ type: "load" } & Load)
  /** `rate`: steps of the chosen granularity a second; Infinity = as fast as possible. */
  | { type: "play"; granularity: string; rate: number }
  | { type: "pause" }
  | { type: "step"; granularity: string }
  | { type: "step-back"; granularity: string }
  | { type: "seek"; to: Position }
  /** New parameters from here on; what was beyond this position is forgotten. `edit` numbers the page's changes. */
  | ({ type: "change"; edit: number } & Omit<Change, "at">)
  /** Another stop condition, or none, for the next "play". */
  | { type: "stop"; stop: Stop | null }
  /** Ask for the random and the optimal policy's values, answered by a "comparison". */
  | { type: "compare" }
  /** Which pictures to compute from now on. */
  | { type: "look"; look: Look }
  /** Measure the spread of gradient estimates, answered by a "variance"; a pause cancels it. */
  | { type: "variance" }
  /** Test the network on the first `count` held-out images, answered by an "evaluation"; a pause cancels it. */
  | { type: "evaluate"; count: number; gaze: Gaze }
  /** Ask how the network looks at one image, answered by "probed". */
  | { type: "probe"; probe: Probe }
  /** The last frame has been drawn: the next one may come. */
  | { type: "ack" }
  | { type: "ping" }
);

/** A command that does not know its run yet. */
export type Ask = Command extends infer C ? (C extends Command ? Omit<C, "run"> : never) : never;

/** A message that does not know its run yet. */
export type Say = Message extends infer M ? (M extends Message ? Omit<M, "run"> : never) : never;

/** A run to begin: paused at `at`, or at a checkpoint of it where one is given. */
export interface Load {
  scenario: Scenario;
  at: Position;
  /** The last change the scenario holds already. */
  edit: number;
  from?: Checkpoint;
  /** The backend that networks must use, where one was asked for. */
  backend?: BackendName;
}

/** How shipped weights came about, as their file says. */
export interface WeightsCard {
  /** The name of the file, as a scenario gives it. */
  readonly weights: string;
  /** By the names of whoever wrote the file; empty where nothing is said. */
  readonly entries: Readonly<Record<string, string>>;
}

/** What the worker tells the page. */
export type Message = { run: number } & (
  | { type: "frame"; frame: Frame }
  | { type: "comparison"; comparison: Comparison }
  | { type: "variance"; report: VarianceReport }
  | { type: "evaluation"; evaluation: Evaluation }
  | { type: "probed"; id: number; picture: GlimpsePicture }
  /** Data that the run needs are being fetched, `share` of them (0 to 1) so far. */
  | { type: "fetching"; share: number }
  /** Shipped weights have come, and this is what their file says of them. */
  | { type: "card"; card: WeightsCard }
  /** What networks are computed on. */
  | { type: "backend"; report: BackendReport }
  /** A network's run as it stands, about once a second of training and at every pause: what to go on from after a crash. */
  | { type: "checkpoint"; checkpoint: Checkpoint }
  /** The device that networks are computed on is gone: this worker can do nothing more. */
  | { type: "lost"; says: string }
  /** The run cannot start or go on; a sentence for the user. */
  | { type: "problem"; says: string }
  | { type: "pong" }
);

/**
 * `paused` by the user or a stop condition, `finished` by the algorithm itself, `seeking` on the way to a position,
 * `stepping` through a step that takes its time, `measuring` what the network is like: the spread of its gradients, its test error.
 */
export type Status = "preparing" | "paused" | "running" | "stepping" | "seeking" | "measuring" | "finished";

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
  /** Of an algorithm with a table … */
  view: TabularView | null;
  explanation: Explanation | null;
  /** … or of one with networks. */
  network: NetworkView | null;
  /** The last update of a network's run; undefined: as in the frame before. */
  update: NetworkExplanation | null | undefined;
  /** The pictures the page looks at, where they are new. */
  sight: Sight | null;
  /** GPU programs (elsewhere: kernels) and read-backs per gradient step since the last frame that had some. */
  work: { dispatches: number; readBacks: number } | null;
  metrics: Record<string, SeriesUpdate>;
  /** Measured ticks a second while running. */
  ticksPerSecond: number;
  /** While seeking or measuring, the share done, 0 to 1. */
  progress: number;
  /** 16 hex digits over the tables or the weights, and over nothing else: equal runs have equal fingerprints. Only when not running. */
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
