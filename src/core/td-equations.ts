import type { EquationLine, Explanation, Term } from "./algo";
import { bracketed, mark, number, resultLine, rewardAndFuture } from "./equations";

/** How an equation writes the entry it moves, where it is not plain Q(s, a). */
interface Wording {
  entry?: EquationLine;
}

/**
 * A temporal-difference update: the rule in symbols, the target, the error δ, then the step. Takes an explanation
 * with one term for the successor (several where the target averages over the next action) and the numbers
 * alpha, gamma, tdTarget and delta; with the number trace, the step is α δ e.
 */
export function tdEquation(
  rule: EquationLine,
  explanation: Explanation | null,
  wording: Wording = {},
): EquationLine[] {
  if (!explanation) return [rule];
  const target = explanation.terms.length > 1 ? averageLines(explanation) : [targetLine(explanation)];
  return [rule, ...target, ...stepLines(explanation, wording)];
}

/** Monte Carlo: the return G as reward and discounted rest, the error, the step. Numbers: alpha, gamma, tdTarget (G), delta, time, cut. */
export function returnEquation(rule: EquationLine, explanation: Explanation | null): EquationLine[] {
  if (!explanation) return [rule];
  const { gamma, tdTarget, time, cut } = explanation.numbers;
  const [{ reward, nextValue }] = explanation.terms;
  const sum = `${number(reward)} + ${number(gamma)}\\cdot ${bracketed(nextValue)}`;
  const lines = [
    rule,
    `G_{${time}} = r + \\gamma\\,G_{${time + 1}} = ${sum} = ${number(tdTarget)}`,
    ...stepLines(explanation, {}),
  ];
  if (cut) lines.push("\\text{The episode was cut off: what would have come later counts as 0.}");
  return lines;
}

function targetLine({ terms: [term], numbers }: Explanation): EquationLine {
  return `\\text{target} = ${rewardAndFuture(term, numbers.gamma)} = ${number(numbers.tdTarget)}`;
}

/** The target of an average over the next action, two products a line. */
function averageLines({ terms, numbers }: Explanation): EquationLine[] {
  const products = terms.map(
    (term) => `${number(term.probability)}\\cdot ${mark(term, bracketed(term.nextValue))}`,
  );
  const lines: EquationLine[] = [];
  for (let i = 0; i < products.length; i += 2) {
    const sum = products.slice(i, i + 2).join(" + ");
    lines.push(i === 0 ? `\\bar q = ${sum}` : `\\qquad {} + ${sum}`);
  }
  const average = averageOf(terms);
  lines[lines.length - 1] += ` = ${number(average)}`;
  const future = `${number(numbers.gamma)}\\cdot ${bracketed(average)}`;
  lines.push(
    `\\text{target} = r + \\gamma\\,\\bar q = ${number(terms[0].reward)} + ${future} = ${number(numbers.tdTarget)}`,
  );
  return lines;
}

/** Σ p × value over the terms, in order. */
function averageOf(terms: readonly Term[]): number {
  return terms.reduce((sum, { probability, nextValue }) => sum + probability * nextValue, 0);
}

function stepLines(explanation: Explanation, { entry = "Q(s,a)" }: Wording): EquationLine[] {
  const { state, action, before, numbers } = explanation;
  const { alpha, tdTarget, delta, trace } = numbers;
  const source = (tex: string) => `\\htmlData{ref=s${state}a${action}}{${tex}}`;
  const share = trace === undefined ? "" : `\\cdot ${number(trace)}`;
  return [
    `\\delta = ${number(tdTarget)} - ${source(bracketed(before))} = ${number(delta)}`,
    `${entry} \\leftarrow ${source(number(before))} + ${number(alpha)}\\cdot ${bracketed(delta)}${share}`,
    resultLine(explanation),
  ];
}
