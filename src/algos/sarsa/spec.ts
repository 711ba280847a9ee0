import { learningGranularities, type AlgoSpec } from "../../core/algo";
import { episodeMetrics } from "../../core/episode-metrics";
import { learningParams, type LearningParams } from "../../core/learning-params";
import { tdEquation } from "../../core/td-equations";

export type SarsaParams = LearningParams;

const RULE = "Q(s,a) \\leftarrow Q(s,a) + \\alpha\\,\\bigl[\\,r + \\gamma\\,Q(s',a') - Q(s,a)\\bigr]";

export const sarsa: AlgoSpec<SarsaParams> = {
  id: "sarsa",
  title: "SARSA",
  family: "learning",
  summary:
    "Learns the value of the policy it follows, exploration included: the target uses the action really taken next. Rummery & Niranjan 1994; Sutton & Barto, section 6.4.",
  needs: ["tabular"],
  params: learningParams,
  phases: {
    initialise: { line: 1, says: "Fill the table with its initial value." },
    start: { line: 2, says: "A new episode: the agent is put on a start." },
    act: { line: 3, says: "Choose the first action: random with probability ε, else the best so far." },
    observe: { line: 4, says: "The world answers with a reward and the next state." },
    choose: { line: 5, says: "Choose the next action now, in the same way; it will be taken." },
    update: {
      line: 6,
      says: "Move Q(s,a) by the step size towards the target, which uses that next action.",
    },
  },
  pseudoCode: [
    { indent: 0, text: "$Q(s,a) \\leftarrow Q_0$ for all $s, a$" },
    { indent: 0, text: "for each episode: $s \\leftarrow$ start" },
    {
      indent: 1,
      text: "$a \\leftarrow$ random with probability $\\epsilon$, else $\\arg\\max_a Q(s,a)$; until it ends:",
    },
    { indent: 2, text: "do $a$, observe $r, s'$" },
    {
      indent: 2,
      text: "$a' \\leftarrow$ random with probability $\\epsilon$, else $\\arg\\max_{a'} Q(s',a')$",
    },
    {
      indent: 2,
      text: "$Q(s,a) \\leftarrow Q(s,a) + \\alpha\\,[\\,r + \\gamma\\,Q(s',a') - Q(s,a)\\,]$; $s, a \\leftarrow s', a'$",
    },
  ],
  granularities: learningGranularities,
  metrics: episodeMetrics,
  equation: (explanation) => tdEquation(RULE, explanation),
};
