import type { Env } from "./env";
import type { AgentShot } from "./network-run";
import { inputsOf } from "./observation";
import type { Rng } from "./rng";

/** One episode as it was lived. The arrays have room for more steps than it has. Plain data. */
export interface Trajectory {
  /** Steps so far. */
  length: number;
  /** s_0 … s_length, row after row: one more than steps. */
  observations: Float32Array;
  actions: Uint8Array;
  rewards: Float32Array;
  /** log π(a|s) when it was acted on. */
  logProbabilities: Float32Array;
  ended: "terminated" | "truncated" | null;
}

/** m environments that are stepped together, each through one episode; those that have ended wait. Plain data. */
export interface Rollout {
  /** Counts rollouts. */
  readonly index: number;
  /** The environments' own states. */
  readonly states: unknown[];
  readonly trajectories: readonly Trajectory[];
  /** The sum of rewards of each. */
  readonly returns: number[];
  /** The sum of −Σ_a π(a|s) log π(a|s) over all steps, in nats. */
  entropy: number;
  /** Whether every action so far was drawn from the policy: only then can a gradient be estimated. */
  sampled: boolean;
  /** After how many steps a trajectory is cut off. */
  readonly longest: number;
}

/** Steps that one rollout may have in all … */
const MOST_STEPS = 20_000;
/** … and steps times weights: a gradient step, which cannot be broken off, then takes a few tenths of a second. */
const MOST_WORK = 7e8;

/** After how many steps a trajectory is cut off, whatever the environment's own limit, by the weights of the network. */
export const longestOf = (trajectories: number, weights: number): number =>
  Math.floor(Math.min(MOST_STEPS, MOST_WORK / weights) / trajectories);

const FIRST_ROOM = 32;

/** Puts `count` environments on a start, the first one first. None will take more than `longest` steps. */
export function startRollout(env: Env, count: number, longest: number, index: number, world: Rng): Rollout {
  const inputs = inputsOf(env);
  const trajectories = Array.from({ length: count }, () => emptyTrajectory(inputs));
  const states = trajectories.map(() => env.reset(world));
  const rollout = {
    index,
    states,
    trajectories,
    returns: trajectories.map(() => 0),
    entropy: 0,
    sampled: true,
    longest,
  };
  trajectories.forEach((_, i) => observe(env, rollout, i));
  return rollout;
}

function emptyTrajectory(inputs: number): Trajectory {
  return {
    length: 0,
    observations: new Float32Array((FIRST_ROOM + 1) * inputs),
    actions: new Uint8Array(FIRST_ROOM),
    rewards: new Float32Array(FIRST_ROOM),
    logProbabilities: new Float32Array(FIRST_ROOM),
    ended: null,
  };
}

/** Whether every trajectory has ended. */
export const isOver = ({ trajectories }: Rollout): boolean => trajectories.every(({ ended }) => ended);

/** Environment steps of all trajectories. */
export const stepsIn = (trajectories: readonly Trajectory[]): number =>
  trajectories.reduce((sum, { length }) => sum + length, 0);

/** s_t of a trajectory, a view: s_length is where it stands. */
export function observationAt({ observations }: Trajectory, t: number, inputs: number): Float32Array {
  return observations.subarray(t * inputs, (t + 1) * inputs);
}

/** The rewards so far, a view. */
export const rewardsOf = ({ rewards, length }: Trajectory): Float32Array => rewards.subarray(0, length);

/** Takes an action, chosen with this log π(a|s), in environment `i`, which must be running. */
export function takeStep(
  env: Env,
  rollout: Rollout,
  i: number,
  action: number,
  logProbability: number,
  world: Rng,
): void {
  const trajectory = rollout.trajectories[i];
  const { state, reward, terminated, truncated } = env.step(rollout.states[i], action, world);
  const t = trajectory.length;
  makeRoom(trajectory, inputsOf(env));
  trajectory.actions[t] = action;
  trajectory.rewards[t] = reward;
  trajectory.logProbabilities[t] = logProbability;
  trajectory.length = t + 1;
  rollout.states[i] = state;
  rollout.returns[i] += reward;
  observe(env, rollout, i);
  if (terminated) trajectory.ended = "terminated";
  else if (truncated || trajectory.length >= rollout.longest) trajectory.ended = "truncated";
}

/** Pushes every environment that is running. */
export function pushAll(env: Env, rollout: Rollout, strength: number): void {
  rollout.trajectories.forEach(({ ended }, i) => {
    if (ended || !env.nudge) return;
    rollout.states[i] = env.nudge(rollout.states[i], strength);
    observe(env, rollout, i);
  });
}

/** Writes down what environment `i` is seen to be in. */
function observe(env: Env, { states, trajectories }: Rollout, i: number): void {
  env.observe(states[i], observationAt(trajectories[i], trajectories[i].length, inputsOf(env)));
}

/** Makes room for one more step, and the state after it. */
function makeRoom(trajectory: Trajectory, inputs: number): void {
  const room = trajectory.actions.length;
  if (trajectory.length < room) return;
  resize(trajectory, 2 * room, inputs);
}

function resize(trajectory: Trajectory, room: number, inputs: number): void {
  const { observations, actions, rewards, logProbabilities } = trajectory;
  trajectory.observations = resized(observations, (room + 1) * inputs);
  trajectory.actions = resized(actions, room);
  trajectory.rewards = resized(rewards, room);
  trajectory.logProbabilities = resized(logProbabilities, room);
}

function resized<T extends Float32Array | Uint8Array>(values: T, length: number): T {
  const copy = new (values.constructor as new (length: number) => T)(length);
  copy.set(values.subarray(0, length));
  return copy;
}

/** A copy without spare room. */
export function copyTrajectory(trajectory: Trajectory): Trajectory {
  const copy = { ...trajectory };
  const inputs = trajectory.observations.length / (trajectory.actions.length + 1);
  resize(copy, Math.max(trajectory.length, 1), inputs);
  return copy;
}

/** A copy to go on from. */
export function copyRollout(rollout: Rollout): Rollout {
  return {
    ...rollout,
    states: rollout.states.slice(),
    trajectories: rollout.trajectories.map(copyTrajectory),
    returns: rollout.returns.slice(),
  };
}

/** The environments as they stand; their states are never changed, so they are no copies. */
export function agentsOf({ index, states, trajectories, returns }: Rollout): AgentShot[] {
  return trajectories.map(({ length, actions, ended }, i) => ({
    state: states[i],
    action: length > 0 ? actions[length - 1] : null,
    ended,
    episode: index,
    return: returns[i],
  }));
}

/** Observations of an episode that are shown at most. */
export const TRAIL = 512;

/** The last `TRAIL` observations of the first environment, row after row: a copy. */
export function trailOf({ trajectories: [{ observations, length }] }: Rollout, inputs: number): Float32Array {
  return observations.slice(Math.max(0, length + 1 - TRAIL) * inputs, (length + 1) * inputs);
}
