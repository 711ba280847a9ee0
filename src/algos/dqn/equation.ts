import { bracketedTerm, number, term } from "../../core/equations";
import type { NetworkExplanation } from "../../core/network-run";
import type { EquationLine } from "../../core/outcome";
import { isAt, type Stage } from "./stages";
import { listed, vector } from "./tex-numbers";

type Numbers = Readonly<Record<string, number>>;

const SYMBOLS: readonly EquationLine[] = [
  "y_j = r_j + \\gamma\\,Q(s'_j,a^*;\\theta^-)\\qquad(r_j \\text{ if } s'_j \\text{ is terminal})",
  "a^* = \\arg\\max_{a'} Q(s'_j,a';\\theta^-)\\quad\\text{(double: by } \\theta\\text{)}",
  "L(\\theta) = \\tfrac1n \\textstyle\\sum_j \\ell\\bigl(y_j - Q(s_j,a_j;\\theta)\\bigr)",
  "\\theta \\leftarrow \\theta - \\alpha\\,\\nabla_{\\theta} L(\\theta)",
];

/**
 * DQN's update: in symbols, or with the numbers of the transition `row` of the minibatch, as far as the update has
 * come. `y` is a constant: no gradient flows through it.
 */
export function dqnEquation(explanation: NetworkExplanation | null, row: number): EquationLine[] {
  const transition = explanation?.rows[Math.min(row, explanation.rows.length - 1)];
  if (!explanation || !transition) return [...SYMBOLS];
  const { numbers } = explanation;
  const reached = (stage: Stage) => isAt(numbers.stage, stage);
  return [
    ...sampleLines(transition),
    ...(reached("targets") ? targetLines(numbers, transition) : []),
    ...(reached("loss") ? [errorLine(numbers, transition), lossLine(numbers, reached("gradient"))] : []),
    ...(reached("update") ? [stepLine(numbers, transition)] : []),
    ...(reached("sync") ? [syncLine(numbers)] : []),
  ];
}

function sampleLines(row: Numbers): EquationLine[] {
  return [
    `s_j = ${vector(series(row, "s"))},\\quad a_j = ${row.action}`,
    `r_j = ${number(row.reward)},\\quad s'_j = ${vector(series(row, "next"))}`,
  ];
}

function targetLines(numbers: Numbers, row: Numbers): EquationLine[] {
  const reward = number(row.reward);
  if (row.terminated) return [`y_j = r_j = ${reward}\\qquad\\text{the episode ends in } s'_j`];
  const weights = numbers.hasTarget ? "\\theta^-" : "\\theta";
  const value = `${reward} + ${number(numbers.gamma)}\\cdot ${bracketedTerm(row.nextValue)} = ${number(row.y)}`;
  if (numbers.double && numbers.hasTarget) {
    return [
      `a^* = \\arg\\max_{a'} Q(s'_j,a';\\theta) = \\arg\\max${set(row, "own")} = ${row.choice}`,
      `y_j = r_j + \\gamma\\,Q(s'_j,a^*;\\theta^-) = ${value}`,
    ];
  }
  return [
    `\\max_{a'} Q(s'_j,a';${weights}) = \\max${set(row, "nextQ")} = ${number(row.nextValue)}`,
    `y_j = r_j + \\gamma \\max_{a'} Q(s'_j,a';${weights}) = ${value}`,
  ];
}

function errorLine(numbers: Numbers, row: Numbers): EquationLine {
  const delta = `\\delta_j = y_j - Q(s_j,a_j;\\theta) = ${term(row.y)} - ${bracketedTerm(row.q)} = ${number(row.delta)}`;
  const linear = numbers.huber && Math.abs(row.delta) > 1;
  const form = numbers.huber ? (linear ? "|\\delta_j| - \\tfrac12" : "\\tfrac12\\delta_j^2") : "\\delta_j^2";
  return `${delta},\\quad \\ell = ${form} = ${number(row.rowLoss)}`;
}

function lossLine({ batch, loss, gradientNorm, limit }: Numbers, withGradient: boolean): EquationLine {
  const mean = `L = \\tfrac1{${batch}} \\textstyle\\sum_j \\ell(\\delta_j) = ${number(loss)}`;
  if (!withGradient) return mean;
  const shortened = limit !== undefined && gradientNorm > limit;
  const length = number(gradientNorm) + (shortened ? `\\;\\to\\; ${number(limit)}` : "");
  return `${mean},\\quad \\lVert\\nabla_{\\theta} L\\rVert = ${length}`;
}

function stepLine({ learningRate }: Numbers, { q, qAfter }: Numbers): EquationLine {
  const step = "\\theta \\leftarrow \\theta - \\alpha\\,\\mathrm{Adam}(\\nabla_{\\theta} L)";
  const effect = `Q(s_j,a_j;\\theta)\\colon ${number(q)} \\to ${number(qAfter)}`;
  return `${step},\\; \\alpha = ${rate(learningRate)},\\quad ${effect}`;
}

/** A learning rate that changes by little: three significant digits. */
function rate(alpha: number): string {
  return alpha < 1e-4 ? number(alpha) : String(Number(alpha.toPrecision(3)));
}

function syncLine({ tau }: Numbers): EquationLine {
  if (tau === undefined) return "\\theta^- \\leftarrow \\theta";
  return `\\theta^- \\leftarrow ${number(1 - tau)}\\,\\theta^- + ${number(tau)}\\,\\theta`;
}

/** The numbers `prefix0`, `prefix1` … of a record. */
function series(row: Numbers, prefix: string): number[] {
  const found: number[] = [];
  for (let i = 0; row[`${prefix}${i}`] !== undefined; i++) found.push(row[`${prefix}${i}`]);
  return found;
}

function set(row: Numbers, prefix: string): string {
  return `\\{${listed(series(row, prefix))}\\}`;
}
