import { learningGranularities, type AlgoSpec } from "../../core/algo";
import { episodeMetrics } from "../../core/episode-metrics";
import {
  learningParams,
  traceParams,
  type LearningParams,
  type TraceParams,
} from "../../core/learning-params";
import { tdEquation } from "../../core/td-equations";
import { tracedLines, tracedPhases, tracedRule } from "../../core/trace-spec";

export type WatkinsQLambdaParams = LearningParams & TraceParams;

/** What comes after the reward in the target. */
const FUTURE = "\\gamma \\max_{a'} Q(s',a')";

export const watkinsQLambda: AlgoSpec<WatkinsQLambdaParams> = {
  id: "watkins-q-lambda",
  title: "Watkins's Q(λ)",
  family: "learning",
  summary:
    "Q-learning with traces. They are cut after an exploratory action, because what follows no longer tells about the best policy. Watkins 1989; Sutton & Barto, section 12.10, on a table.",
  needs: ["tabular"],
  params: { ...learningParams, ...traceParams },
  phases: {
    ...tracedPhases,
    decay: { line: 8, says: "The next action is a best one: all traces fade by γλ." },
    cut: { line: 9, says: "The next action is not a best one, or there is none: all traces are cut." },
  },
  pseudoCode: [
    ...tracedLines(FUTURE),
    {
      indent: 2,
      text: "if $a'$ was a best action: for all $s, a$: $e(s,a) \\leftarrow \\gamma\\lambda\\,e(s,a)$",
    },
    { indent: 2, text: "else: for all $s, a$: $e(s,a) \\leftarrow 0$; then $s, a \\leftarrow s', a'$" },
  ],
  granularities: learningGranularities,
  metrics: episodeMetrics,
  equation: (explanation) => tdEquation(tracedRule(FUTURE), explanation),
};
