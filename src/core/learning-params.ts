import type { ChoiceParam, NumberParam } from "./params";

/** The discount factor, of every algorithm. */
export const gammaParam: NumberParam = {
  kind: "number",
  label: "Discount",
  symbol: "\\gamma",
  help: "How much a reward counts that comes one step later. 1: as much as one now.",
  live: true,
  default: 1,
  min: 0,
  max: 1,
  step: 0.01,
};

/** When planning counts as converged. */
export const thetaParam: NumberParam = {
  kind: "number",
  label: "Converged below",
  symbol: "\\theta",
  help: "Planning ends after a sweep whose largest change is at most this.",
  live: true,
  default: 1e-12,
  min: 0,
  max: 1,
  step: 1e-12,
  scale: "log",
};

export interface LearningParams {
  gamma: number;
  alpha: number;
  alphaSchedule: "constant" | "one-over-n";
  epsilon: number;
  epsilonSchedule: "constant" | "linear";
  epsilonEnd: number;
  epsilonEpisodes: number;
  initialQ: number;
}

const schedule = <T extends string>(
  label: string,
  help: string,
  options: ChoiceParam<T>["options"],
  first: T,
): ChoiceParam<T> => ({ kind: "choice", label, help, live: true, folded: true, default: first, options });

/** What every learner that improves a table by ε-greedy behaviour can be told. */
export const learningParams = {
  gamma: gammaParam,
  alpha: {
    kind: "number",
    label: "Step size",
    symbol: "\\alpha",
    help: "The share of the error by which an update moves the table's entry.",
    live: true,
    default: 0.5,
    min: 0,
    max: 1,
    step: 0.01,
  } satisfies NumberParam,
  alphaSchedule: schedule(
    "Step size over time",
    "1/N: the entry becomes the average of its targets; it settles, but it cannot follow change.",
    [
      { value: "constant", label: "constant" },
      { value: "one-over-n", label: "1/N(s,a)" },
    ],
    "constant",
  ),
  epsilon: {
    kind: "number",
    label: "Exploration",
    symbol: "\\epsilon",
    help: "Probability of a random action instead of the best one so far.",
    live: true,
    default: 0.1,
    min: 0,
    max: 1,
    step: 0.01,
  } satisfies NumberParam,
  epsilonSchedule: schedule(
    "Exploration over time",
    "Falling: from ε to its final value in equal steps, one an episode.",
    [
      { value: "constant", label: "constant" },
      { value: "linear", label: "falling" },
    ],
    "constant",
  ),
  epsilonEnd: {
    kind: "number",
    label: "Final exploration",
    symbol: "\\epsilon_{\\text{end}}",
    help: "Where a falling ε ends.",
    folded: true,
    live: true,
    shownWhen: { param: "epsilonSchedule", is: "linear" },
    default: 0.01,
    min: 0,
    max: 1,
    step: 0.01,
  } satisfies NumberParam,
  epsilonEpisodes: {
    kind: "number",
    label: "Episodes until final ε",
    help: "How many episodes a falling ε takes.",
    folded: true,
    live: true,
    shownWhen: { param: "epsilonSchedule", is: "linear" },
    default: 300,
    min: 1,
    max: 100_000,
    step: 1,
    integer: true,
    scale: "log",
  } satisfies NumberParam,
  initialQ: {
    kind: "number",
    label: "Initial values",
    symbol: "Q_0",
    help: "What every entry starts at. Higher than any real value makes the agent explore by itself (optimism).",
    folded: true,
    live: false,
    default: 0,
    min: -1000,
    max: 1000,
    step: 0.1,
  } satisfies NumberParam,
};

export interface TraceParams {
  lambda: number;
  traces: "accumulating" | "replacing";
}

/** What a learner with eligibility traces can be told besides. */
export const traceParams = {
  lambda: {
    kind: "number",
    label: "Trace decay",
    symbol: "\\lambda",
    help: "How far back an error reaches. 0: only the last entry; 1: the whole episode, as Monte Carlo does.",
    live: true,
    default: 0.9,
    min: 0,
    max: 1,
    step: 0.01,
  } satisfies NumberParam,
  traces: {
    kind: "choice",
    label: "Traces",
    help: "What a repeated visit does: add 1 to the trace that is left, or set it back to 1.",
    live: true,
    default: "replacing",
    options: [
      { value: "accumulating", label: "accumulating" },
      { value: "replacing", label: "replacing" },
    ],
  } satisfies ChoiceParam<TraceParams["traces"]>,
};
