import type { Outcome, RunContext, StartRun } from "../../core/algo";
import type { NetworkRun } from "../../core/network-run";
import { creditedReturns, normalise } from "../../core/returns";
import { rewardsOf } from "../../core/rollout";
import { waitFor, type Wait } from "../../core/wait";
import { PolicyAgent, type PolicyMemory } from "../../nn/policy-agent";
import {
  advantageBatch,
  everyStep,
  meanPerTrajectory,
  returnBatch,
  stepRows,
  type StepRows,
} from "../../nn/policy-batch";
import { BETWEEN_STEPS, isSound } from "../../nn/policy-networks";
import type { ReinforceParams } from "./params";

/** REINFORCE (Williams 1992; Sutton & Barto, section 13.4), with the lecture's ways to reduce its variance. */
export const start: StartRun<ReinforceParams, PolicyMemory, NetworkRun<PolicyMemory>> = (context, kept) => {
  const agent = new PolicyAgent(context, context.params.baseline === "value", kept);
  return agent.run(updates(context, agent), { oneStep: false });
};

function* updates(
  { clock, pace, params }: RunContext<ReinforceParams>,
  agent: PolicyAgent,
): Generator<string | Wait, Outcome> {
  const { networks, progress } = agent;
  if (pace.fine && clock.ticks === 0) yield "initialise";
  for (;;) {
    yield* agent.testWhenDue();
    if (agent.startsTrajectories() && pace.fine) yield "start";

    if (!agent.act()) return agent.diverge("a probability of the policy is no longer a number");
    if (pace.fine) yield "act";

    const update = agent.observe(params.credit === "discounted" ? params.gamma : 1);
    if (!update) {
      agent.endTick();
      yield "observe";
      continue;
    }
    if (pace.fine) yield "observe";

    const { trajectories } = update;
    const rows = stepRows(trajectories, agent.inputs);
    // #region update
    const returns = everyStep(trajectories, (trajectory) =>
      creditedReturns(params.credit, rewardsOf(trajectory), update.numbers.gamma),
    );
    update.returns = returns;
    update.numbers = { ...update.numbers, whole: Number(params.credit === "whole") };
    if (pace.fine) yield "returns";

    const baselines = yield* baselinesFor(params, agent, rows);
    const fault = networks.value && baselines && agent.badValues(baselines);
    if (fault !== null) return agent.diverge(fault);
    const advantages = returns.map((G, i) => G - (baselines ? baselines[i] : 0));
    if (params.normalise) update.numbers = { ...update.numbers, ...normalise(advantages) };
    update.baselines = baselines;
    update.advantages = advantages;
    if (pace.fine) yield "advantage";

    const before = networks.weights();
    networks.policy.update(advantageBatch(rows, advantages, trajectories.length), params.learningRate);
    // #endregion
    const policy = yield* waitFor(networks.policy.readForActing());
    if (!isSound(policy)) return agent.diverge("the gradient of the policy is no longer a number");
    const { gradientNorm } = policy;
    update.numbers = { ...update.numbers, gradientNorm };
    if (pace.fine) yield "gradient";

    networks.load([policy.weights]);
    update.applied = true;
    update.numbers = { ...update.numbers, learningRate: params.learningRate };
    if (pace.fine) yield "weights";

    if (networks.value) {
      const batch = returnBatch(rows, returns);
      for (let fit = 0; fit < params.valueSteps; fit++) {
        networks.value.update(batch, params.valueLearningRate);
        yield BETWEEN_STEPS;
      }
      const value = yield* waitFor(networks.value.readForActing());
      if (!isSound(value)) return agent.diverge("the error of V is no longer a number");
      networks.load([policy.weights, value.weights]);
      agent.finishUpdate(before, { gradientNorm, valueLoss: value.loss });
    } else {
      const mean = meanPerTrajectory(trajectories, returns);
      const { average } = progress;
      if (params.baseline === "average")
        progress.average =
          average === null ? mean : params.averageDecay * average + (1 - params.averageDecay) * mean;
      agent.finishUpdate(before, { gradientNorm });
    }
    agent.endTick();
    yield "baseline";
  }
}

/** b(s) of every step, from what was learned before these trajectories; null without a baseline. */
function* baselinesFor(
  { baseline }: ReinforceParams,
  { networks, progress }: PolicyAgent,
  { steps, observations }: StepRows,
): Generator<Wait, Float32Array | null> {
  if (baseline === "none") return null;
  if (baseline === "average") return new Float32Array(steps).fill(progress.average ?? 0);
  return (yield* waitFor(networks.valueLearner().forward(observations))).subarray(0, steps);
}
