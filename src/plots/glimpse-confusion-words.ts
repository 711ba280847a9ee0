import type { Evaluation } from "../core/glimpse";
import { glimpseTestPlots as words } from "../messages/glimpse-test-plots";
import { fill } from "../messages/section";
import { formatFixed } from "./number";
import type { PlotTable } from "./plot-frame";
import { formatCount } from "./plot-text";

export const CLASSES = 10;

export type Confusion = Pick<Evaluation, "confusion" | "count" | "wrong">;

/** How many images show `label`. */
function rowTotal({ confusion }: Pick<Confusion, "confusion">, label: number): number {
  return confusion.slice(label * CLASSES, (label + 1) * CLASSES).reduce((sum, count) => sum + count, 0);
}

/** “Is 4, answered 9: 12 of 982, 1.2 %”. Cell k is label ⌊k / 10⌋, answer k mod 10. */
export function cellText(matrix: Confusion, k: number): string {
  const label = Math.floor(k / CLASSES);
  const total = rowTotal(matrix, label);
  const count = matrix.confusion[k];
  return fill(total > 0 ? words.cellShare : words.cell, {
    label,
    answer: k % CLASSES,
    count: formatCount(count),
    total: formatCount(total),
    percent: formatFixed((100 * count) / total, 1),
  });
}

/** The cells off the diagonal with the most images, most first, at most `most` of them. */
export function commonest({ confusion }: Confusion, most: number): number[] {
  const cells = Array.from(confusion.keys()).filter(
    (k) => Math.floor(k / CLASSES) !== k % CLASSES && confusion[k] > 0,
  );
  return cells.sort((a, b) => confusion[b] - confusion[a] || a - b).slice(0, most);
}

/** The matrix in words: how many are wrong, and which mistakes are the most frequent. */
export function describeConfusion(matrix: Confusion | null): string {
  if (!matrix) return words.noAnswers;
  const { count, wrong } = matrix;
  const often = commonest(matrix, 3).map((k) => cellText(matrix, k));
  const all = fill(words.answers, { wrong: formatCount(wrong), count: formatCount(count) });
  return often.length > 0 ? `${all} ${fill(words.mostOften, { cells: often.join("; ") })}` : all;
}

export function confusionTable(matrix: Confusion | null): PlotTable {
  const digits = Array.from({ length: CLASSES }, (_, digit) => digit);
  return {
    columns: [words.isColumn, ...digits.map((digit) => fill(words.answeredColumn, { digit }))],
    rows: matrix
      ? digits.map((label) => [label, ...digits.map((answer) => matrix.confusion[label * CLASSES + answer])])
      : [],
  };
}

/** The cell that an arrow key leads to; null for another key. */
export function cellMove(key: string, cell: number): number | null {
  const [row, column] = cell < 0 ? [0, 0] : [Math.floor(cell / CLASSES), cell % CLASSES];
  const inside = (at: number) => Math.max(0, Math.min(CLASSES - 1, at));
  const steps: Record<string, [down: number, right: number]> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
    Home: [0, -CLASSES],
    End: [0, CLASSES],
    PageUp: [-CLASSES, 0],
    PageDown: [CLASSES, 0],
  };
  if (!(key in steps)) return null;
  if (cell < 0) return 0;
  const [down, right] = steps[key];
  return inside(row + down) * CLASSES + inside(column + right);
}
