import { learningGranularities, type AlgoSpec } from "../../core/algo";
import { episodeMetrics } from "../../core/episode-metrics";
import {
  learningParams,
  traceParams,
  type LearningParams,
  type TraceParams,
} from "../../core/learning-params";
import { tdEquation } from "../../core/td-equations";

export type WatkinsQLambdaParams = LearningParams & TraceParams;

const RULE =
  "Q(s,a) \\leftarrow Q(s,a) + \\alpha\\,\\delta\\,e(s,a), \\quad \\delta = r + \\gamma \\max_{a'} Q(s',a') - Q(s,a)";

export const watkinsQLambda: AlgoSpec<WatkinsQLambdaParams> = {
  id: "watkins-q-lambda",
  title: "Watkins's Q(λ)",
  family: "learning",
  summary:
    "Q-learning with traces. They are cut after an exploratory action, because what follows no longer tells about the best policy. Watkins 1989; Sutton & Barto, section 12.10, on a table.",
  needs: ["tabular"],
  params: { ...learningParams, ...traceParams },
  phases: {
    initialise: { line: 1, says: "Fill the table with its initial value." },
    start: { line: 2, says: "A new episode: no traces, and the agent is put on a start." },
    act: { line: 3, says: "Choose the first action: random with probability ε, else the best so far." },
    observe: { line: 4, says: "The world answers with a reward and the next state." },
    choose: { line: 5, says: "Choose the next action now, in the same way; it will be taken." },
    mark: { line: 6, says: "Mark the entry just used: its trace grows by 1, or is set to 1." },
    update: { line: 7, says: "Move every entry that has a trace by its share of the error δ." },
    decay: { line: 8, says: "The next action is a best one: all traces fade by γλ." },
    cut: { line: 9, says: "The next action is not a best one, or there is none: all traces are cut." },
  },
  pseudoCode: [
    { indent: 0, text: "$Q(s,a) \\leftarrow Q_0$ for all $s, a$" },
    { indent: 0, text: "for each episode: $e(s,a) \\leftarrow 0$ for all $s, a$; $s \\leftarrow$ start" },
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
      text: "$\\delta \\leftarrow r + \\gamma \\max_{a'} Q(s',a') - Q(s,a)$; $e(s,a) \\leftarrow e(s,a) + 1$ (or $1$)",
    },
    { indent: 2, text: "for all $s, a$: $Q(s,a) \\leftarrow Q(s,a) + \\alpha\\,\\delta\\,e(s,a)$" },
    {
      indent: 2,
      text: "if $a'$ was a best action: for all $s, a$: $e(s,a) \\leftarrow \\gamma\\lambda\\,e(s,a)$",
    },
    { indent: 2, text: "else: for all $s, a$: $e(s,a) \\leftarrow 0$; then $s, a \\leftarrow s', a'$" },
  ],
  granularities: learningGranularities,
  metrics: episodeMetrics,
  equation: (explanation) => tdEquation(RULE, explanation),
};
