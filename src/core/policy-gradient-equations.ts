import type { NetworkExplanation } from "./network-run";
import { bracketed, bracketedTerm, number, term } from "./equations";
import type { EquationLine } from "./outcome";

type Row = Readonly<Record<string, number>>;
type Numbers = NetworkExplanation["numbers"];

/** The step that is shown, or the last one where the trajectory is shorter; undefined if it has none. */
export const rowOf = ({ rows }: NetworkExplanation, row: number): Row | undefined =>
  rows[Math.min(Math.max(row, 0), rows.length - 1)];

/** “t = 12: a = 1, log π(a|s) = log 0.53 = −0.63” */
export function choiceLine({ t, action, before, logProbability }: Row): EquationLine {
  return `t = ${t}:\\quad a_t = ${action},\\quad \\log\\pi_\\theta(a_t\\mid s_t) = \\log ${number(before)} = ${number(logProbability)}`;
}

/** “G = r + γ G′ = 1 + 0.99 · 44.2 = 44.8”; the last step of a trajectory has no `nextReturn`. */
export function rewardToGoLine(row: Row, gamma: number): EquationLine {
  const { reward, nextReturn } = row;
  const result = `\\mathbf{${number(row.return)}}`;
  const discount = gamma === 1 ? "" : "\\gamma\\,";
  const factor = gamma === 1 ? "" : `${number(gamma)}\\cdot `;
  if (nextReturn === undefined) return `G_t = r_t = ${result}`;
  return `G_t = r_t + ${discount}G_{t+1} = ${term(reward)} + ${factor}${bracketedTerm(nextReturn)} = ${result}`;
}

/**
 * “A = G − b = 44.8 − 30 = 14.8”, or with the division by the spread of the update; `baseline` is the symbol of b(s).
 * Null before the advantage is known.
 */
export function advantageLine(row: Row, { mean, spread }: Numbers, baseline: string): EquationLine | null {
  const { advantage } = row;
  if (advantage === undefined) return null;
  const symbols = row.baseline === undefined ? "G_t" : `G_t - ${baseline}`;
  const difference =
    row.baseline === undefined ? number(row.return) : `${term(row.return)} - ${bracketedTerm(row.baseline)}`;
  const result = `\\mathbf{${number(advantage)}}`;
  if (mean === undefined) {
    return row.baseline === undefined
      ? `A_t = ${symbols} = ${result}`
      : `A_t = ${symbols} = ${difference} = ${result}`;
  }
  return `A_t = \\frac{${symbols} - \\text{mean}}{\\text{s.d.}} = \\frac{${difference} - ${bracketed(mean)}}{${number(spread)}} = ${result}`;
}

/** What the step adds to Δθ, and which way it pushes. Null before the advantage is known. */
export function pushLine({ action, advantage }: Row, share: string): EquationLine | null {
  if (advantage === undefined) return null;
  const effect =
    advantage > 0
      ? "\\text{makes it more probable}"
      : advantage < 0
        ? "\\text{makes it less probable}"
        : "\\text{leaves it as it is}";
  return `\\Delta\\theta \\mathrel{+}= ${share}${bracketed(advantage)}\\,\\nabla_\\theta\\log\\pi_\\theta(${action}\\mid s_t)\\quad ${effect}`;
}

/** π(a|s) before and after the update of all steps together. Null before the update. */
export function effectLine({ action, before, after }: Row): EquationLine | null {
  if (after === undefined) return null;
  return `\\pi_\\theta(${action}\\mid s_t):\\; ${number(before)} \\to \\mathbf{${number(after)}}\\quad \\text{by all steps together}`;
}

/** Without the lines that are not known yet. */
export const known = (lines: readonly (EquationLine | null)[]): EquationLine[] =>
  lines.filter((line) => line !== null);
