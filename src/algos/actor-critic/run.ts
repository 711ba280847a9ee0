import type { Outcome, RunContext, StartRun } from "../../core/algo";
import type { NetworkRun } from "../../core/network-run";
import { rewardsToGo, tdTargets } from "../../core/returns";
import { rewardsOf } from "../../core/rollout";
import { waitFor, type Wait } from "../../core/wait";
import { PolicyAgent, type PolicyMemory } from "../../nn/policy-agent";
import { advantageBatch, everyStep, nextValuesOf, returnBatch, stepRows } from "../../nn/policy-batch";
import { BETWEEN_STEPS, isSound } from "../../nn/policy-networks";
import type { ActorCriticParams } from "./params";

/** Actor-critic by the lecture's pseudo-code: one gradient step of each network for every m trajectories. */
export const start: StartRun<ActorCriticParams, PolicyMemory, NetworkRun<PolicyMemory>> = (context, kept) => {
  const agent = new PolicyAgent(context, true, kept);
  return agent.run(iterations(context, agent), { oneStep: true });
};

function* iterations(
  { clock, pace, params }: RunContext<ActorCriticParams>,
  agent: PolicyAgent,
): Generator<string | Wait, Outcome> {
  const { networks } = agent;
  const critic = networks.valueLearner();
  if (pace.fine && clock.ticks === 0) yield "initialise";
  for (;;) {
    yield* agent.testWhenDue();
    if (agent.startsTrajectories() && pace.fine) yield "start";

    if (!agent.act()) return agent.diverge("a probability of the policy is no longer a number");
    if (pace.fine) yield "act";

    const update = agent.observe(params.gamma);
    if (!update) {
      agent.endTick();
      yield "observe";
      continue;
    }
    if (pace.fine) yield "observe";

    const { trajectories } = update;
    const rows = stepRows(trajectories, agent.inputs);
    const td = params.advantage === "td";
    const rewards = everyStep(trajectories, rewardsOf);
    const values = yield* waitFor(critic.forward(rows.observations));
    const baselines = values.subarray(0, rows.steps);
    const fault = agent.badValues(baselines);
    if (fault !== null) return agent.diverge(fault);
    if (td) update.nextValues = nextValuesOf(trajectories, values);
    // #region update
    const returns = update.nextValues
      ? tdTargets(rewards, update.nextValues, params.gamma)
      : everyStep(trajectories, (trajectory) => rewardsToGo(rewardsOf(trajectory), params.gamma));
    const advantages = returns.map((G, i) => G - baselines[i]);
    Object.assign(update, { returns, baselines, advantages });
    if (pace.fine) yield "advantage";

    const before = networks.weights();
    networks.policy.update(advantageBatch(rows, advantages, trajectories.length), params.learningRate);
    // #endregion
    const actor = yield* waitFor(networks.policy.readForActing());
    if (!isSound(actor)) return agent.diverge("the gradient of the actor is no longer a number");
    const { gradientNorm } = actor;
    update.numbers = { ...update.numbers, gradientNorm };
    if (pace.fine) yield "actor";

    let targets = returns;
    for (let step = 1; step <= params.criticSteps; step++) {
      if (td && step > 1) {
        const present = yield* waitFor(critic.forward(rows.observations));
        targets = tdTargets(rewards, nextValuesOf(trajectories, present), params.gamma);
      }
      critic.update(returnBatch(rows, targets), params.valueLearningRate);
      yield BETWEEN_STEPS;
    }
    const fitted = yield* waitFor(critic.readForActing());
    if (!isSound(fitted)) return agent.diverge("the error of the critic is no longer a number");
    update.numbers = { ...update.numbers, valueLoss: fitted.loss };
    if (pace.fine) yield "critic";

    networks.load([actor.weights, fitted.weights]);
    update.applied = true;
    update.numbers = { ...update.numbers, learningRate: params.learningRate };
    agent.finishUpdate(before, { gradientNorm, valueLoss: fitted.loss });
    agent.endTick();
    yield "weights";
  }
}
