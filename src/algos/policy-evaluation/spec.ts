import { planningGranularities, type AlgoSpec } from "../../core/algo";
import { backupEquation } from "../../core/equations";
import { gammaParam, thetaParam } from "../../core/learning-params";
import { inPlaceParam } from "../../core/planning-params";
import { sweepMetrics } from "../../core/sweep-metrics";
import { arrowsSchema, parseArrows, type Arrows } from "./arrows";

export interface PolicyEvaluationParams {
  gamma: number;
  theta: number;
  inPlace: boolean;
  policy: "random" | "custom";
  arrows: Arrows;
}

export const policyEvaluation: AlgoSpec<PolicyEvaluationParams> = {
  id: "policy-evaluation",
  title: "Policy evaluation",
  family: "planning",
  summary:
    "Applies the Bellman expectation backup again and again; V tends to the value of a fixed policy. Sutton & Barto, section 4.1.",
  needs: ["model"],
  params: {
    gamma: gammaParam,
    theta: thetaParam,
    inPlace: inPlaceParam,
    policy: {
      kind: "choice",
      label: "Policy",
      symbol: "\\pi",
      help: "The policy whose value is computed: every action equally likely, or the arrows you draw.",
      live: true,
      default: "random",
      options: [
        { value: "random", label: "random" },
        { value: "custom", label: "my arrows" },
      ],
    },
    arrows: {
      kind: "data",
      label: "Arrows",
      help: "For the policy “my arrows”: the actions of each edited state, equally likely. Other states act at random.",
      live: true,
      default: {},
      parse: parseArrows,
      jsonSchema: arrowsSchema,
    },
  },
  phases: {
    initialise: { line: 1, says: "Every V(s) starts at 0." },
    check: { line: 2, says: "Has the last sweep changed a V(s) by more than θ?" },
    choose: { line: 3, says: "Take the next state and action." },
    backup: { line: 4, says: "Back up: average over what can happen, following the policy afterwards." },
    average: { line: 5, says: "All actions of the state are done: weigh them as the policy does." },
  },
  pseudoCode: [
    { indent: 0, text: "$V(s) \\leftarrow 0$ for all $s$" },
    { indent: 0, text: "while the last sweep changed a $V(s)$ by more than $\\theta$" },
    { indent: 1, text: "for each state $s$ and action $a$" },
    { indent: 2, text: "$Q(s,a) \\leftarrow \\mathbb E\\,[\\,r + \\gamma V(s')\\,]$" },
    { indent: 2, text: "after the last action: $V(s) \\leftarrow \\sum_a \\pi(a\\mid s)\\,Q(s,a)$" },
  ],
  granularities: planningGranularities,
  metrics: sweepMetrics,
  equation: (explanation) => backupEquation("expectation", explanation),
};
