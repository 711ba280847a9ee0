import { bracketedTerm, number, term } from "../../core/equations";
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

const RULES = [
  "A^i_t = \\sum_{t'\\ge t}\\gamma^{t'-t} r^i_{t'} - V_\\phi(s^i_t)\\quad\\text{or}\\quad r^i_t + \\gamma V_\\phi(s^i_{t+1}) - V_\\phi(s^i_t)",
  "\\Delta\\theta \\mathrel{+}= \\tfrac1m A^i_t\\,\\nabla_\\theta\\log\\pi_\\theta(a^i_t\\mid s^i_t),\\qquad \\Delta\\phi \\mathrel{+}= \\tfrac1n \\nabla_\\phi\\lVert A^i_t\\rVert^2",
];

/** What the step adds to Δφ, of `n` steps in all. Null before the advantage is known. */
function criticLine({ advantage }: Readonly<Record<string, number>>, n: number): EquationLine | null {
  if (advantage === undefined) return null;
  return `\\Delta\\phi \\mathrel{+}= \\tfrac{1}{${n}}\\,\\nabla_\\phi\\lVert A_t\\rVert^2`;
}

/** The update in symbols or, of one step of a trajectory, line by line with as many of its numbers as are known. */
export function equation(explanation: NetworkExplanation | null, index: number): EquationLine[] {
  const row = explanation && rowOf(explanation, index);
  if (!row) return RULES;
  const { numbers } = explanation;
  const [, rule] = RULES;
  if (row.return === undefined) return [rule, choiceLine(row)];
  const { reward, nextValue } = row;
  const G =
    nextValue === undefined
      ? rewardToGoLine(row, numbers.gamma)
      : `G_t = r_t + \\gamma V_\\phi(s_{t+1}) = ${term(reward)} + ${number(numbers.gamma)}\\cdot ${bracketedTerm(nextValue)} = \\mathbf{${number(row.return)}}`;
  return known([
    rule,
    choiceLine(row),
    G,
    advantageLine(row, numbers, "V_\\phi(s_t)"),
    pushLine(row, `\\tfrac{1}{${numbers.m}}\\cdot `),
    criticLine(row, numbers.n),
    effectLine(row),
  ]);
}
