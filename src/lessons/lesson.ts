import type { Challenge } from "./challenge";
import type { RunFacts } from "./run-facts";

/** A part of the lab that a step puts beside its text. */
export type Panel = "equation" | "parameters" | "charts" | "code";

/**
 * A chapter of the lecture. Its texts are paragraphs of plain text in which `$…$` is TeX, `*…*` is stressed, and
 * `[[…]]` is a term of the glossary.
 */
export interface Lesson {
  /** The name of its folder without the number: part of its address. */
  readonly id: string;
  readonly number: number;
  readonly title: string;
  /** What the chapter answers, for the list of chapters. */
  readonly question: string;
  readonly steps: readonly LessonStep[];
  /** One to three tasks that the simulator judges, at the end of the chapter. */
  readonly challenges: readonly Challenge[];
  /** What of this is exact, and what is simplified. */
  readonly exact: readonly string[];
  readonly simplified: readonly string[];
  readonly sources: readonly string[];
}

/** One page of a chapter: a text, and the experiment it talks about. */
export interface LessonStep {
  readonly title: string;
  readonly text: readonly string[];
  /** The same in two to four short sentences, for a screen that is read from the last row. */
  readonly slide: readonly string[];
  readonly equation?: readonly EquationPart[];
  /** The experiment, in the JSON form of a scenario (docs/scenario.md); without it, the run of the step before stays. */
  readonly scenario?: object;
  readonly panels: readonly Panel[];
  readonly prediction?: Prediction;
  /** For who holds the lecture. */
  readonly notes: string;
}

/** A piece of a formula. What it says appears when it is pointed at or has the focus. */
export interface EquationPart {
  readonly tex: string;
  readonly says?: string;
  /** States and actions of the figure that it lights up, where it stands for these. */
  readonly lights?: readonly { readonly state: number; readonly action?: number }[];
}

/**
 * A question asked before an experiment is run; the run itself, up to the stop condition of the step's scenario, says
 * which of the options is right.
 */
export interface Prediction {
  readonly question: string;
  readonly options: readonly string[];
  /** The option that the finished run shows. */
  outcome(run: RunFacts): number;
  /** The option that it shows on every machine this was tested on: what `because` speaks of. */
  readonly answer: number;
  readonly because: readonly string[];
}
