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

export type SarsaLambdaParams = LearningParams & TraceParams;

/** What comes after the reward in the target. */
const FUTURE = "\\gamma\\,Q(s',a')";

export const sarsaLambda: AlgoSpec<SarsaLambdaParams> = {
  id: "sarsa-lambda",
  title: "SARSA(λ)",
  family: "learning",
  summary:
    "SARSA with a memory of the way it came: every error also moves the entries visited before, by their fading traces. Sutton & Barto, section 12.7, on a table.",
  needs: ["tabular"],
  params: { ...learningParams, ...traceParams },
  phases: {
    ...tracedPhases,
    decay: { line: 8, says: "All traces fade by γλ." },
  },
  pseudoCode: [
    ...tracedLines(FUTURE),
    {
      indent: 2,
      text: "for all $s, a$: $e(s,a) \\leftarrow \\gamma\\lambda\\,e(s,a)$; $s, a \\leftarrow s', a'$",
    },
  ],
  granularities: learningGranularities,
  metrics: episodeMetrics,
  equation: (explanation) => tdEquation(tracedRule(FUTURE), explanation),
};
