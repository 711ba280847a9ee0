import type { Evaluation, Gaze, GlimpsePicture, Probe } from "./glimpse";
import type { EquationLine, Outcome } from "./outcome";
import type { ErrorSample, MemoryPicture, NetworkPicture, TrajectoryPicture, ValueMap } from "./sight";
import type { VarianceReport } from "./variance";
import type { Wait } from "./wait";

/** What `rows` of an explanation are: transitions of a minibatch, steps of a trajectory, images of a batch. */
export type RowKind = "transition" | "step" | "image";

/** What an algorithm that trains networks declares besides. */
export interface NetworkSpec {
  /**
   * The update with its numbers; `row` picks the transition of the minibatch, or the step of the trajectory, that is
   * shown. Null: in symbols.
   */
  equation(explanation: NetworkExplanation | null, row: number): EquationLine[];
  readonly rows: RowKind;
  /** The parameter that says how many environments a tick steps, where it does so. */
  readonly environments?: string;
  /** The pictures it can give besides the run itself. */
  readonly sights: readonly (keyof Look)[];
}

/** The last update of a network as data, or the step in the world that leads to the next one. */
export interface NetworkExplanation {
  /** What the numbers are of, where they are not those of a row: “This step”. */
  readonly title?: string;
  /** Those numbers, set; elsewhere the algorithm's equation has them. */
  readonly lines?: readonly EquationLine[];
  /** The rule's symbols by name: gamma, learningRate, loss, gradientNorm … */
  readonly numbers: Readonly<Record<string, number>>;
  /** What the update looked at, one record a transition or step. */
  readonly rows: readonly Readonly<Record<string, number>>[];
  /** How many it looked at, where `rows` may be the first of them only. */
  readonly total?: number;
}

/** One environment at the end of its last step. */
export interface AgentShot {
  /** The environment's own state: plain data. */
  readonly state: unknown;
  /** The action that led here; null at the start of an episode. */
  readonly action: number | null;
  readonly ended: "terminated" | "truncated" | null;
  /** Counts this environment's episodes: nothing moves smoothly from one into the next. */
  readonly episode: number;
  /** The reward of this episode so far. */
  readonly return: number;
}

/** The last test of the greedy policy. */
export interface GreedyTest {
  /** Mean return of `episodes` fresh episodes: fewer than 100 where it could no longer be passed. */
  readonly mean: number;
  readonly episodes: number;
  /** The environment step it was made at. */
  readonly step: number;
}

/** What a network's run shows in every frame: small. */
export interface NetworkView {
  /** One for each environment. */
  readonly agents: readonly AgentShot[];
  /** The observations of the first environment's episode so far, row after row: at most the last 512 of them. */
  readonly trail: Float32Array;
  /** Of the first environment's present state, where the algorithm has it: Q(s, ·) … */
  readonly q: readonly number[] | null;
  /** … π(·|s), which is ε-greedy for a Q-network … */
  readonly policy: readonly number[] | null;
  /** … and V(s). */
  readonly value: number | null;
  readonly epsilon: number | null;
  readonly test: GreedyTest | null;
  /** Episodes played so far of the test that is under way; null between tests. */
  readonly testing: number | null;
  /** The environment step at which a test was first passed. */
  readonly solvedAt: number | null;
}

/** The view of a network that classifies images: how its tests go, and nothing of an agent in a world. */
export function testView({
  test,
  testing,
  solvedAt,
}: Pick<NetworkView, "test" | "testing" | "solvedAt">): NetworkView {
  const none = { q: null, policy: null, value: null, epsilon: null };
  return { agents: [], trail: new Float32Array(), ...none, test, testing, solvedAt };
}

/** Which pictures the page shows, and of what: they are computed only when somebody looks. Never changes a result. */
export interface Look {
  /** The value and the best action over these two numbers of the observation. */
  readonly map?: { readonly x: number; readonly y: number };
  readonly networks?: true;
  readonly memory?: true;
  readonly errors?: true;
  /** One of the trajectories of the last update. */
  readonly trajectory?: number;
  /** One of the images that are being looked at, with its glimpses so far. */
  readonly glimpses?: number;
}

/** The pictures that were asked for; null where there is nothing to show yet. */
export interface Sight {
  readonly map?: ValueMap | null;
  readonly networks?: readonly NetworkPicture[];
  readonly memory?: MemoryPicture | null;
  readonly errors?: ErrorSample | null;
  readonly trajectory?: TrajectoryPicture | null;
  readonly glimpses?: GlimpsePicture | null;
}

/**
 * A running algorithm that trains networks. `steps` yields the phase just done, at least at the end of every tick, or a
 * `Wait`. All numbers that the tick uses are in memory that `save` keeps: a run started with it, and with the streams
 * and the clock of that moment, goes on exactly as the first run did, on the same backend and device.
 */
export interface NetworkRun<M = unknown> {
  readonly steps: Iterator<string | Wait, Outcome | void>;
  view(): NetworkView;
  /** The last update; null before the first. The same object as long as it has not changed. */
  explain(): NetworkExplanation | null;
  look(at: Look): Sight;
  /** All that must outlive this moment, the end of a tick: plain data, a copy. */
  save(): Promise<M>;
  /** The weights that act, one network after the other: equal runs have equal ones. */
  weights(): readonly Float32Array[];
  /** Pushes every environment, where there is something to push. */
  push?(strength: number): void;
  /** Spread of gradient estimates for the frozen policy, where the algorithm is a policy gradient. */
  variance?(): Iterator<Wait | number, VarianceReport>;
  /** Tests the frozen network on the first `count` held-out images, where it classifies images; yields the share done. */
  evaluate?(count: number, gaze: Gaze): Iterator<Wait | number, Evaluation>;
  /** What the network makes of one image. Changes nothing. */
  probe?(probe: Probe): GlimpsePicture;
  disturb?(): void;
  /** Frees what it holds on the device. */
  dispose(): void;
}
