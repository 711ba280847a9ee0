import type { EquationLine, Explanation, Term } from "./algo";

/** How an expected backup uses a successor: its best action (optimality) or the policy's average (expectation). */
export type BackupKind = "optimality" | "expectation";

const SYMBOLS: Record<BackupKind, EquationLine> = {
  optimality:
    "Q(s,a) \\leftarrow \\sum_{s',r} P(s',r\\mid s,a)\\,\\bigl[\\,r + \\gamma \\max_{a'} Q(s',a')\\bigr]",
  expectation:
    "Q^{\\pi}(s,a) \\leftarrow \\sum_{s',r} P(s',r\\mid s,a)\\,\\bigl[\\,r + \\gamma V^{\\pi}(s')\\bigr]",
};
const AVERAGE = "V^{\\pi}(s) = \\sum_a \\pi(a\\mid s)\\,Q^{\\pi}(s,a)";
const IMPROVEMENT = "\\pi(\\cdot\\mid s) \\leftarrow \\arg\\max_a Q^{\\pi}(s,a)";

/**
 * The Bellman backup in symbols and, where there is an update, line by line with its numbers. With the numbers
 * V, pi0, q0, pi1, q1 … (after a state's last action) also the average that gives V^π(s).
 */
export function backupEquation(kind: BackupKind, explanation: Explanation | null): EquationLine[] {
  if (!explanation) return kind === "optimality" ? [SYMBOLS[kind]] : [SYMBOLS[kind], AVERAGE];
  const { gamma, V } = explanation.numbers;
  const terms = explanation.terms.map((term, i) => {
    const sign = i === 0 ? "=" : "+";
    return `${sign}\\; ${mark(term, number(term.probability))}\\,(${rewardAndFuture(term, gamma)})`;
  });
  const lines = [SYMBOLS[kind], ...terms, resultLine(explanation)];
  return V === undefined ? lines : [...lines, ...averageLines(explanation, V)];
}

function averageLines({ state, numbers }: Explanation, V: number): EquationLine[] {
  const parts: string[] = [];
  for (let a = 0; numbers[`pi${a}`] !== undefined; a++) {
    if (numbers[`pi${a}`] === 0) continue;
    const q = `\\htmlData{ref=s${state}a${a}}{${bracketed(numbers[`q${a}`])}}`;
    parts.push(`${number(numbers[`pi${a}`])}\\cdot ${q}`);
  }
  const value = `\\htmlData{ref=s${state}}{\\mathbf{${number(V)}}}`;
  return [AVERAGE, `=\\; ${parts.join(" + ")} = ${value}`];
}

/** Policy improvement of one state: its largest Q, and how many actions share it. Numbers: q0, q1 … and ties. */
export function improvementEquation({ state, after, numbers }: Explanation): EquationLine[] {
  const values: string[] = [];
  for (let a = 0; numbers[`q${a}`] !== undefined; a++)
    values.push(`\\htmlData{ref=s${state}a${a}}{${number(numbers[`q${a}`])}}`);
  const { ties } = numbers;
  const share = ties === 1 ? "\\text{one best action}" : `\\pi = 1/${ties} \\text{ for each of the best}`;
  return [
    IMPROVEMENT,
    `\\max_a Q^{\\pi}(s,a) = \\max\\{${values.join(",\\;")}\\} = \\mathbf{${number(after)}}`,
    share,
  ];
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

/** A term of a sum, with one decimal more than its result, so that it adds up by hand. */
export function term(x: number): string {
  const size = Math.abs(x);
  return size >= 5e-4 && size < 1e6 ? String(Number(x.toFixed(4))) : number(x);
}

/** The same, in brackets when negative. */
export function bracketedTerm(x: number): string {
  return x < 0 ? `(${term(x)})` : term(x);
}
