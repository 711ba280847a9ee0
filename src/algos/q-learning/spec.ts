import { learningGranularities, type AlgoSpec } from "../../core/algo";
import { episodeMetrics } from "../../core/episode-metrics";
import { learningParams, type LearningParams } from "../../core/learning-params";
import { tdEquation } from "../../core/td-equations";

export type QLearningParams = LearningParams;

const RULE =
  "Q(s,a) \\leftarrow Q(s,a) + \\alpha\\,\\bigl[\\,r + \\gamma \\max_{a'} Q(s',a') - Q(s,a)\\bigr]";

export const qLearning: AlgoSpec<QLearningParams> = {
  id: "q-learning",
  title: "Q-learning",
  family: "learning",
  summary:
    "Learns Q* from experience: each step moves Q(s,a) towards the reward plus the best value of the next state. Watkins 1989; Sutton & Barto, section 6.5.",
  needs: ["tabular"],
  params: learningParams,
  phases: {
    initialise: { line: 1, says: "Fill the table with its initial value." },
    start: { line: 2, says: "A new episode: the agent is put on a start." },
    act: { line: 3, says: "Choose an action: random with probability ε, else the best so far." },
    observe: { line: 4, says: "The world answers with a reward and the next state." },
    update: { line: 5, says: "Move Q(s,a) by the step size towards the target." },
  },
  pseudoCode: [
    { indent: 0, text: "$Q(s,a) \\leftarrow Q_0$ for all $s, a$" },
    { indent: 0, text: "for each episode: $s \\leftarrow$ start; until it ends:" },
    { indent: 1, text: "$a \\leftarrow$ random with probability $\\epsilon$, else $\\arg\\max_a Q(s,a)$" },
    { indent: 1, text: "do $a$, observe $r, s'$" },
    {
      indent: 1,
      text: "$Q(s,a) \\leftarrow Q(s,a) + \\alpha\\,[\\,r + \\gamma \\max_{a'} Q(s',a') - Q(s,a)\\,]$; $s \\leftarrow s'$",
    },
  ],
  granularities: learningGranularities,
  metrics: episodeMetrics,
  equation: (explanation) => tdEquation(RULE, explanation),
};
