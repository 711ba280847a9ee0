import type { EquationLine, Explanation, TabularView, Term } from "../../core/algo";
import { backup, explainBackup } from "../../core/backup";
import { backupEquation, bracketed, number, type BackupKind } from "../../core/equations";
import type { FiniteMdp } from "../../core/finite-mdp";
import { argmaxQ, greedyValues, isGreedy } from "../../core/greedy";
import { equation as words } from "../../messages/equation";
import { texWords } from "./tex-words";

/** What the student chose on the figure: a cell, or one triangle of it. */
export interface Selected {
  state: number;
  action?: number;
}

/** A Bellman equation with the numbers of now, and the outcomes in it for the figure to light. */
export interface BellmanNow {
  lines: EquationLine[];
  outcomes: Outcome[];
}

/** Where a move may lead. `action`: the one whose value stands for the next state. */
export interface Outcome {
  state: number;
  action?: number;
  probability: number;
}

const ARROWS = ["\\uparrow", "\\rightarrow", "\\downarrow", "\\leftarrow"];

const CELL_SYMBOLS: Record<BackupKind, EquationLine> = {
  optimality: "V(s) = \\max_a \\sum_{s',r} P(s',r\\mid s,a)\\,\\bigl[\\,r + \\gamma V(s')\\bigr]",
  expectation:
    "V^{\\pi}(s) = \\sum_a \\pi(a\\mid s) \\sum_{s',r} P(s',r\\mid s,a)\\,\\bigl[\\,r + \\gamma V^{\\pi}(s')\\bigr]",
};

/**
 * The Bellman equation of a cell or of one of its actions, computed from the model with the values of now.
 * Null where there is no decision. `kind` is what the algorithm's values stand for.
 */
export function bellmanNow(
  mdp: FiniteMdp,
  view: Pick<TabularView, "Q" | "V" | "policy">,
  kind: BackupKind,
  gamma: number,
  { state, action }: Selected,
): BellmanNow | null {
  const { nActions, decisionStates } = mdp;
  if (!decisionStates.includes(state)) return null;
  const V = kind === "optimality" ? greedyValues(mdp, view.Q) : view.V;
  const best = Int32Array.from({ length: mdp.nStates }, (_, s) => argmaxQ(view.Q, s, nActions));
  const explain = (a: number): Explanation[] => {
    const now = {
      state,
      action: a,
      before: view.Q[state * nActions + a],
      after: backup(mdp, V, state, a, gamma),
      gamma,
      ownValue: V[state],
      ownAction: best[state],
    };
    const explanation = explainBackup(mdp, now, V, kind === "optimality" ? best : undefined);
    return explanation ? [explanation] : [];
  };
  if (action !== undefined) {
    const [explanation] = explain(action);
    const equation = backupEquation(kind, explanation).map(equalSign);
    return {
      lines: [...equation.slice(0, -1), comparedLine(explanation.after, explanation.before, "Q")],
      outcomes: outcomesOf(explanation.terms),
    };
  }
  const all = Array.from({ length: nActions }, (_, a) => a).flatMap(explain);
  return kind === "optimality"
    ? bestAction(all, V[state])
    : averageAction(all, view.policy.subarray(state * nActions, (state + 1) * nActions), view.V[state]);
}

/** An equation that holds, not an assignment that was made. */
function equalSign(line: EquationLine): EquationLine {
  return line.replace("\\leftarrow", "=");
}

function bestAction(all: Explanation[], before: number): BellmanNow {
  const values = Float64Array.from(all, (explanation) => explanation.after);
  const best = all.findIndex((_, a) => isGreedy(values, 0, a, all.length));
  const each = all.map(
    ({ state, action, after }) => `${ARROWS[action]}\\,${entry(state, action, number(after))}`,
  );
  const [, ...terms] = backupEquation("optimality", all[best]).slice(0, -1);
  return {
    lines: [
      CELL_SYMBOLS.optimality,
      `= \\max\\,\\{\\,${each.join(",\\;\\; ")}\\,\\}`,
      `${texWords(words.best, { action: ARROWS[best] })}\\quad ${terms[0]}`,
      ...terms.slice(1),
      comparedLine(values[best], before, "V"),
    ],
    outcomes: outcomesOf(all[best].terms),
  };
}

function averageAction(all: Explanation[], policy: Float64Array, before: number): BellmanNow {
  const taken = all.filter(({ action }) => policy[action] > 0);
  const sum = taken.map(
    ({ state, action, after }) =>
      `${number(policy[action])}\\cdot ${ARROWS[action]}${entry(state, action, bracketed(after))}`,
  );
  const value = taken.reduce((total, { action, after }) => total + policy[action] * after, 0);
  const terms = taken.flatMap(({ action, terms }) =>
    terms.map((term) => ({ ...term, probability: policy[action] * term.probability })),
  );
  return {
    lines: [CELL_SYMBOLS.expectation, `= ${sum.join(" + ")}`, comparedLine(value, before, "V")],
    outcomes: outcomesOf(terms),
  };
}

function entry(state: number, action: number, tex: string): string {
  return `\\htmlData{ref=s${state}a${action}}{${tex}}`;
}

/** “= −3.1, the table has −3, gap −0.1”: how far the table is from satisfying the equation. */
function comparedLine(value: number, table: number, symbol: "Q" | "V"): EquationLine {
  const gap = value - table;
  const agrees = value === table || Math.abs(gap) < 1e-9 * Math.max(1, Math.abs(value));
  const compared = agrees
    ? texWords(words.agrees, {})
    : texWords(words.differs, { value: `${symbol} = ${number(table)}`, gap: number(gap) });
  return `= \\mathbf{${number(value)}}\\qquad ${compared}`;
}

/** The outcomes of an update, one a next state: different rewards for the same move count together. */
export function outcomesOf(terms: readonly Term[]): Outcome[] {
  const outcomes: Outcome[] = [];
  for (const { next, nextAction, probability } of terms) {
    const same = outcomes.find((outcome) => outcome.state === next && outcome.action === nextAction);
    if (same) same.probability += probability;
    else outcomes.push({ state: next, ...(nextAction !== undefined && { action: nextAction }), probability });
  }
  return outcomes;
}
