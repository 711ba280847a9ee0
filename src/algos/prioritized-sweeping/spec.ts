import { planningGranularities, type AlgoSpec } from "../../core/algo";
import { backupEquation } from "../../core/equations";
import { gammaParam, thetaParam } from "../../core/learning-params";

export interface PrioritizedSweepingParams {
  gamma: number;
  theta: number;
}

/** A sweep here is as many state backups as there are states with a decision: the same work as a sweep elsewhere. */
export const prioritizedSweeping: AlgoSpec<PrioritizedSweepingParams> = {
  id: "prioritized-sweeping",
  title: "Prioritized sweeping",
  family: "planning",
  summary:
    "Value iteration that always backs up the state whose values may be most out of date. Moore & Atkeson 1993; Sutton & Barto, section 8.4, with the model known.",
  needs: ["model"],
  params: {
    gamma: gammaParam,
    theta: { ...thetaParam, help: "Planning ends when no state has a priority above this." },
  },
  phases: {
    initialise: {
      line: 1,
      says: "Every Q(s,a) starts at 0; a state's priority is how far one backup would move it.",
    },
    check: { line: 2, says: "Is there a state with a priority above θ?" },
    choose: { line: 3, says: "Take the state with the highest priority off the queue." },
    backup: { line: 5, says: "Back up: average over what can happen, assuming the best action afterwards." },
    predecessors: {
      line: 7,
      says: "The state's value has moved: raise the priority of every state that can lead to it.",
    },
  },
  pseudoCode: [
    {
      indent: 0,
      text: "$Q(s,a) \\leftarrow 0$; priority $p(s) \\leftarrow$ the largest change a backup of $s$ would make",
    },
    { indent: 0, text: "while some $p(s) > \\theta$" },
    { indent: 1, text: "$s \\leftarrow$ state with the largest $p(s)$; $p(s) \\leftarrow 0$" },
    { indent: 1, text: "for each action $a$" },
    { indent: 2, text: "$Q(s,a) \\leftarrow \\mathbb E\\,[\\,r + \\gamma \\max_{a'} Q(s',a')\\,]$" },
    { indent: 1, text: "for each $\\bar s$ that can lead to $s$" },
    {
      indent: 2,
      text: "$p(\\bar s) \\leftarrow p(\\bar s) + \\gamma \\max_a P(s\\mid \\bar s,a)\\,|\\Delta \\max_a Q(s,a)|$",
    },
  ],
  granularities: planningGranularities.map((size) =>
    size.id === "sweep" ? { ...size, label: "as many states as a sweep" } : size,
  ),
  metrics: [{ id: "residual", label: "Highest priority left", unit: "", per: "sweep", scale: "log" }],
  equation: (explanation) => backupEquation("optimality", explanation),
};
