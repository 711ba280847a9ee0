import type { Rng } from "./rng";

/**
 * A replay memory (Lin, 1992; Mnih et al., 2015): a ring of the last `capacity` transitions (s, a, r, s′), array by
 * array, row after row. Plain, cloneable data.
 */
export interface ReplayMemory {
  readonly capacity: number;
  /** Numbers in an observation. */
  readonly inputs: number;
  /** Transitions held. They fill the places 0 … size − 1. */
  size: number;
  /** The place that the next transition takes. */
  head: number;
  readonly observations: Float32Array;
  readonly actions: Int32Array;
  readonly rewards: Float32Array;
  readonly nextObservations: Float32Array;
  /** 1 where s′ ends the episode for good; 0 also where a time limit cut the episode. */
  readonly terminated: Uint8Array;
  /** 1 where the episode was over with s′, for good or cut by a time limit. */
  readonly ended: Uint8Array;
  /** The environment step at which each was stored. */
  readonly steps: Float64Array;
}

/** Copies of some transitions, each array row after row. */
export type Minibatch = Pick<
  ReplayMemory,
  "observations" | "actions" | "rewards" | "nextObservations" | "terminated"
>;

export function emptyMemory(capacity: number, inputs: number): ReplayMemory {
  return {
    capacity,
    inputs,
    size: 0,
    head: 0,
    observations: new Float32Array(capacity * inputs),
    actions: new Int32Array(capacity),
    rewards: new Float32Array(capacity),
    nextObservations: new Float32Array(capacity * inputs),
    terminated: new Uint8Array(capacity),
    ended: new Uint8Array(capacity),
    steps: new Float64Array(capacity),
  };
}

export function copyMemory(memory: ReplayMemory): ReplayMemory {
  return {
    ...memory,
    observations: memory.observations.slice(),
    actions: memory.actions.slice(),
    rewards: memory.rewards.slice(),
    nextObservations: memory.nextObservations.slice(),
    terminated: memory.terminated.slice(),
    ended: memory.ended.slice(),
    steps: memory.steps.slice(),
  };
}

/** What the agent went through in one step. */
export interface Transition {
  readonly observation: Float32Array;
  readonly action: number;
  readonly reward: number;
  readonly nextObservation: Float32Array;
  readonly terminated: boolean;
  /** Whether the episode is over, for good or cut by a time limit. */
  readonly ended: boolean;
}

/** Stores a transition of environment step `step`; when the memory is full, the oldest one goes. */
export function store(memory: ReplayMemory, transition: Transition, step: number): void {
  const { head, inputs, capacity } = memory;
  memory.observations.set(transition.observation, head * inputs);
  memory.actions[head] = transition.action;
  memory.rewards[head] = transition.reward;
  memory.nextObservations.set(transition.nextObservation, head * inputs);
  memory.terminated[head] = Number(transition.terminated);
  memory.ended[head] = Number(transition.ended);
  memory.steps[head] = step;
  memory.head = (head + 1) % capacity;
  memory.size = Math.min(memory.size + 1, capacity);
}

/**
 * The places of `count` transitions drawn uniformly *with* replacement, one draw each, as CleanRL and
 * Stable-Baselines3 do: a transition may come twice (in a batch of 64 out of 10,000 that happens in 18 %).
 */
export function sample({ size }: ReplayMemory, count: number, rng: Rng): Int32Array {
  return Int32Array.from({ length: count }, () => rng.int(size));
}

/**
 * The places of the newest `count` transitions, or of all if there are fewer, oldest first: learning without replay.
 * Of every `apart`-th one only, counted from the newest: where so many environments store in turn, these are of one.
 */
export function newest({ size, head, capacity }: ReplayMemory, count: number, apart = 1): Int32Array {
  const length = Math.min(count, Math.ceil(size / apart));
  return Int32Array.from({ length }, (_, i) => (head - 1 - (length - 1 - i) * apart + capacity) % capacity);
}

/** Copies of the transitions at these places. */
export function minibatch(memory: ReplayMemory, places: Int32Array): Minibatch {
  const { inputs } = memory;
  const gather = (rows: Float32Array) => {
    const gathered = new Float32Array(places.length * inputs);
    for (let i = 0; i < places.length; i++)
      for (let j = 0; j < inputs; j++) gathered[i * inputs + j] = rows[places[i] * inputs + j];
    return gathered;
  };
  return {
    observations: gather(memory.observations),
    actions: places.map((place) => memory.actions[place]),
    rewards: Float32Array.from(places, (place) => memory.rewards[place]),
    nextObservations: gather(memory.nextObservations),
    terminated: Uint8Array.from(places, (place) => memory.terminated[place]),
  };
}

/**
 * How much each observation of a batch tells about the next one in it: the correlation of the two, its absolute value
 * averaged over the numbers of the observation. Near 0 for transitions drawn at random, near 1 for consecutive ones.
 * Null where nothing varies, or of fewer than three observations. `observations`: row after row.
 */
export function successiveCorrelation(inputs: number, observations: Float32Array): number | null {
  const pairs = observations.length / inputs - 1;
  if (pairs < 2) return null;
  let sum = 0;
  let varying = 0;
  for (let j = 0; j < inputs; j++) {
    const at = (i: number) => observations[i * inputs + j];
    let meanX = 0;
    let meanY = 0;
    for (let i = 0; i < pairs; i++) {
      meanX += at(i) / pairs;
      meanY += at(i + 1) / pairs;
    }
    let xx = 0;
    let yy = 0;
    let xy = 0;
    for (let i = 0; i < pairs; i++) {
      const x = at(i) - meanX;
      const y = at(i + 1) - meanY;
      xx += x * x;
      yy += y * y;
      xy += x * y;
    }
    if (xx === 0 || yy === 0) continue;
    sum += Math.abs(xy) / Math.sqrt(xx * yy);
    varying++;
  }
  return varying === 0 ? null : sum / varying;
}
