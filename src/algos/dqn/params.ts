import { gammaParam } from "../../core/learning-params";
import {
  environmentsParam,
  learningRateParam,
  shapeParams,
  type NetworkShape,
} from "../../core/network-params";
import type { ChoiceParam, FlagParam, NumberParam, ParamDefs } from "../../core/params";

/** Where the targets take Q(s′, ·) from: the network itself, a copy renewed now and then, or one that follows slowly. */
export type TargetNetwork = "none" | "periodic" | "soft";

export interface DqnParams extends NetworkShape {
  gamma: number;
  learning: boolean;
  learningRate: number;
  learningRateEnd: number;
  decaySteps: number;
  replay: boolean;
  capacity: number;
  batchSize: number;
  warmup: number;
  trainEvery: number;
  target: TargetNetwork;
  targetEvery: number;
  tau: number;
  double: boolean;
  loss: "huber" | "squared";
  clipGradient: boolean;
  maxGradientNorm: number;
  epsilon: number;
  epsilonEnd: number;
  epsilonSteps: number;
  environments: number;
  testEvery: number;
}

/** A whole number on a logarithmic slider. */
const count = (def: Omit<NumberParam, "kind" | "step" | "integer" | "scale">): NumberParam => ({
  kind: "number",
  step: 1,
  integer: true,
  scale: "log",
  ...def,
});

const flag = (def: Omit<FlagParam, "kind" | "live">): FlagParam => ({ kind: "flag", live: true, ...def });

