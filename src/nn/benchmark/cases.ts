import { Rng } from "../../core/rng";
import { initialGlimpseParameters, type GlimpseModelSpec } from "../glimpse-layers";
import type { Learner } from "../learner";
import { glimpseLearner, policyLearner, qLearner } from "../learners";
import { ADAM } from "../optimizers";
import { initialParameters, type MlpSpec } from "../params";
import { QLearner, type QOptions } from "../q-learner";

/* The networks whose updates are measured. */

/** A learner with one batch to learn again and again. */
export interface Training {
  readonly learner: Pick<Learner<never>, "readForActing" | "dispose">;
  update(): void;
}

/** A network in training on the open backend. */
export interface Case {
  readonly title: string;
  /** Images of an update, which acting on them, another quarter of the work, is not counted with. */
  readonly images?: number;
  start(): Training;
}

/** Double DQN with a target network, a policy gradient over the steps of ten good episodes, and the recurrent attention model. */
export const CASES: readonly Case[] = [
  { title: "double DQN 4-64-64-2, batch 64", start: () => startQ([4, 64, 64, 2], 64) },
  { title: "double DQN 4-128-128-2, batch 256", start: () => startQ([4, 128, 128, 2], 256) },
  { title: "REINFORCE 4-64-2 tanh, 3,072 steps", start: () => startPolicy([4, 64, 2], 3072) },
  { title: "RAM, small preset: 4 glimpses, batch 64", images: 64, start: () => startRam(128, 32, 64, 4, 64) },
  {
    title: "RAM of the paper, 28×28: 6 glimpses, batch 128",
    images: 128,
    start: () => startRam(64, 128, 256, 6, 128),
  },
];

/** The same by operations of tfjs: what an update costs on WebGPU without kernels of our own. */
export const EAGER_CASES: readonly Case[] = [
  { title: "double DQN 4-64-64-2, batch 64", start: () => startQ([4, 64, 64, 2], 64, eagerQ) },
  { title: "double DQN 4-128-128-2, batch 256", start: () => startQ([4, 128, 128, 2], 256, eagerQ) },
];
const eagerQ = (options: QOptions) => new QLearner(options);
const LEARNING_RATE = 1e-3;

function startQ(sizes: number[], rows: number, make = qLearner): Training {
  const learner = make({
    ...networkOf(sizes, "relu"),
    optimizer: ADAM,
    maxGradientNorm: 10,
    rule: { gamma: 0.99, loss: "huber", double: true },
  });
  learner.syncTarget();
  const batch = {
    observations: uniform(rows * 4),
    actions: actions(rows),
    rewards: uniform(rows),
    nextObservations: uniform(rows * 4),
    terminated: Uint8Array.from(actions(rows)),
  };
  return { learner, update: () => learner.update(batch, LEARNING_RATE) };
}

function startPolicy(sizes: number[], rows: number): Training {
  const learner = policyLearner({
    ...networkOf(sizes, "tanh"),
    optimizer: ADAM,
    maxGradientNorm: null,
  });
  const batch = {
    observations: uniform(rows * 4),
    actions: actions(rows),
    advantages: uniform(rows),
    scale: 0.1,
  };
  return { learner, update: () => learner.update(batch, LEARNING_RATE) };
}

function startRam(
  inputs: number,
  glimpseUnits: number,
  coreUnits: number,
  glimpses: number,
  rows: number,
): Training {
  const model: GlimpseModelSpec = { inputs, glimpseUnits, coreUnits, classes: 10 };
  const weights = initialGlimpseParameters(model, Rng.fromSeed(1));
  const learner = glimpseLearner({ model, optimizer: ADAM, weights, maxGradientNorm: null });
  const choices = (glimpses - 1) * rows;
  const batch = {
    rows,
    glimpses,
    patches: uniform(glimpses * rows * inputs),
    places: uniform(glimpses * rows * 2),
    drawn: uniform(choices * 2),
    labels: actions(rows),
    rewards: Float32Array.from(actions(rows)),
    baselines: uniform(choices),
    sigma: 0.1,
    policyWeight: 0.01,
  };
  return { learner, update: () => learner.update(batch, LEARNING_RATE) };
}

export function networkOf(sizes: number[], activation: MlpSpec["activation"]) {
  return { network: { sizes, activation }, weights: initialParameters(sizes, Rng.fromSeed(1)) };
}

export function uniform(length: number): Float32Array {
  const rng = Rng.fromSeed(length);
  return Float32Array.from({ length }, () => 2 * rng.uniform() - 1);
}

function actions(length: number): Int32Array {
  const rng = Rng.fromSeed(length + 1);
  return Int32Array.from({ length }, () => rng.int(2));
}
