import { argmax } from "../../core/argmax";
import type { Env } from "../../core/env";
import type { Look, Sight } from "../../core/network-run";
import { minibatch, newest, successiveCorrelation, type ReplayMemory } from "../../core/replay-memory";
import type {
  ErrorSample,
  MemoryPicture,
  NetworkPicture,
  StoredTransition,
  ValueMap,
} from "../../core/sight";
import { Actor } from "../../nn/actor";
import { affordable } from "../../nn/affordable";
import { valueMap } from "../../nn/value-map";
import type { QNetwork } from "./network";
import type { DqnParams } from "./params";
import type { Update } from "./update";

/** Cells along each side of the map: fewer for a large network. */
const MOST_CELLS = 41;
const FEWEST_CELLS = 15;
/** Most pieces of the memory's picture. */
const PIECES = 1000;
/** Transitions whose error is computed: fewer for a large network. */
const MOST_ERRORS = 512;
const FEWEST_ERRORS = 64;
/** Multiplications that a picture may cost. */
const WORK = 8e6;
/** Fewest transitions whose correlation means something. */
const CORRELATED = 8;

/** What the pictures are of. */
export interface Scene {
  readonly env: Env;
  readonly params: Readonly<DqnParams>;
  readonly network: QNetwork;
  readonly memory: ReplayMemory;
  /** How many environments store in turn. */
  readonly environments: number;
  /** The observation in the first environment. */
  readonly observation: Float32Array;
  readonly update: Update | null;
  /** Environment steps so far. */
  readonly steps: number;
}

/** The pictures that were asked for. */
export function lookAt(scene: Scene, at: Look): Sight {
  return {
    ...(at.map && { map: mapOf(scene, at.map) }),
    ...(at.networks && { networks: [networkPicture(scene)] }),
    ...(at.memory && { memory: memoryPicture(scene) }),
    ...(at.errors && { errors: errorSample(scene) }),
  };
}

/** max Q(s, ·) and the best action over two numbers of the observation, the others as they are now. */
function mapOf({ env, network, observation }: Scene, { x, y }: { x: number; y: number }): ValueMap | null {
  const { dimensions } = env;
  if (!dimensions?.[x] || !dimensions[y] || x === y) return null;
  const cells = affordable(network.spec, WORK, FEWEST_CELLS ** 2, MOST_CELLS ** 2);
  const side = Math.floor(Math.sqrt(cells));
  return valueMap({ dimensions, x, y, side, at: observation }, (at) => {
    const values = network.actor.outputs(at);
    const action = argmax(values);
    return { value: values[action], action, probability: null };
  });
}

function networkPicture({ env, network, observation }: Scene): NetworkPicture {
  return {
    title: "Q(s,a;θ)",
    name: "q",
    sizes: network.spec.sizes,
    inputs: Array.from(observation, (_, i) => env.dimensions?.[i]?.symbol ?? `s_{${i}}`),
    outputs: Array.from({ length: env.nActions }, (_, a) => `Q(s,${a})`),
    weights: network.weights.slice(),
    activations: network.actor.activations(observation),
  };
}

function memoryPicture({ memory, update, steps, environments }: Scene): MemoryPicture {
  const { capacity, size, head } = memory;
  const each = Math.ceil(capacity / PIECES);
  const pieces = Math.ceil(capacity / each);
  const average = (valueOf: (place: number) => number) =>
    Float32Array.from({ length: pieces }, (_, piece) => {
      const from = piece * each;
      const until = Math.min(from + each, size);
      let sum = 0;
      for (let place = from; place < until; place++) sum += valueOf(place);
      return until > from ? sum / (until - from) : NaN;
    });
  return {
    capacity,
    size,
    head,
    ages: average((place) => Math.max(0, steps - memory.steps[place])),
    rewards: average((place) => memory.rewards[place]),
    ends: average((place) => memory.ended[place]),
    batch: update ? Array.from(update.places, (_, i) => transitionOf(memory.inputs, update, i, steps)) : [],
    correlation: correlationOf(memory, update, environments),
  };
}

/** Transition `i` of the minibatch as it was when it was drawn. */
function transitionOf(
  inputs: number,
  { batch, places, storedAt }: Update,
  i: number,
  steps: number,
): StoredTransition {
  return {
    place: places[i],
    age: Math.max(0, steps - storedAt[i]),
    observation: Array.from(batch.observations.subarray(i * inputs, (i + 1) * inputs)),
    action: batch.actions[i],
    reward: batch.rewards[i],
    terminated: batch.terminated[i] === 1,
  };
}

/** Of the last minibatch in the order it was drawn, and of one as large of consecutive transitions in one environment. */
function correlationOf(
  memory: ReplayMemory,
  update: Update | null,
  environments: number,
): MemoryPicture["correlation"] {
  if (!update || update.places.length < CORRELATED) return null;
  const random = successiveCorrelation(memory.inputs, update.batch.observations);
  const places = newest(memory, update.places.length, environments);
  if (places.length < CORRELATED) return null;
  const consecutive = successiveCorrelation(memory.inputs, minibatch(memory, places).observations);
  return random === null || consecutive === null ? null : { random, consecutive };
}

/** δ = y − Q(s,a;θ) of transitions spread evenly over the memory. */
function errorSample({ network, memory, params }: Scene): ErrorSample | null {
  const { size, inputs } = memory;
  if (size === 0) return null;
  // An error takes Q at s and at s′, by both networks.
  const count = Math.min(size, affordable(network.spec, WORK / 3, FEWEST_ERRORS, MOST_ERRORS));
  const target = network.target ? new Actor(network.spec, network.target) : network.actor;
  const valueOf = (next: Float32Array) => {
    const choice = params.double && network.target ? argmax(network.actor.outputs(next)) : null;
    const values = target.outputs(next);
    return values[choice ?? argmax(values)];
  };
  const errors = Float32Array.from({ length: count }, (_, i) => {
    const place = Math.floor((i * size) / count);
    const row = (rows: Float32Array) => rows.subarray(place * inputs, (place + 1) * inputs);
    const future = memory.terminated[place] ? 0 : params.gamma * valueOf(row(memory.nextObservations));
    const q = network.actor.outputs(row(memory.observations))[memory.actions[place]];
    return memory.rewards[place] + future - q;
  });
  const all = count === size ? "all" : `${count} of the`;
  return {
    errors,
    of: `${all} ${size.toLocaleString("en")} transitions in the memory, under the present networks`,
  };
}