export const dqnParams: ParamDefs<DqnParams> = {
  gamma: { ...gammaParam, default: 0.99, step: 0.001 },
  learningRate: learningRateParam(2e-3),
  target: {
    kind: "choice",
    label: "Target network",
    symbol: "\\theta^-",
    help: "Which weights the targets y are computed with: the ones being trained, a copy of them renewed now and then, or a copy that follows them slowly.",
    live: true,
    default: "periodic",
    options: [
      { value: "none", label: "none" },
      { value: "periodic", label: "periodic copy" },
      { value: "soft", label: "slow follower" },
    ],
  } satisfies ChoiceParam<TargetNetwork>,
  targetEvery: count({
    label: "Copied every",
    help: "Gradient steps from one copy to the next.",
    live: true,
    shownWhen: { param: "target", is: "periodic" },
    unit: "updates",
    default: 100,
    min: 1,
    max: 10_000,
  }),
  tau: {
    kind: "number",
    label: "Follows by",
    symbol: "\\tau",
    help: "The share of the way to the trained weights that the target’s go after each gradient step.",
    live: true,
    shownWhen: { param: "target", is: "soft" },
    default: 0.01,
    min: 1e-4,
    max: 1,
    step: 1e-4,
    scale: "log",
  },
  replay: flag({
    label: "Replay memory",
    symbol: "\\mathcal D",
    help: "On: learn from transitions drawn at random from the memory. Off: from the newest ones, as they came.",
    default: true,
  }),
  double: flag({
    label: "Double",
    help: "The trained weights choose the next action and the target’s value it (van Hasselt et al., 2016). That makes values less optimistic. Without a target network it changes nothing.",
    default: true,
  }),
  epsilon: {
    kind: "number",
    label: "First exploration",
    symbol: "\\epsilon",
    help: "Probability of a random action instead of the best one so far.",
    live: true,
    default: 1,
    min: 0,
    max: 1,
    step: 0.01,
  },
  learning: flag({
    label: "Learn",
    help: "Off: the agent acts greedily, stores nothing, and its network stays as it is. For testing a trained agent in a changed world.",
    default: true,
  }),
  epsilonEnd: {
    kind: "number",
    label: "Final exploration",
    symbol: "\\epsilon_{\\text{end}}",
    help: "Where ε stops falling.",
    live: true,
    folded: true,
    default: 0.05,
    min: 0,
    max: 1,
    step: 0.01,
  },
  epsilonSteps: count({
    label: "ε falls for",
    help: "Environment steps in which ε falls evenly from its first to its last value.",
    live: true,
    folded: true,
    unit: "steps",
    default: 5000,
    min: 1,
    max: 1_000_000,
  }),
  learningRateEnd: {
    kind: "number",
    label: "Learning rate at the end",
    symbol: "\\alpha_{\\text{end}}",
    help: "The learning rate changes evenly from its first value to this one. Equal: it stays.",
    live: true,
    folded: true,
    default: 1e-4,
    min: 0,
    max: 1,
    step: 1e-5,
  },
  decaySteps: count({
    label: "Learning rate changes for",
    help: "Environment steps until the learning rate has its last value.",
    live: true,
    folded: true,
    unit: "steps",
    default: 50_000,
    min: 1,
    max: 10_000_000,
  }),
  capacity: count({
    label: "Capacity",
    symbol: "N",
    help: "Transitions the memory holds, at most 100,000. When it is full, each new one replaces the oldest.",
    live: false,
    folded: true,
    unit: "transitions",
    default: 10_000,
    min: 1,
    max: 100_000,
  }),
  batchSize: count({
    label: "Minibatch",
    help: "Transitions in each gradient step, at most 512.",
    live: true,
    folded: true,
    unit: "transitions",
    default: 128,
    min: 1,
    max: 512,
  }),
  warmup: count({
    label: "Warm-up",
    help: "Environment steps that only fill the memory, before the first gradient step.",
    live: true,
    folded: true,
    unit: "steps",
    default: 1000,
    min: 1,
    max: 100_000,
  }),
  trainEvery: count({
    label: "Train every",
    help: "Environment steps for each gradient step.",
    live: true,
    folded: true,
    unit: "steps",
    default: 1,
    min: 1,
    max: 1000,
  }),
  loss: {
    kind: "choice",
    label: "Loss",
    symbol: "\\ell",
    help: "Huber’s grows only linearly where an error is above 1: single large errors pull less, also those of the rare states in which an episode ends.",
    live: true,
    folded: true,
    default: "squared",
    options: [
      { value: "squared", label: "squared error" },
      { value: "huber", label: "Huber" },
    ],
  },
  clipGradient: flag({
    label: "Limit the gradient",
    help: "Shorten a gradient that is longer than the limit, keeping its direction.",
    folded: true,
    default: true,
  }),
  maxGradientNorm: {
    kind: "number",
    label: "Longest gradient",
    symbol: "\\lVert\\nabla\\rVert_{\\max}",
    help: "The limit of the gradient’s length.",
    live: true,
    folded: true,
    shownWhen: { param: "clipGradient", is: true },
    default: 10,
    min: 0.01,
    max: 1000,
    step: 0.01,
    scale: "log",
  },
  environments: {
    ...environmentsParam(
      1,
      "How many worlds the agent acts in at once; one step is one action in each. At most 16.",
    ),
    folded: true,
    max: 16,
  },
  ...shapeParams(2, 64, "relu"),
  testEvery: count({
    label: "Test every",
    help: "Environment steps between two tests of the greedy policy: the mean return of 100 fresh episodes.",
    live: true,
    folded: true,
    unit: "steps",
    default: 1000,
    min: 100,
    max: 1_000_000,
  }),
};

/** Relations that single ranges cannot express: sentences, empty when all is well. */
export function checkDqn({ batchSize, capacity, warmup }: DqnParams): string[] {
  const faults: string[] = [];
  if (batchSize > capacity) {
    faults.push(
      `A minibatch of ${batchSize} transitions does not fit into a memory of ${capacity}: choose a minibatch of at most ${capacity}, or a larger capacity.`,
    );
  }
  if (warmup < batchSize) {
    faults.push(
      `After a warm-up of ${warmup} steps there are too few transitions for a minibatch of ${batchSize}: choose a warm-up of at least ${batchSize}, or a smaller minibatch.`,
    );
  }
  return faults;
}
