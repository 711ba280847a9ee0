import { learningGranularities, type AlgoSpec } from "../../core/algo";
import { episodeMetrics } from "../../core/episode-metrics";
import { learningParams, type LearningParams } from "../../core/learning-params";
import { tdEquation } from "../../core/td-equations";

export type ExpectedSarsaParams = LearningParams;

const RULE =
  "Q(s,a) \\leftarrow Q(s,a) + \\alpha\\,\\bigl[\\,r + \\gamma \\textstyle\\sum_{a'} \\pi(a'\\mid s')\\,Q(s',a') - Q(s,a)\\bigr]";

export const expectedSarsa: AlgoSpec<ExpectedSarsaParams> = {
  id: "expected-sarsa",
  title: "Expected SARSA",
  family: "learning",
  summary:
    "SARSA without the luck of the next action: the target averages over all of them with the policy's probabilities. Van Seijen et al. 2009; Sutton & Barto, section 6.6.",
  needs: ["tabular"],
  params: learningParams,
  phases: {
    initialise: { line: 1, says: "Fill the table with its initial value." },
    start: { line: 2, says: "A new episode: the agent is put on a start." },
    act: { line: 3, says: "Choose an action: random with probability ε, else the best so far." },
    observe: { line: 4, says: "The world answers with a reward and the next state." },
    update: { line: 5, says: "Move Q(s,a) towards the reward plus the average value of the next actions." },
  },
  pseudoCode: [
    { indent: 0, text: "$Q(s,a) \\leftarrow Q_0$ for all $s, a$" },
    { indent: 0, text: "for each episode: $s \\leftarrow$ start; until it ends:" },
    { indent: 1, text: "$a \\leftarrow$ random with probability $\\epsilon$, else $\\arg\\max_a Q(s,a)$" },
    { indent: 1, text: "do $a$, observe $r, s'$" },
    {
      indent: 1,
      text: "$Q(s,a) \\leftarrow Q(s,a) + \\alpha\\,[\\,r + \\gamma \\sum_{a'} \\pi(a'|s')\\,Q(s',a') - Q(s,a)\\,]$; $s \\leftarrow s'$",
    },
  ],
  granularities: learningGranularities,
  metrics: episodeMetrics,
  equation: (explanation) => tdEquation(RULE, explanation),
};
