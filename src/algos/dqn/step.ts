import { number } from "../../core/equations";
import type { NetworkExplanation } from "../../core/network-run";
import type { EquationLine } from "../../core/outcome";
import type { Transition } from "../../core/replay-memory";
import { listed, vector } from "./tex-numbers";

/** A step of the first environment as it goes, for whoever wants to see its numbers: filled line by line. */
export interface Step {
  readonly observation: Float32Array;
  choice?: Choice;
  transition?: Transition;
  stored?: { readonly place: number; readonly size: number; readonly capacity: number };
}

/** An ε-greedy choice. */
export interface Choice {
  readonly q: readonly number[];
  readonly epsilon: number;
  /** Uniform on [0, 1): below ε the action is drawn at random. */
  readonly draw: number;
  readonly action: number;
}

/** How many lines of the pseudo-code a step has come through. */
export function stageOf({ choice, transition, stored }: Step): number {
  return [choice, transition, stored].filter((part) => part !== undefined).length;
}

/** A step with its numbers, as far as it has come; it is that of the first of so many environments. */
export function explainStep(step: Step, environments: number): NetworkExplanation {
  const { observation, choice, transition, stored } = step;
  const where = environments > 1 ? `, in environment 1 of ${environments}` : "";
  return {
    title: `This step${where}`,
    lines: [
      `s = ${vector(observation)}`,
      ...(choice ? choiceLines(choice) : []),
      ...(transition ? [answerLine(transition)] : []),
      ...(stored ? [storeLine(stored)] : []),
    ],
    numbers: {},
    rows: [],
  };
}

function choiceLines({ q, epsilon, draw, action }: Choice): EquationLine[] {
  const isRandom = draw < epsilon;
  const how = isRandom ? "\\text{ (random)}" : " = \\arg\\max_a Q(s,a;\\theta)";
  return [
    `Q(s,\\cdot\\,;\\theta) = (${listed(q)})`,
    `\\text{drawn } ${number(draw)} ${isRandom ? "<" : "\\ge"} \\epsilon = ${number(epsilon)}\\colon\\quad a = ${action}${how}`,
  ];
}

function answerLine({ reward, nextObservation, terminated, ended }: Transition): EquationLine {
  const over = terminated ? "\\text{, the end}" : ended ? "\\text{, cut by the time limit}" : "";
  return `r = ${number(reward)},\\quad s' = ${vector(nextObservation)}${over}`;
}

function storeLine({ place, size, capacity }: NonNullable<Step["stored"]>): EquationLine {
  return `(s,a,r,s') \\to \\mathcal D[${place}]\\qquad \\text{${size} of ${capacity} places taken}`;
}
