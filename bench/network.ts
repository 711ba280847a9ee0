import { Rng } from "../src/core/rng";
import { Actor } from "../src/nn/actor";
import { initialGlimpseParameters, type GlimpseModelSpec } from "../src/nn/glimpse-layers";
import { GlimpseLearner } from "../src/nn/glimpse-learner";
import { openBackend, reportOf, type Backend } from "../src/nn/backend";
import { countWork } from "../src/nn/counters";
import type { Learner } from "../src/nn/learner";
import type { BackendName } from "../src/nn/open";
import { ADAM } from "../src/nn/optimizers";
import { initialParameters, type MlpSpec } from "../src/nn/params";
import { policyLearner, qLearner } from "../src/nn/learners";
import { dawn } from "./dawn";

/*
 * What one update of a network costs on each backend, in Node, and one action. Prints one JSON line per backend.
 *
 *   node node_modules/tsx/dist/cli.mjs bench/network.ts [seconds per figure, 3] [--software]
 *
 * Needs the repository and node_modules, no browser. WebGPU runs through Dawn on the graphics processor of the
 * machine, if it has a Vulkan (Linux), Metal or Direct3D 12 driver; --software asks for the software adapter instead.
 */
const seconds = Number(process.argv.slice(2).find((word) => !word.startsWith("--")) ?? 3);
const hardware = !process.argv.includes("--software");

interface Case {
  readonly title: string;
  /** Images of an update, which acting on them, another quarter of the work, is not counted with. */
  readonly images?: number;
  start(): Training;
}

/** Double DQN with a target network, a policy gradient over the steps of ten good episodes, and the recurrent attention model. */
const CASES: readonly Case[] = [
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
const ACTIONS_AT_ONCE = 1000;
const LEARNING_RATE = 1e-3;

/** A learner with one batch to learn again and again. */
interface Training {
  readonly learner: Pick<Learner<never>, "readForActing" | "dispose">;
  update(): void;
}

process.stdout.write(`${JSON.stringify({ actor: await timeActor() })}\n`);
const gpu = await dawn({ hardware });
// WebAssembly first: what it loads is then loaded for the first time.
for (const name of ["wasm", "cpu", "webgpu"] as const) await measure(name);
// Dawn keeps a thread of its own.
process.exit();

async function measure(name: BackendName): Promise<void> {
  const started = performance.now();
  const troubles: string[] = [];
  const onTrouble = ({ message }: { message: string }) => troubles.push(message);
  const backend = await openBackend({ gpu, forced: name, onTrouble });
  const openMs = performance.now() - started;
  const figures: Awaited<ReturnType<typeof figuresOf>>[] = [];
  if (backend.name === name) for (const each of CASES) figures.push(await figuresOf(backend, each));
  // From nothing to the first numbers of a DQN, the self-test included.
  const startMs = round(openMs + (figures[0]?.firstUpdateMs ?? 0));
  backend.dispose();
  process.stdout.write(
    `${JSON.stringify({ ...reportOf(backend), openMs: round(openMs), startMs, figures, troubles })}\n`,
  );
}

async function figuresOf(backend: Backend, { title, start, images }: Case) {
  const { learner, update } = start();
  const firstUpdateMs = round(await time(1));
  const tensors = backend.tensorCount();
  // Of updates that are queued before anything is read: fewer where one alone takes long.
  const atOnce = Math.max(1, Math.min(50, Math.round(500 / (await time(10)))));
  const counter = countWork();
  update();
  const { dispatches, readBacks } = counter.counts();
  counter.stop();
  const updateMs = await measurements(() => time(atOnce));
  const readMs = await measurements(() => time(0));
  const leaked = backend.tensorCount() - tensors;
  learner.dispose();
  const imagesPerSecond = images && round((images / updateMs.median) * 1000);
  return { title, updateMs, firstUpdateMs, readMs, dispatches, readBacks, leaked, imagesPerSecond };

  /** Milliseconds for one of `count` updates, until the device has done them all, or for the read-back alone. */
  async function time(count: number): Promise<number> {
    const began = performance.now();
    for (let i = 0; i < count; i++) update();
    await learner.readForActing();
    return (performance.now() - began) / Math.max(count, 1);
  }
}

/** Microseconds for one action of the network on the processor. */
async function timeActor(): Promise<{ network: string; actUs: { median: number; best: number } }> {
  const { network, weights } = networkOf([4, 64, 64, 2], "relu");
  const actor = new Actor(network, weights);
  const observation = uniform(4);
  const actUs = await measurements(() => {
    const began = performance.now();
    for (let i = 0; i < ACTIONS_AT_ONCE; i++) actor.outputs(observation);
    return ((performance.now() - began) / ACTIONS_AT_ONCE) * 1000;
  });
  return { network: network.sizes.join("-"), actUs };
}

function startQ(sizes: number[], rows: number): Training {
  const learner = qLearner({
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
  const learner = new GlimpseLearner({ model, optimizer: ADAM, weights, maxGradientNorm: null });
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

function networkOf(sizes: number[], activation: MlpSpec["activation"]) {
  return { network: { sizes, activation }, weights: initialParameters(sizes, Rng.fromSeed(1)) };
}

function uniform(length: number): Float32Array {
  const rng = Rng.fromSeed(length);
  return Float32Array.from({ length }, () => 2 * rng.uniform() - 1);
}

function actions(length: number): Int32Array {
  const rng = Rng.fromSeed(length + 1);
  return Int32Array.from({ length }, () => rng.int(2));
}

/** The median and the best (other work disturbs it less) of as many measurements as fit into the time, at least three. */
async function measurements(
  measure: () => number | Promise<number>,
): Promise<{ median: number; best: number }> {
  const found: number[] = [];
  const end = performance.now() + (seconds * 1000) / 2;
  while (found.length < 3 || performance.now() < end) found.push(await measure());
  found.sort((a, b) => a - b);
  return { median: round(found[found.length >> 1]), best: round(found[0]) };
}

function round(milliseconds: number): number {
  return Number(milliseconds.toPrecision(3));
}
