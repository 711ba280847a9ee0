import { networkGranularities, type AlgoSpec } from "../../core/algo";
import { policyGradientMetrics, valueLossMetric } from "../../core/policy-gradient-metrics";
import { equation } from "./equation";
import { actorCriticParams, type ActorCriticParams } from "./params";

export type { ActorCriticParams } from "./params";

export const actorCritic: AlgoSpec<ActorCriticParams> = {
  id: "actor-critic",
  title: "Actor-critic",
  family: "learning",
  summary:
    "A policy, the actor, learns from how much better each action turned out than a value network, the critic, had expected. Sutton & Barto, section 13.5. Simplified: the factor γᵗ is left out, as is usual, and both networks step by Adam.",
  needs: ["vector"],
  params: actorCriticParams,
  phases: {
    initialise: { line: 1, says: "Draw the first weights of actor and critic." },
    start: { line: 2, says: "New trajectories: every environment is put on a start." },
    act: { line: 3, says: "The actor draws an action in every environment that has not ended." },
    observe: { line: 4, says: "The worlds answer with rewards and next states. One that has ended waits." },
    advantage: { line: 6, says: "How much better than the critic expected did each action turn out?" },
    actor: { line: 7, says: "Add up the gradients of log π, each times its advantage." },
    critic: { line: 8, says: "Add up the gradients of the critic’s squared errors." },
    weights: { line: 9, says: "Move both networks: the actor uphill, the critic downhill." },
  },
  pseudoCode: [
    { indent: 0, text: "initialise $\\theta$ (actor), $\\phi$ (critic)" },
    { indent: 0, text: "for each iteration: sample $m$ trajectories under the policy:" },
    { indent: 2, text: "$a_t \\sim \\pi_\\theta(\\cdot\\mid s_t)$ in each" },
    { indent: 2, text: "do $a_t$, observe $r_t, s_{t+1}$" },
    {
      indent: 1,
      text: "$\\Delta\\theta, \\Delta\\phi \\leftarrow 0$; for $i = 1 \\dots m$, for each step $t$ ($n$ in all):",
    },
    {
      indent: 2,
      text: "$A_t \\leftarrow G_t - V_\\phi(s_t)$ with the target $G_t = \\sum_{t'\\ge t} \\gamma^{t'-t} r_{t'}$, or $r_t + \\gamma V_\\phi(s_{t+1})$",
    },
    {
      indent: 2,
      text: "$\\Delta\\theta \\mathrel{+}= \\tfrac1m A_t\\, \\nabla_\\theta \\log \\pi_\\theta(a^i_t\\mid s^i_t)$",
    },
    { indent: 2, text: "$\\Delta\\phi \\mathrel{+}= \\tfrac1n \\nabla_\\phi \\lVert A^i_t \\rVert^2$" },
    {
      indent: 1,
      text: "$\\theta \\leftarrow \\theta + \\alpha_\\theta\\,\\Delta\\theta$, $\\phi \\leftarrow \\phi - \\alpha_\\phi\\,\\Delta\\phi$",
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
