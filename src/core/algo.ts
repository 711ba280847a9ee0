import type { Env } from "./env";
import type { FiniteMdp } from "./finite-mdp";
import type { NetworkRun, NetworkSpec } from "./network-run";
import type { EquationLine, Outcome } from "./outcome";
import type { ParamDefs } from "./params";
import type { Rng, RngState } from "./rng";

export type { EquationLine, Outcome } from "./outcome";

/**
 * What an algorithm asks of an environment: numbered states, the model P(s', r | s, a) as well, observations
 * that a network can read, with names and ranges, or images and an eye that can be moved.
 */
export type Capability = "tabular" | "model" | "vector" | "glimpse";

/**
 * How far a run has come. `ticks` counts the algorithm's unit of work: one backup of planning,
 * one environment step (with its updates) of learning. Algorithms increase the counts themselves: ticks, sweeps and
 * episodes at the end of a tick, all at once, so that a stop at one of them is the same place at any pace.
 */
export interface Clock {
  ticks: number;
  /** States whose backups are complete. */
  states: number;
  sweeps: number;
  /** Completed evaluations and improvements of policy iteration. */
  stages: number;
  episodes: number;
  /** Environment steps, of all environments together. */
  steps: number;
  /** Gradient steps of a network. */
  updates: number;
  /** Tests of the greedy policy that it passed. */
  solves: number;
}

export const zeroClock = (): Clock => ({
  ticks: 0,
  states: 0,
  sweeps: 0,
  stages: 0,
  episodes: 0,
  steps: 0,
  updates: 0,
  solves: 0,
});

/** A place in the algorithm where a student may pause: the lit line of pseudo-code, 1-based, and what happens there. */
export interface Phase {
  readonly line: number;
  readonly says: string;
}

/** A size of step on the transport: run until this count of the clock grows, or, for "line", to the next phase. */
export interface Granularity {
  readonly id: string;
  readonly label: string;
  readonly until: keyof Clock | "line";
}

/** The transport's step sizes for planning … */
export const planningGranularities: readonly Granularity[] = [
  { id: "line", label: "one line", until: "line" },
  { id: "backup", label: "one backup", until: "ticks" },
  { id: "state", label: "one state", until: "states" },
  { id: "sweep", label: "one sweep", until: "sweeps" },
];

/** … and for learning. */
export const learningGranularities: readonly Granularity[] = [
  { id: "line", label: "one line", until: "line" },
  { id: "step", label: "one step", until: "steps" },
  { id: "episode", label: "one episode", until: "episodes" },
];

/** … and for networks. */
export const networkGranularities: readonly Granularity[] = [
  { id: "line", label: "one line", until: "line" },
  { id: "step", label: "one step", until: "ticks" },
  { id: "update", label: "one update", until: "updates" },
  { id: "episode", label: "one episode", until: "episodes" },
];

export interface MetricDef {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** What one point stands for: the x axis. */
  readonly per: "sweep" | "episode" | "update";
  readonly scale: "linear" | "log";
  /** Draw on the chart of this other metric. */
  readonly with?: string;
  /** A line across the chart, at what is to be reached: the mean return that is the goal of the environment. */
  readonly threshold?: "goal";
}

/** One line of pseudo-code; `$…$` holds KaTeX. */
export interface PseudoLine {
  readonly indent: number;
  readonly text: string;
}

export interface AlgoSpec<P> {
  readonly id: string;
  readonly title: string;
  readonly family: "planning" | "learning";
  /** One sentence: what it does, and its source. */
  readonly summary: string;
  readonly params: ParamDefs<P>;
  readonly needs: readonly Capability[];
  readonly phases: Readonly<Record<string, Phase>>;
  readonly pseudoCode: readonly PseudoLine[];
  readonly granularities: readonly Granularity[];
  readonly metrics: readonly MetricDef[];
  /** Relations between parameters that single ranges cannot express: sentences, empty when all is well. */
  check?(params: P): string[];
  /** The update rule with the numbers of an explanation; without one, in symbols. */
  equation(explanation: Explanation | null): EquationLine[];
  /** Present where the algorithm trains networks. */
  readonly network?: NetworkSpec;
  /** The name of the shipped weights that it begins with; null where it draws its own. */
  shipped?(params: P): string | null;
}

