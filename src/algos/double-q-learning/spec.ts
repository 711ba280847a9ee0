import { learningGranularities, type AlgoSpec, type Explanation } from "../../core/algo";
import { episodeMetrics } from "../../core/episode-metrics";
import { learningParams, type LearningParams } from "../../core/learning-params";
import { tdEquation } from "../../core/td-equations";

export type DoubleQLearningParams = LearningParams;

/** The rule that moves table `i` and takes the value of its best action from the other table. */
const rule = (i: number) =>
  `Q_${i}(s,a) \\leftarrow Q_${i}(s,a) + \\alpha\\,\\bigl[\\,r + \\gamma\\,Q_${3 - i}\\bigl(s', \\arg\\max_{a'} Q_${i}(s',a')\\bigr) - Q_${i}(s,a)\\bigr]`;

export const doubleQLearning: AlgoSpec<DoubleQLearningParams> = {
  id: "double-q-learning",
  title: "Double Q-learning",
  family: "learning",
  summary:
    "Two tables: one picks the best next action, the other says what it is worth, so a lucky estimate is not believed twice. Shown is their average. Van Hasselt 2010; Sutton & Barto, section 6.7.",
  needs: ["tabular"],
  params: learningParams,
  phases: {
    initialise: { line: 1, says: "Fill both tables with their initial value." },
    start: { line: 2, says: "A new episode: the agent is put on a start." },
    act: {
      line: 3,
      says: "Choose an action: random with probability ε, else the best of the two tables' sum.",
    },
    observe: { line: 4, says: "The world answers with a reward and the next state." },
    updateFirst: {
      line: 5,
      says: "Heads: the first table picks the best next action, the second values it; the first moves.",
    },
    updateSecond: {
      line: 6,
      says: "Tails: the second table picks the best next action, the first values it; the second moves.",
    },
  },
  pseudoCode: [
    { indent: 0, text: "$Q_1(s,a), Q_2(s,a) \\leftarrow Q_0$ for all $s, a$" },
    { indent: 0, text: "for each episode: $s \\leftarrow$ start; until it ends:" },
    {
      indent: 1,
      text: "$a \\leftarrow$ random with probability $\\epsilon$, else $\\arg\\max_a\\,[\\,Q_1(s,a) + Q_2(s,a)\\,]$",
    },
    { indent: 1, text: "do $a$, observe $r, s'$" },
    {
      indent: 1,
      text: "heads: $Q_1(s,a) \\mathrel{+}= \\alpha\\,[\\,r + \\gamma\\,Q_2(s', \\arg\\max_{a'} Q_1(s',a')) - Q_1(s,a)\\,]$",
    },
    {
      indent: 1,
      text: "tails: $Q_2(s,a) \\mathrel{+}= \\alpha\\,[\\,r + \\gamma\\,Q_1(s', \\arg\\max_{a'} Q_2(s',a')) - Q_2(s,a)\\,]$",
    },
  ],
  granularities: learningGranularities,
  metrics: episodeMetrics,
  equation,
};

function equation(explanation: Explanation | null) {
  if (!explanation) return [rule(1), rule(2)];
  const { table } = explanation.numbers;
  return tdEquation(rule(table), explanation, { entry: `Q_${table}(s,a)` });
}
