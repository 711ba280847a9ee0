import { planningGranularities, type AlgoSpec } from "../../core/algo";
import { backupEquation, improvementEquation } from "../../core/equations";
import { gammaParam, thetaParam } from "../../core/learning-params";
import { inPlaceParam } from "../../core/planning-params";
import { sweepMetrics } from "../../core/sweep-metrics";

export interface PolicyIterationParams {
  gamma: number;
  theta: number;
  inPlace: boolean;
  evaluationSweeps: number;
}

/**
 * A tick is one backup while evaluating, and one state made greedy while improving (which needs no backup:
 * the last evaluation has left Q of the policy). A stage is one whole evaluation or improvement.
 */
export const policyIteration: AlgoSpec<PolicyIterationParams> = {
  id: "policy-iteration",
  title: "Policy iteration",
  family: "planning",
  summary:
    "Evaluates a policy, makes it greedy, and repeats until it stays as it is; starts from the random policy. Sutton & Barto, section 4.3.",
  needs: ["model"],
  params: {
    gamma: gammaParam,
    theta: thetaParam,
    inPlace: inPlaceParam,
    evaluationSweeps: {
      kind: "number",
      label: "Sweeps per evaluation",
      help: "0: evaluate until converged. Otherwise stop after this many sweeps; 1 comes close to value iteration.",
      live: true,
      default: 0,
      min: 0,
      max: 1000,
      step: 1,
      integer: true,
    },
  },
  phases: {
    initialise: { line: 1, says: "Every V(s) starts at 0, and every action is equally likely." },
    check: { line: 3, says: "Evaluate: has the last sweep changed a V(s) by more than θ?" },
    choose: { line: 4, says: "Take the next state and action." },
    backup: { line: 5, says: "Back up: average over what can happen, following the policy afterwards." },
    average: { line: 6, says: "All actions of the state are done: weigh them as the policy does." },
    improve: {
      line: 7,
      says: "Improve: the policy takes the best actions of this state, all of them equally often.",
    },
    compare: { line: 8, says: "Has the improvement changed the policy anywhere?" },
  },
  pseudoCode: [
    { indent: 0, text: "$V(s) \\leftarrow 0$, $\\pi(a\\mid s) \\leftarrow$ equal for all $a$" },
    { indent: 0, text: "repeat" },
    { indent: 1, text: "evaluate: while the last sweep changed a $V(s)$ by more than $\\theta$" },
    { indent: 2, text: "for each state $s$ and action $a$" },
    { indent: 3, text: "$Q(s,a) \\leftarrow \\mathbb E\\,[\\,r + \\gamma V(s')\\,]$" },
    { indent: 3, text: "after the last action: $V(s) \\leftarrow \\sum_a \\pi(a\\mid s)\\,Q(s,a)$" },
    { indent: 1, text: "improve: for each $s$: $\\pi(\\cdot\\mid s) \\leftarrow \\arg\\max_a Q(s,a)$" },
    { indent: 0, text: "until $\\pi$ stays as it is" },
  ],
  granularities: [
    ...planningGranularities.map((size) =>
      size.id === "backup" ? { ...size, label: "one backup or improvement" } : size,
    ),
    { id: "stage", label: "evaluate or improve", until: "stages" },
  ],
  metrics: sweepMetrics,
  equation: (explanation) =>
    explanation && explanation.terms.length === 0
      ? improvementEquation(explanation)
      : backupEquation("expectation", explanation),
};
