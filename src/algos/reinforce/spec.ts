import { networkGranularities, type AlgoSpec } from "../../core/algo";
import { policyGradientMetrics, valueLossMetric } from "../../core/policy-gradient-metrics";
import { equation } from "./equation";
import { reinforceParams, type ReinforceParams } from "./params";

export type { ReinforceParams } from "./params";

export const reinforce: AlgoSpec<ReinforceParams> = {
  id: "reinforce",
  title: "REINFORCE",
  family: "learning",
  summary:
    "Lives through episodes with a policy network and makes the actions of the better ones more probable. Williams 1992; Sutton & Barto, sections 13.3 and 13.4. Simplified: an episode that was cut off counts as ended, and the factor γᵗ is left out, as is usual.",
  needs: ["vector"],
  params: reinforceParams,
  phases: {
    initialise: { line: 1, says: "Draw the first weights." },
    start: { line: 2, says: "New trajectories: every environment is put on a start." },
    act: { line: 3, says: "Draw an action from the policy in every environment that has not ended." },
    observe: { line: 4, says: "The worlds answer with rewards and next states. One that has ended waits." },
    returns: { line: 5, says: "Credit every action with what came of it." },
    advantage: {
      line: 6,
      says: "Subtract the baseline, if there is one: how much better than usual it was.",
    },
    gradient: { line: 7, says: "Add up the gradients of log π, each times its advantage." },
    weights: { line: 8, says: "Move the policy’s weights up the gradient." },
    baseline: { line: 9, says: "Bring the baseline, if there is one, closer to the returns." },
  },
  pseudoCode: [
    { indent: 0, text: "initialise $\\theta$ (and $b$)" },
    { indent: 0, text: "for each update: start $m$ trajectories; until all have ended:" },
    { indent: 2, text: "$a_t \\sim \\pi_\\theta(\\cdot\\mid s_t)$ in each" },
    { indent: 2, text: "do $a_t$, observe $r_t, s_{t+1}$" },
    {
      indent: 1,
      text: "$G_t \\leftarrow r(\\tau)$, or $\\sum_{t'\\ge t} r_{t'}$, or $\\sum_{t'\\ge t}\\gamma^{t'-t} r_{t'}$ for each $i, t$",
    },
    { indent: 1, text: "$A_t \\leftarrow G_t - b(s_t)$, without a baseline $G_t$, for each $i, t$" },
    {
      indent: 1,
      text: "$\\Delta\\theta \\leftarrow \\frac1m \\sum_i \\sum_t A^i_t\\, \\nabla_\\theta \\log \\pi_\\theta(a^i_t\\mid s^i_t)$",
    },
    { indent: 1, text: "$\\theta \\leftarrow \\theta + \\alpha_\\theta\\,\\Delta\\theta$" },
    {
      indent: 1,
      text: "$b(s) \\leftarrow$ nearer to $G$, if there is one: a moving average, or a fitted $V_\\phi$",
    },
  ],
  granularities: networkGranularities,
  metrics: [...policyGradientMetrics, valueLossMetric],
  equation: () => equation(null, 0),
  network: {
    equation,
    rows: "step",
    environments: "trajectories",
    sights: ["map", "networks", "trajectory"],
  },
};
