import { number } from "../../core/equations";
import type { NetworkExplanation } from "../../core/network-run";
import type { EquationLine } from "../../core/outcome";
import {
  advantageLine,
  choiceLine,
  effectLine,
  known,
  pushLine,
  rewardToGoLine,
  rowOf,
} from "../../core/policy-gradient-equations";

const RULE =
  "\\Delta\\theta = \\frac1m\\sum_i\\sum_t \\bigl(G^i_t - b(s^i_t)\\bigr)\\,\\nabla_\\theta\\log\\pi_\\theta(a^i_t\\mid s^i_t)";

/** The update in symbols and, of one step of a trajectory, line by line with as many of its numbers as are known. */
export function equation(explanation: NetworkExplanation | null, index: number): EquationLine[] {
  const row = explanation && rowOf(explanation, index);
  if (!row) return [RULE];
  const { numbers } = explanation;
  if (row.return === undefined) return [RULE, choiceLine(row)];
  const returns = numbers.whole
    ? `G_t = r(\\tau) = \\sum_{t'} r_{t'} = \\mathbf{${number(row.return)}}`
    : rewardToGoLine(row, numbers.gamma);
  return known([
    RULE,
    choiceLine(row),
    returns,
    advantageLine(row, numbers, "b(s_t)"),
    pushLine(row, `\\tfrac{1}{${numbers.m}}\\cdot `),
    effectLine(row),
  ]);
}
