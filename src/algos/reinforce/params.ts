import type { ChoiceParam, NumberParam, ParamDefs } from "../../core/params";
import {
  policyGradientParams,
  policyRateParams,
  valueRateParam,
  type PolicyGradientParams,
} from "../../core/policy-gradient-params";
import type { Credit } from "../../core/returns";

/** What is subtracted from the returns. */
export type Baseline = "none" | "average" | "value";

export interface ReinforceParams extends PolicyGradientParams {
  credit: Credit;
  baseline: Baseline;
  averageDecay: number;
  valueLearningRate: number;
  valueSteps: number;
  normalise: boolean;
}

export const reinforceParams: ParamDefs<ReinforceParams> = {
  credit: {
    kind: "choice",
    label: "Credit",
    symbol: "G_t",
    help: "What each action is credited with. The whole return also counts rewards from before the action, which it cannot have caused: pure noise. The discounted reward-to-go counts those soon after it most. An episode that was cut off counts as ended there.",
    live: true,
    default: "discounted",
    options: [
      { value: "whole", label: "whole return" },
      { value: "to-go", label: "reward-to-go" },
      { value: "discounted", label: "discounted" },
    ],
  } satisfies ChoiceParam<Credit>,
  gamma: { ...policyRateParams.gamma, shownWhen: { param: "credit", is: "discounted" } },
  baseline: {
    kind: "choice",
    label: "Baseline",
    symbol: "b(s)",
    help: "What is subtracted, so that only better than usual pushes an action up. It changes no expected gradient, only how much estimates scatter.",
    live: false,
    default: "value",
    options: [
      { value: "none", label: "none" },
      { value: "average", label: "moving average of returns" },
      { value: "value", label: "learned V(s)" },
    ],
  } satisfies ChoiceParam<Baseline>,
  normalise: {
    kind: "flag",
    label: "Normalise the advantages",
    help: "Move and scale the advantages of every update to mean 0 and standard deviation 1. The mean does what a constant baseline does.",
    live: true,
    default: false,
  },
  learningRate: policyRateParams.learningRate,
  valueLearningRate: {
    ...valueRateParam(1e-2),
    shownWhen: { param: "baseline", is: "value" },
  },
  valueSteps: {
    kind: "number",
    label: "Fits of V in an update",
    help: "Gradient steps of the value network on the returns of every update.",
    live: true,
    folded: true,
    shownWhen: { param: "baseline", is: "value" },
    default: 10,
    min: 1,
    max: 100,
    step: 1,
    integer: true,
    scale: "log",
  } satisfies NumberParam,
  averageDecay: {
    kind: "number",
    label: "Memory of the average",
    help: "The share of the old average that is kept when the mean return of an update is mixed in, in which each trajectory counts once, however long it is.",
    live: true,
    folded: true,
    shownWhen: { param: "baseline", is: "average" },
    default: 0.8,
    min: 0,
    max: 0.999,
    step: 0.001,
  } satisfies NumberParam,
  ...policyGradientParams,
};
