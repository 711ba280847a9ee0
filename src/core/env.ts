import type { DigitSets } from "./digits";
import type { FiniteMdp } from "./finite-mdp";
import type { GlimpseFacts } from "./glimpse";
import type { ParamDefs } from "./params";
import type { Rng } from "./rng";

/** What one step returns. `terminated`: the task ended, V(s') = 0. `truncated`: time ran out, s' still has a value. */
export interface StepResult<S> {
  state: S;
  reward: number;
  terminated: boolean;
  truncated: boolean;
}

/** One number of an observation. */
export interface Dimension {
  readonly name: string;
  /** KaTeX source. */
  readonly symbol: string;
  readonly unit: string;
  /** What pictures show of it: the values that occur, more or less. */
  readonly range: readonly [number, number];
}

/**
 * An environment: Gymnasium's contract as pure functions. A state is plain, cloneable data;
 * `step` never changes its input, and all randomness comes from the generator passed in.
 */
export interface Env<S = unknown, A = number> {
  readonly obsShape: readonly number[];
  /** Actions are the numbers 0 … nActions − 1, unless `A` says otherwise. */
  readonly nActions: number;
  reset(rng: Rng): S;
  step(state: S, action: A, rng: Rng): StepResult<S>;
  /** Writes the observation of `state` to `out`, whose length is the product of `obsShape`. */
  observe(state: S, out: Float32Array): void;
  /** What each number of the observation is, where it is a vector that a network can read. */
  readonly dimensions?: readonly Dimension[];
  /** From which mean return over 100 episodes on the task counts as solved, and the most an episode can pay. */
  readonly goal?: { readonly mean: number; readonly best: number };
  /** The state after a push from outside, where there is something to push; `strength` in [−1, 1]. */
  nudge?(state: S, strength: number): S;
  /** Numbers the states 0 … nStates − 1, where that is possible: what a table needs. */
  readonly tabular?: { readonly nStates: number; indexOf(state: S): number };
  /** P(s', r | s, a), where it is known: what dynamic programming needs. Same numbering as `tabular`. */
  readonly model?: FiniteMdp;
  /** Present where there are images and an eye that can be moved over them. */
  readonly glimpse?: GlimpseFacts;
}

/** An environment's entry in the registry: its parameters, and the function that builds it from them. */
export interface EnvSpec<P, S = unknown, A = number> {
  readonly id: string;
  readonly title: string;
  readonly actionNames: readonly string[];
  readonly params: ParamDefs<P>;
  /** Relations between parameters that single ranges cannot express: sentences, empty when all is well. */
  check(params: P): string[];
  /** How many of MNIST's training digits it needs, where it needs them. */
  digits?(params: P): number;
  /** Without the digits it needs, an environment can be asked what it is like, but not reset. */
  create(params: P, digits?: DigitSets): Env<S, A>;
}
