import type { ChoiceParam, NumberParam, ParamDefs } from "../../core/params";
import {
  policyGradientParams,
  policyRateParams,
  valueRateParam,
  type PolicyGradientParams,
} from "../../core/policy-gradient-params";

/** Where the advantage of an action comes from: all rewards that followed, or one reward and the next value. */
export type Advantage = "monte-carlo" | "td";

export interface ActorCriticParams extends PolicyGradientParams {
  advantage: Advantage;
  valueLearningRate: number;
  criticSteps: number;
}

export const actorCriticParams: ParamDefs<ActorCriticParams> = {
  advantage: {
    kind: "choice",
    label: "Advantage",
    symbol: "A_t",
    help: "From the return: all discounted rewards from the action on; no bias, much noise; an episode that was cut off counts as ended. From one step: the reward and the critic’s value of the next state; little noise, but only as right as the critic is.",
    live: true,
    default: "monte-carlo",
    options: [
      { value: "monte-carlo", label: "return − V(s)" },
      { value: "td", label: "r + γ V(s′) − V(s)" },
    ],
  } satisfies ChoiceParam<Advantage>,
  gamma: policyRateParams.gamma,
  learningRate: { ...policyRateParams.learningRate, label: "Rate of the actor" },
  valueLearningRate: { ...valueRateParam(0.1), label: "Rate of the critic" },
  criticSteps: {
    kind: "number",
    label: "Critic steps in an update",
    help: "Gradient steps of the critic on the steps of every update; the lecture makes one. One-step targets are computed anew for each, and need many: each carries values back by one step of the world.",
    live: true,
    folded: true,
    default: 1,
    min: 1,
    max: 100,
    step: 1,
    integer: true,
    scale: "log",
  } satisfies NumberParam,
  ...policyGradientParams,
};
