import type { Scenario } from "../core/scenario";
import type { RunFacts } from "./run-facts";

/** A parameter by its home and name: `env.noise`, `algo.gamma`. */
export type Path = `${"env" | "algo"}.${string}`;

/** Values of some parameters. */
export type Setting = Readonly<Record<Path, unknown>>;

/** The numbers that count of one run: finite ones, as a link must be able to hold them. */
export type Measured = readonly number[];

export interface Verdict {
  readonly passed: boolean;
  /** What was measured and what is needed: two sentences. */
  readonly measured: string;
  readonly needed: string;
}

/**
 * A task at the end of a chapter: change these parameters so that the run does that. The simulator judges, with seeds
 * of its own. Texts are written like those of a lesson.
 */
export interface Challenge {
  /** Part of addresses, so it is kebab-case and never changes. */
  readonly id: string;
  readonly title: string;
  readonly task: readonly string[];
  /** The experiment that the student begins with, in the JSON form of a scenario; with a stop condition. It does not pass. */
  readonly start: object;
  /** What may be changed; all else must be as in `start`. */
  readonly free: readonly Path[];
  /** So many of `free` may be changed; all of them, where this is left out. */
  readonly atMost?: number;
  /** It is judged on runs with each of these. One is enough where nothing is left to chance. */
  readonly seeds: readonly number[];
  /** About how long judging takes without a graphics processor. */
  readonly seconds: number;
  /** What counts of one run, at its stop condition. `scenario` is the one that was run. */
  measure(run: RunFacts, scenario: Scenario): Measured;
  /**
   * By how much each number may differ from a claimed one: 0 for tables, which are equal on every machine. Networks
   * agree between backends to rounding only, and rounding grows with training.
   */
  readonly tolerance: number;
  /** Whether that is enough: one list of numbers for each seed. */
  judge(runs: readonly Measured[]): Verdict;
  /**
   * The values of each free parameter that are tried, in all combinations, where somebody answers that no setting does
   * it. Without them that answer is not offered.
   */
  readonly sampled?: Readonly<Record<Path, readonly unknown[]>>;
  /** For the tests: an answer that passes … */
  readonly solution: Setting | "impossible";
  /** … and one that does not. */
  readonly wrong: Setting;
}
