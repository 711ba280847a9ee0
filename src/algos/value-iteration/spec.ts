import { planningGranularities, type AlgoSpec } from "../../core/algo";
import { backupEquation } from "../../core/equations";
import { gammaParam, thetaParam } from "../../core/learning-params";
import { inPlaceParam } from "../../core/planning-params";
import { sweepMetrics } from "../../core/sweep-metrics";

export interface ValueIterationParams {
  gamma: number;
  theta: number;
  inPlace: boolean;
}

export const valueIteration: AlgoSpec<ValueIterationParams> = {
  id: "value-iteration",
  title: "Value iteration",
  family: "planning",
  summary:
    "Applies the Bellman optimality backup to every state and action, again and again; Q tends to Q*. Sutton & Barto, section 4.4.",
  needs: ["model"],
  params: {
    gamma: gammaParam,
    theta: thetaParam,
    inPlace: inPlaceParam,
  },
  phases: {
    initialise: { line: 1, says: "Every Q(s,a) starts at 0." },
    check: { line: 2, says: "Has the last sweep changed a V(s) by more than θ?" },
    choose: { line: 3, says: "Take the next state and action." },
    backup: { line: 4, says: "Back up: average over what can happen, assuming the best action afterwards." },
  },
  pseudoCode: [
    { indent: 0, text: "$Q(s,a) \\leftarrow 0$ for all $s, a$" },
    { indent: 0, text: "while the last sweep changed a $V(s) = \\max_a Q(s,a)$ by more than $\\theta$" },
    { indent: 1, text: "for each state $s$ and action $a$" },
    { indent: 2, text: "$Q(s,a) \\leftarrow \\mathbb E\\,[\\,r + \\gamma \\max_{a'} Q(s',a')\\,]$" },
  ],
  granularities: planningGranularities,
  metrics: sweepMetrics,
  equation: (explanation) => backupEquation("optimality", explanation),
};
