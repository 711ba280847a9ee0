import { learningGranularities, type AlgoSpec, type Explanation } from "../../core/algo";
import { episodeMetrics } from "../../core/episode-metrics";
import { learningParams, type LearningParams } from "../../core/learning-params";
import type { NumberParam } from "../../core/params";
import { tdEquation } from "../../core/td-equations";

export interface DynaQParams extends LearningParams {
  planningSteps: number;
}

const RULE =
  "Q(s,a) \\leftarrow Q(s,a) + \\alpha\\,\\bigl[\\,r + \\gamma \\max_{a'} Q(s',a') - Q(s,a)\\bigr]";

export const dynaQ: AlgoSpec<DynaQParams> = {
  id: "dyna-q",
  title: "Dyna-Q",
  family: "learning",
  summary:
    "Q-learning that also remembers what each action led to, and after every real step repeats n remembered ones. Sutton & Barto, section 8.2; here the memory counts outcomes, so it copes with chance as well.",
  needs: ["tabular"],
  params: {
    ...learningParams,
    planningSteps: {
      kind: "number",
      label: "Planning steps",
      symbol: "n",
      help: "Updates from memory after each real step. Each picks one pair (s,a) tried before, all with equal chance, and one of its outcomes as often as it was seen.",
      live: true,
      default: 5,
      min: 0,
      max: 200,
      step: 1,
      integer: true,
    } satisfies NumberParam,
  },
  phases: {
    initialise: { line: 1, says: "Fill the table with its initial value; the memory is empty." },
    start: { line: 2, says: "A new episode: the agent is put on a start." },
    act: { line: 3, says: "Choose an action: random with probability ε, else the best so far." },
    observe: { line: 4, says: "The world answers with a reward and the next state." },
    update: { line: 5, says: "Learn from the real step, as Q-learning does." },
    remember: { line: 6, says: "Add the outcome to what the memory knows of this pair." },
    plan: {
      line: 8,
      says: "Take a remembered pair and one of its outcomes, and learn from it as if it happened again.",
    },
  },
  pseudoCode: [
    { indent: 0, text: "$Q(s,a) \\leftarrow Q_0$, $N(s,a,r,s') \\leftarrow 0$ for all $s, a, r, s'$" },
    { indent: 0, text: "for each episode: $s \\leftarrow$ start; until it ends:" },
    { indent: 1, text: "$a \\leftarrow$ random with probability $\\epsilon$, else $\\arg\\max_a Q(s,a)$" },
    { indent: 1, text: "do $a$, observe $r, s'$" },
    {
      indent: 1,
      text: "$Q(s,a) \\leftarrow Q(s,a) + \\alpha\\,[\\,r + \\gamma \\max_{a'} Q(s',a') - Q(s,a)\\,]$",
    },
    { indent: 1, text: "$N(s,a,r,s') \\leftarrow N(s,a,r,s') + 1$" },
    {
      indent: 1,
      text: "repeat $n$ times: draw $\\tilde s, \\tilde a$ tried before, and $\\tilde r, \\tilde s'$ by $N$",
    },
    {
      indent: 2,
      text: "$Q(\\tilde s,\\tilde a) \\leftarrow Q(\\tilde s,\\tilde a) + \\alpha\\,[\\,\\tilde r + \\gamma \\max_{a'} Q(\\tilde s',a') - Q(\\tilde s,\\tilde a)\\,]$",
    },
  ],
  granularities: learningGranularities,
  metrics: episodeMetrics,
  equation,
};

function equation(explanation: Explanation | null) {
  const lines = tdEquation(RULE, explanation);
  if (explanation?.numbers.planned) lines.splice(1, 0, "\\text{from memory:}");
  return lines;
}
