import { meanAndSpread } from "../core/returns";
import { observationAt, stepsIn, type Trajectory } from "../core/rollout";
import { paddedRows } from "./padded-rows";
import type { AdvantageBatch } from "./policy-learner";
import type { ReturnBatch } from "./value-learner";

/** The steps of some trajectories, one trajectory after the other, as learners take them. */
export interface StepRows {
  /** How many there are: the first rows. */
  readonly steps: number;
  /** `[rows, inputs]`: the steps' observations, then the one that each trajectory ended with, then padding. */
  readonly observations: Float32Array;
  /** Of every row; 0 beyond the steps. */
  readonly actions: Int32Array;
}

export function stepRows(trajectories: readonly Trajectory[], inputs: number): StepRows {
  const steps = stepsIn(trajectories);
  const rows = paddedRows(steps + trajectories.length);
  const observations = new Float32Array(rows * inputs);
  const actions = new Int32Array(rows);
  let row = 0;
  trajectories.forEach((trajectory, i) => {
    observations.set(trajectory.observations.subarray(0, trajectory.length * inputs), row * inputs);
    observations.set(observationAt(trajectory, trajectory.length, inputs), (steps + i) * inputs);
    actions.set(trajectory.actions.subarray(0, trajectory.length), row);
    row += trajectory.length;
  });
  return { steps, observations, actions };
}

/** One number for every step, trajectory after trajectory. */
export function everyStep(
  trajectories: readonly Trajectory[],
  numbers: (trajectory: Trajectory, index: number) => ArrayLike<number>,
): Float32Array {
  const all = new Float32Array(stepsIn(trajectories));
  let row = 0;
  trajectories.forEach((trajectory, i) => {
    all.set(numbers(trajectory, i), row);
    row += trajectory.length;
  });
  return all;
}

/** The mean over trajectories of the means over their steps: each counts once, however long it is. */
export function meanPerTrajectory(trajectories: readonly Trajectory[], numbers: Float32Array): number {
  let from = 0;
  const means = trajectories.map(({ length }) => {
    const { mean } = meanAndSpread(numbers.subarray(from, from + length));
    from += length;
    return mean;
  });
  return meanAndSpread(means).mean;
}

/**
 * V(s′) of every step, from V of every row of `stepRows`. The state that an episode ended in for good is worth 0; one
 * in which it was only cut off keeps its value.
 */
export function nextValuesOf(trajectories: readonly Trajectory[], values: Float32Array): Float32Array {
  const steps = stepsIn(trajectories);
  let from = 0;
  return everyStep(trajectories, ({ length, ended }, i) => {
    const next = values.slice(from + 1, from + length + 1);
    next[length - 1] = ended === "terminated" ? 0 : values[steps + i];
    from += length;
    return next;
  });
}

/** For the gradient (1/m) Σ_i Σ_t A_t ∇log π(a_t|s_t) of these steps. */
export function advantageBatch(
  { observations, actions }: StepRows,
  advantages: Float32Array,
  trajectories: number,
): AdvantageBatch {
  return { observations, actions, advantages: padded(advantages, actions.length), scale: 1 / trajectories };
}

/** For fitting V to these returns. */
export function returnBatch({ steps, observations, actions }: StepRows, returns: Float32Array): ReturnBatch {
  return { observations, returns: padded(returns, actions.length), used: steps };
}

function padded(values: Float32Array, rows: number): Float32Array {
  const longer = new Float32Array(rows);
  longer.set(values);
  return longer;
}
