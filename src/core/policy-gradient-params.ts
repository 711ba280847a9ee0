import { gammaParam } from "./learning-params";
import { environmentsParam, learningRateParam, shapeParams, type NetworkShape } from "./network-params";
import type { FlagParam, NumberParam } from "./params";
import { longestOf } from "./rollout";

/** What every policy gradient can be told. */
export interface PolicyGradientParams extends NetworkShape {
  gamma: number;
  learningRate: number;
  learning: boolean;
  trajectories: number;
  clipGradient: boolean;
  maxGradientNorm: number;
}

const TRAJECTORIES = 10;

/** Weights of a network that is no reason to cut episodes off, and of one with 3 layers of 256 units. */
const SMALL = 1;
const LARGEST = 133_000;
const LARGEST_LOOKS_AT = Math.round(longestOf(1, LARGEST) / 100) * 100;
const count = (steps: number): string => steps.toLocaleString("en");

/** How to declare the discount and the policy's learning rate … */
export const policyRateParams = {
  gamma: { ...gammaParam, default: 0.99, step: 0.001 } satisfies NumberParam,
  learningRate: {
    ...learningRateParam(1e-2),
    label: "Learning rate of π",
    symbol: "\\alpha_\\theta",
    help: "How far an update moves the weights of the policy. The optimizer is always Adam, which divides by the usual size of each weight’s gradient: only the proportions between the steps’ advantages count, not their scale.",
  } satisfies NumberParam,
};

/** … and all the rest. */
export const policyGradientParams = {
  learning: {
    kind: "flag",
    label: "Learn",
    help: "Off: the agent takes the most probable action, and its networks stay as they are. For testing a trained agent in a changed world.",
    live: true,
    default: true,
  } satisfies FlagParam,
  trajectories: {
    ...environmentsParam(
      TRAJECTORIES,
      `Episodes in each update, at most 32, lived through side by side: one step is one action in each that has not ended. An update looks at no more than ${count(longestOf(1, SMALL))} steps, so ${TRAJECTORIES} episodes are cut off after ${count(longestOf(TRAJECTORIES, SMALL))} steps each; with the largest networks, whose updates would otherwise stop the page, at no more than about ${count(LARGEST_LOOKS_AT)}.`,
    ),
    label: "Trajectories",
  } satisfies NumberParam,
  clipGradient: {
    kind: "flag",
    label: "Limit the gradient",
    help: "Shorten a gradient of the policy that is longer than the limit, keeping its direction.",
    live: true,
    folded: true,
    default: false,
  } satisfies FlagParam,
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
    max: 10_000,
    step: 0.01,
    scale: "log",
  } satisfies NumberParam,
  ...shapeParams(1, 64, "tanh"),
};

/** How to declare the learning rate of a value network. */
export const valueRateParam = (defaultRate: number): NumberParam => ({
  ...learningRateParam(defaultRate),
  label: "Learning rate of V",
  symbol: "\\alpha_\\phi",
  help: "How far a gradient step moves the weights of the value network; by Adam, too.",
});
