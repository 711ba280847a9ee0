import type { EquationLine, Explanation, Term } from "./algo";

/** How an expected backup uses a successor: its best action (optimality) or the policy's average (expectation). */
export type BackupKind = "optimality" | "expectation";

const SYMBOLS: Record<BackupKind, EquationLine> = {
  optimality: "Q(s,a) \\leftarrow \\sum_{s',r} P(s',r\\mid s,a)\\,\\bigl[\\,r + \\gamma \\max_{a'} Q(s',a')\\bigr]",
  expectation: "Q^{\\pi}(s,a) \\leftarrow \\sum_{s',r} P(s',r\\mid s,a)\\,\\bigl[\\,r + \\gamma V^{\\pi}(s')\\bigr]",
};

/** The Bellman backup in symbols and, where there is an update, line by line with its numbers. */
export function backupEquation(kind: BackupKind, explanation: Explanation | null): EquationLine[] {
  if (!explanation) return [SYMBOLS[kind]];
  const { gamma } = explanation.numbers;
  const terms = explanation.terms.map((term, i) => {
    const sign = i === 0 ? "=" : "+";
    return `${sign}\\; ${mark(term, number(term.probability))}\\,(${rewardAndFuture(term, gamma)})`;
  });
  return [SYMBOLS[kind], ...terms, resultLine(explanation)];
}

/** “= 3.21, was 2.88, Δ 0.33”, pointing at the entry that changed. */
export function resultLine({ state, action, before, after }: Explanation): EquationLine {
  const entry = `\\htmlData{ref=s${state}a${action}}{\\mathbf{${number(after)}}}`;
  return `=\\; ${entry}\\qquad \\text{was } ${number(before)}\\qquad \\Delta\\,${number(after - before)}`;
}

/** r + γ v with the numbers of one outcome; the future drops out where the outcome ends the episode. */
export function rewardAndFuture(term: Term, gamma: number): string {
  const reward = number(term.reward);
  if (term.ends) return `${reward} + ${number(gamma)}\\cdot 0`;
  return `${reward} + ${number(gamma)}\\cdot ${mark(term, bracketed(term.nextValue))}`;
}

/** Marks a piece of an equation as coming from the successor of a term. */
export function mark(term: Term, tex: string): string {
  const action = term.nextAction === undefined ? "" : `a${term.nextAction}`;
  return `\\htmlData{ref=s${term.next}${action}}{${tex}}`;
}

/** A number for reading: at most three decimals, four significant digits when small. */
export function number(x: number): string {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? "\\text{?}" : x > 0 ? "\\infty" : "-\\infty";
  const size = Math.abs(x);
  if (size >= 1e6 || (size > 0 && size < 5e-4)) {
    const [digits, exponent] = x.toExponential(1).split("e");
    return `${digits}\\cdot 10^{${Number(exponent)}}`;
  }
  return String(Number(x.toFixed(3)));
}

/** The same, in brackets when negative, to stand after an operator. */
export function bracketed(x: number): string {
  return x < 0 ? `(${number(x)})` : number(x);
}

/**
 * A temporal-difference update: the rule in symbols, the target and the error, then the step.
 * The explanation has one term per successor value in the target and the numbers alpha, gamma, tdTarget and delta.
 */
export function tdEquation(rule: EquationLine, explanation: Explanation | null): EquationLine[] {
  if (!explanation) return [rule];
  const { alpha, gamma, tdTarget, delta } = explanation.numbers;
  const [term] = explanation.terms;
  const entry = `\\htmlData{ref=s${explanation.state}a${explanation.action}}{${number(explanation.before)}}`;
  return [
    rule,
    `\\text{target} = ${rewardAndFuture(term, gamma)} = ${number(tdTarget)}`,
    `\\delta = ${number(tdTarget)} - ${bracketed(explanation.before)} = ${number(delta)}`,
    `${entry} + ${number(alpha)}\\cdot ${bracketed(delta)}`,
    resultLine(explanation),
  ];
}
