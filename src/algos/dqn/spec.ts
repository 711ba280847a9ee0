import { networkGranularities, type AlgoSpec, type MetricDef } from "../../core/algo";
import { dqnEquation } from "./equation";
import { checkDqn, dqnParams, type DqnParams } from "./params";

export type { DqnParams } from "./params";

const metrics: readonly MetricDef[] = [
  {
    id: "return",
    label: "Return per episode",
    unit: "",
    per: "episode",
    scale: "linear",
    threshold: "goal",
  },
  { id: "greedy", label: "last greedy test", unit: "", per: "episode", scale: "linear", with: "return" },
  { id: "length", label: "Steps per episode", unit: "steps", per: "episode", scale: "log" },
  { id: "loss", label: "Loss", unit: "", per: "update", scale: "log" },
  { id: "gradientNorm", label: "Length of the gradient", unit: "", per: "update", scale: "log" },
  { id: "value", label: "max Q(s,·) where the agent is", unit: "", per: "update", scale: "linear" },
];

export const dqn: AlgoSpec<DqnParams> = {
  id: "dqn",
  title: "DQN",
  family: "learning",
  summary:
    "Q-learning with a neural network for Q, trained on random minibatches from a replay memory against targets that a slower copy of the network computes. Mnih et al. 2013, 2015.",
  needs: ["vector"],
  params: dqnParams,
  check: checkDqn,
  phases: {
    initialise: { line: 1, says: "Draw the network’s first weights; the memory is empty." },
    start: { line: 2, says: "A new episode: the agent is put on a start." },
    act: { line: 3, says: "Choose an action: random with probability ε, else the best for the network." },
    execute: { line: 4, says: "The world answers with a reward and the next state." },
    store: { line: 5, says: "Put the transition into the memory; when it is full, the oldest one goes." },
    sample: { line: 6, says: "Take a minibatch from the memory: at random, or the newest without replay." },
    targets: { line: 7, says: "For each transition, what Q(s,a) should be: reward plus the value of s′." },
    loss: { line: 8, says: "How far the network is from its targets, averaged over the minibatch." },
    gradient: { line: 9, says: "Which change of each weight makes the loss grow; the targets are held." },
    update: { line: 10, says: "Move every weight a little against the gradient: Adam’s step." },
    sync: { line: 11, says: "Bring the target network’s weights up to date." },
  },
  pseudoCode: [
    {
      indent: 0,
      text: "empty memory $\\mathcal D$ of capacity $N$; random weights $\\theta$; $\\theta^- \\leftarrow \\theta$",
    },
    { indent: 0, text: "for each episode: $s \\leftarrow$ start; until it ends:" },
    {
      indent: 1,
      text: "$a \\leftarrow$ random with probability $\\epsilon$, else $\\arg\\max_a Q(s,a;\\theta)$",
    },
    { indent: 1, text: "do $a$, observe $r, s'$" },
    { indent: 1, text: "store $(s,a,r,s')$ in $\\mathcal D$; $s \\leftarrow s'$" },
    { indent: 1, text: "sample a minibatch of $(s_j,a_j,r_j,s'_j)$ from $\\mathcal D$" },
    {
      indent: 1,
      text: "$y_j \\leftarrow r_j$ if $s'_j$ is terminal, else $r_j + \\gamma\\,Q(s'_j,a^*;\\theta^-)$, $a^*$ best by $\\theta^-$ (double: $\\theta$)",
    },
    { indent: 1, text: "$L \\leftarrow$ mean of $\\ell\\bigl(y_j - Q(s_j,a_j;\\theta)\\bigr)$" },
    { indent: 1, text: "$g \\leftarrow \\nabla_{\\theta} L$, shortened if too long" },
    { indent: 1, text: "$\\theta \\leftarrow \\theta - \\alpha\\,\\mathrm{Adam}(g)$" },
    { indent: 1, text: "now and then $\\theta^- \\leftarrow \\theta$, or each time a little towards it" },
  ],
  granularities: networkGranularities,
  metrics,
  equation: () => dqnEquation(null, 0),
  network: {
    equation: dqnEquation,
    rows: "transition",
    environments: "environments",
    sights: ["map", "networks", "memory", "errors"],
  },
};
