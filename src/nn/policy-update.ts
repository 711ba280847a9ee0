import { exp } from "../core/det-math";
import type { NetworkExplanation } from "../core/network-run";
import { copyTrajectory, observationAt, rewardsOf, stepsIn, type Trajectory } from "../core/rollout";
import { rewardsToGo } from "../core/returns";
import type { TrajectoryPicture } from "../core/sight";

/**
 * The last update of a policy as data, filled line by line of the algorithm. Arrays are over the steps of all
 * trajectories, one trajectory after the other; null until known. Plain data, except that arrays are never written to
 * once they are here.
 */
export interface PolicyUpdate {
  readonly trajectories: readonly Trajectory[];
  /** What each action is credited with: a return, or a one-step target. */
  returns: Float32Array | null;
  /** V(s′) in those targets, where they are one-step. */
  nextValues: Float32Array | null;
  /** b(s) or V(s); null also without a baseline. */
  baselines: Float32Array | null;
  /** What multiplies ∇log π(a|s). */
  advantages: Float32Array | null;
  /** Whether the policy that acts is the updated one. */
  applied: boolean;
  /** The rule's other symbols by name; `gamma` is the discount of the returns, 1 for none. */
  numbers: Readonly<Record<string, number>>;
}

export function newUpdate(trajectories: readonly Trajectory[], gamma: number): PolicyUpdate {
  return {
    trajectories,
    returns: null,
    nextValues: null,
    baselines: null,
    advantages: null,
    applied: false,
    numbers: { gamma, m: trajectories.length, n: stepsIn(trajectories) },
  };
}

export function copyUpdate(update: PolicyUpdate): PolicyUpdate {
  return {
    ...update,
    trajectories: update.trajectories.map(copyTrajectory),
    returns: update.returns?.slice() ?? null,
    nextValues: update.nextValues?.slice() ?? null,
    baselines: update.baselines?.slice() ?? null,
    advantages: update.advantages?.slice() ?? null,
  };
}

/** π(a|s) of a present policy. */
export type Probability = (observation: Float32Array, action: number) => number;

/** The rows of the equation: the steps of trajectory `index`, the first `most` of them. */
export function explainUpdate(
  update: PolicyUpdate,
  index: number,
  most: number,
  after: Probability,
): NetworkExplanation {
  const { from, trajectory } = pick(update, index);
  const { returns, nextValues, baselines, advantages, applied } = update;
  const inputs = inputsOfTrajectory(trajectory);
  const rows = Array.from({ length: Math.min(trajectory.length, most) }, (_, t) => {
    const row: Record<string, number> = {
      t,
      action: trajectory.actions[t],
      reward: trajectory.rewards[t],
      logProbability: trajectory.logProbabilities[t],
      before: exp(trajectory.logProbabilities[t]),
    };
    if (returns) row.return = returns[from + t];
    if (returns && t + 1 < trajectory.length) row.nextReturn = returns[from + t + 1];
    if (nextValues) row.nextValue = nextValues[from + t];
    if (baselines) row.baseline = baselines[from + t];
    if (advantages) row.advantage = advantages[from + t];
    if (applied) row.after = after(observationAt(trajectory, t, inputs), trajectory.actions[t]);
    return row;
  });
  const ended = trajectory.ended === "terminated" ? 1 : 0;
  const numbers = { ...update.numbers, trajectory: index, steps: trajectory.length, ended };
  return { numbers, rows, total: trajectory.length };
}

/** Trajectory `index` as a picture: its first `most` steps. */
export function pictureOf(
  update: PolicyUpdate,
  index: number,
  most: number,
  after: Probability,
): TrajectoryPicture {
  const { from, trajectory } = pick(update, index);
  const length = Math.min(trajectory.length, most);
  const inputs = inputsOfTrajectory(trajectory);
  const before = trajectory.logProbabilities.slice(0, length).map(exp);
  const part = (all: Float32Array | null) => all?.slice(from, from + length);
  const rewards = trajectory.rewards.slice(0, length);
  return {
    index,
    count: update.trajectories.length,
    steps: trajectory.length,
    actions: trajectory.actions.slice(0, length),
    rewards,
    logProbabilities: trajectory.logProbabilities.slice(0, length),
    before,
    after: update.applied
      ? before.map((_, t) => after(observationAt(trajectory, t, inputs), trajectory.actions[t]))
      : before,
    returns: part(update.returns) ?? new Float32Array(length),
    returnsToGo: Float32Array.from(
      rewardsToGo(rewardsOf(trajectory), update.numbers.gamma).subarray(0, length),
    ),
    baselines: part(update.baselines) ?? null,
    advantages: part(update.advantages) ?? new Float32Array(length),
    ended: trajectory.ended ?? "truncated",
  };
}

function pick({ trajectories }: PolicyUpdate, index: number): { from: number; trajectory: Trajectory } {
  const from = trajectories.slice(0, index).reduce((sum, { length }) => sum + length, 0);
  return { from, trajectory: trajectories[index] };
}

function inputsOfTrajectory({ observations, actions }: Trajectory): number {
  return observations.length / (actions.length + 1);
}