/** One outcome that an update looked at: its probability, reward and successor with the value used for it. */
export interface Term {
  probability: number;
  reward: number;
  next: number;
  /** The action whose value stands for the successor, where there is one. */
  nextAction?: number;
  /** 0 where the outcome ends the episode. */
  nextValue: number;
  ends: boolean;
}

/** The last update as data. `numbers` holds the rule's other symbols by name: alpha, gamma, tdTarget, delta … */
export interface Explanation {
  state: number;
  action: number;
  before: number;
  after: number;
  terms: Term[];
  numbers: Record<string, number>;
}

/** What a tabular algorithm shows. Arrays over (s, a) are row-major, nStates × nActions, and may be live: copy before keeping. */
export interface TabularView {
  Q: Float64Array;
  V: Float64Array;
  /** π(a|s); all zero where there is no decision. */
  policy: Float64Array;
  visits?: Float64Array;
  /** Eligibility traces e(s, a). */
  traces?: Float64Array;
  /** Priority of each state in the queue of prioritized sweeping. */
  priorities?: Float64Array;
  /** The state the agent is in, and those it came through in this episode, oldest first. */
  agent?: number;
  trail?: number[];
  /** What a learned model knows: outcomes and how often they were seen, packed (see learned-outcomes.ts). */
  learnedModel?: Float64Array;
}

/** The named random streams of a run. */
export interface Streams {
  /** The environment's: starts and transitions. */
  world: Rng;
  /** The agent's exploration and tie-breaking. */
  explore: Rng;
  /** Draws from stored experience (Dyna, replay). */
  replay: Rng;
  /** The first weights of networks. */
  init: Rng;
}

export type StreamStates = { [K in keyof Streams]: RngState };

/** What a run is given. The trainer changes the contents of `params` and `pace` between ticks; read them at use. */
export interface RunContext<P> {
  /** For a network's run the trainer puts another environment here when its parameters change; read it at use. */
  readonly env: Env;
  readonly params: Readonly<P>;
  readonly streams: Streams;
  readonly clock: Clock;
  /**
   * `fine`: somebody watches; yield every phase. Otherwise yield at the ticks from `until` on and, always, where a
   * sweep or an episode ends: a yield costs as much as a third of a learner's step. Results must not depend on it.
   */
  readonly pace: { fine: boolean; until: number };
  /** The file of shipped weights that the algorithm asked for. */
  readonly shipped?: Uint8Array;
  log(metric: string, value: number): void;
}

/** What every running algorithm has. */
interface RunBase {
  /** Called when the environment or a parameter has changed: forget that the run had converged. */
  disturb?(): void;
}

/**
 * A running algorithm. `steps` yields the phase just done; every tick that `pace` asks for ends with a yield, the
 * others happen only while `pace.fine`. `memory` is plain cloneable data: all that must outlive a sweep or an
 * episode. A run started with the memory, streams and clock of a moment at which a sweep or an episode
 * had just ended goes on exactly as the first run did.
 */
export interface TabularRun<M = unknown> extends RunBase {
  readonly steps: Iterator<string, Outcome | void>;
  readonly memory: M;
  view(): TabularView;
  /** The last update; null before the first. */
  explain(): Explanation | null;
}

export type Run<M = unknown> = TabularRun<M> | NetworkRun<M>;

export function isNetworkRun(run: Run): run is NetworkRun {
  return "save" in run;
}

export type StartRun<P, M = unknown, R extends Run<M> = TabularRun<M>> = (
  context: RunContext<P>,
  memory?: M,
) => R;

/** The model of an environment that must have one. Throws if it has none: the registry checks `needs` before a start. */
export function modelOf(env: Env): FiniteMdp {
  if (!env.model) throw new Error("This algorithm needs an environment whose model is known.");
  return env.model;
}

/** The numbering of an environment's states. Throws if it has none, like `modelOf`. */
export function tabularOf(env: Env): NonNullable<Env["tabular"]> {
  if (!env.tabular) throw new Error("This algorithm needs an environment whose states are numbered.");
  return env.tabular;
}
