import type { EquationLine } from "../../core/algo";
import type { NetworkExplanation, NetworkSpec } from "../../core/network-run";
import { equation } from "../../messages/equation";
import { rows as words } from "../../messages/rows";
import { fill } from "../../messages/section";

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
      rows > 0
        ? fill(words[`${spec.rows}Update`], { number: row + first })
        : (explanation?.title ?? equation.rule),
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
