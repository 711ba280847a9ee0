import type { EquationLine } from "../../core/algo";
import type { NetworkExplanation, NetworkSpec } from "../../core/network-run";

/** A network's update as the equation panel shows it. */
export interface NetworkEquation {
  heading: string;
  lines: readonly EquationLine[];
  /** Which row of the explanation the numbers are of, and how many there are: 0 where there are only symbols. */
  row: number;
  rows: number;
  /** The number of the first row: its time t where rows have one, else they are counted from 1. */
  first: number;
  /** How many there would be; only the first have numbers. */
  total: number;
}

/** The update with the numbers of the chosen row, the step that leads to one, or, before the first, the rule in symbols. */
export function networkEquation(
  spec: NetworkSpec,
  explanation: NetworkExplanation | null,
  chosen: number,
): NetworkEquation {
  const rows = explanation?.rows.length ?? 0;
  const row = shownRow(chosen, rows);
  const first = explanation?.rows[0]?.t ?? 1;
  return {
    heading:
      rows > 0 ? `Update: ${rowName(spec.rows, row + first)}` : (explanation?.title ?? "The update rule"),
    lines: explanation?.lines ?? spec.equation(explanation, row),
    row,
    rows,
    first,
    total: explanation?.total ?? rows,
  };
}

/** The row shown for a choice: a link may name one that a smaller minibatch does not have. */
export function shownRow(chosen: number, rows: number): number {
  return Math.max(0, Math.min(chosen, rows - 1));
}

/** “transitions of the minibatch” → “transition”, “trajectories” → “trajectory”. */
export function oneRow(rows: string): string {
  return rows.replace(/ .*$/, "").replace(/ies$/, "y").replace(/s$/, "");
}

/** “transition 12 of the minibatch” for number 12 of the “transitions of the minibatch”. */
export function rowName(rows: string, number: number): string {
  const [, ...of] = rows.split(" ");
  return [oneRow(rows), number, ...of].join(" ");
}
