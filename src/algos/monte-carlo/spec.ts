import { learningGranularities, type AlgoSpec } from "../../core/algo";
import { episodeMetrics } from "../../core/episode-metrics";
import { learningParams, type LearningParams } from "../../core/learning-params";
import { returnEquation } from "../../core/td-equations";

export type MonteCarloParams = LearningParams;

const RULE = "Q(s,a) \\leftarrow Q(s,a) + \\alpha\\,\\bigl[\\,G_t - Q(s,a)\\bigr]";

export const monteCarlo: AlgoSpec<MonteCarloParams> = {
  id: "monte-carlo",
  title: "Monte Carlo control",
  family: "learning",
  summary:
    "Waits for the end of the episode, then moves Q(s,a) towards the return that followed its first visit. On-policy, first visit; Sutton & Barto, section 5.4. If an episode is cut off, what would have come later counts as 0.",
  needs: ["tabular"],
  params: {
    ...learningParams,
    alphaSchedule: { ...learningParams.alphaSchedule, default: "one-over-n" },
  },
  phases: {
    initialise: { line: 1, says: "Fill the table with its initial value." },
    start: { line: 2, says: "A new episode: the agent is put on a start." },
    act: { line: 3, says: "Choose an action: random with probability ε, else the best so far." },
    observe: { line: 4, says: "The world answers with a reward and the next state; nothing is learned yet." },
    update: {
      line: 7,
      says: "Going back from the end: the first visit of this pair moves Q(s,a) towards its return.",
    },
    improve: { line: 8, says: "The policy is now ε-greedy in the new Q; the next episode follows it." },
  },
  pseudoCode: [
    { indent: 0, text: "$Q(s,a) \\leftarrow Q_0$ for all $s, a$; $\\pi$ is $\\epsilon$-greedy in $Q$" },
    { indent: 0, text: "for each episode: $s_0 \\leftarrow$ start; until it ends at time $T$:" },
    {
      indent: 1,
      text: "$a_t \\leftarrow$ random with probability $\\epsilon$, else $\\arg\\max_a Q(s_t,a)$",
    },
    { indent: 1, text: "do $a_t$, observe $r_t, s_{t+1}$" },
    { indent: 1, text: "$G_T \\leftarrow 0$; for $t = T-1, \\dots, 0$:" },
    { indent: 2, text: "$G_t \\leftarrow r_t + \\gamma\\,G_{t+1}$" },
    {
      indent: 2,
      text: "if $t$ is the first visit of $(s_t,a_t)$: $Q(s_t,a_t) \\mathrel{+}= \\alpha\\,[\\,G_t - Q(s_t,a_t)\\,]$",
    },
    { indent: 1, text: "$\\pi \\leftarrow$ $\\epsilon$-greedy in the new $Q$" },
  ],
  granularities: learningGranularities,
  metrics: episodeMetrics,
  equation: (explanation) => returnEquation(RULE, explanation),
};
