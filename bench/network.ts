import { Rng } from "../src/core/rng";
import { openBackend, type Backend } from "../src/nn/backend";
import { countWork } from "../src/nn/counters";
import type { BackendName } from "../src/nn/open";
import { ADAM } from "../src/nn/optimizers";
import { initialParameters } from "../src/nn/params";
import { QLearner, type Transitions } from "../src/nn/q-learner";
import { dawn } from "./dawn";

/*
 * What one update of a network costs on each backend, in Node. Prints one JSON line per backend.
 *
 *   node node_modules/tsx/dist/cli.mjs bench/network.ts [seconds per figure, 3] [--software]
 *
 * Needs the repository and node_modules, no browser. WebGPU runs through Dawn on the graphics processor of the
 * machine, if it has a Vulkan (Linux), Metal or Direct3D 12 driver; --software asks for the software adapter instead.
 */
const seconds = Number(process.argv.slice(2).find((word) => !word.startsWith("--")) ?? 3);
const hardware = !process.argv.includes("--software");

const CASES = [
  { sizes: [4, 64, 64, 2], rows: 64 },
  { sizes: [4, 128, 128, 2], rows: 256 },
];
const READ_EVERY = 50;

const gpu = await dawn({ hardware });
for (const name of ["cpu", "wasm", "webgpu"] as const) await measure(name);
// Dawn keeps a thread of its own.
process.exit();

async function measure(name: BackendName): Promise<void> {
  const started = performance.now();
  const troubles: string[] = [];
  const onTrouble = ({ message }: { message: string }) => troubles.push(message);
  const backend = await openBackend({ gpu, forced: name, onTrouble });
  const openMs = performance.now() - started;
  const { reason, adapter, selfTest } = backend;
  const figures = backend.name === name ? await figuresOf(backend) : [];
  backend.dispose();
  console.log(
    JSON.stringify({ backend: name, reason, adapter, openMs: round(openMs), selfTest, figures, troubles }),
  );
}

async function figuresOf(backend: Backend): Promise<unknown[]> {
  const figures: unknown[] = [];
  for (const { sizes, rows } of CASES) {
    const learner = new QLearner({
      network: { sizes, activation: "relu" },
      optimizer: ADAM,
      maxGradientNorm: 10,
      weights: initialParameters(sizes, Rng.fromSeed(1)),
      gamma: 0.99,
      loss: "huber",
      double: true,
    });
    learner.syncTarget();
    const batch = randomBatch(rows);
    const first = await time(1, () => learner.update(batch, 1e-3), learner);
    const tensors = backend.tensorCount();
    await time(20, () => learner.update(batch, 1e-3), learner);
    const counter = countWork();
    learner.update(batch, 1e-3);
    const { dispatches, readBacks } = counter.counts();
    counter.stop();
    const updateMs = await measurements(() => time(READ_EVERY, () => learner.update(batch, 1e-3), learner));
    const lossReadMs = await measurements(() => time(1, () => undefined, learner));
    const action = batch.observations.slice(0, 4);
    const actMs = await measurements(async () => {
      const began = performance.now();
      await learner.forward(action);
      return performance.now() - began;
    });
    const network = `${sizes.join("-")}, batch ${rows}`;
    const leaked = backend.tensorCount() - tensors;
    figures.push({
      network,
      updateMs,
      firstUpdateMs: round(first),
      dispatches,
      readBacks,
      lossReadMs,
      actMs,
      leaked,
    });
    learner.dispose();
  }
  return figures;
}

/** Milliseconds for one of `count` calls, until the device has done them all: the loss is read once at the end. */
async function time(count: number, call: () => void, learner: QLearner): Promise<number> {
  const began = performance.now();
  for (let i = 0; i < count; i++) call();
  await learner.readLoss();
  return (performance.now() - began) / count;
}

/** The median and the best (other work disturbs it less) of as many measurements as fit into the time, at least three. */
async function measurements(measure: () => Promise<number>): Promise<{ median: number; best: number }> {
  const found: number[] = [];
  const end = performance.now() + (seconds * 1000) / 2;
  while (found.length < 3 || performance.now() < end) found.push(await measure());
  found.sort((a, b) => a - b);
  return { median: round(found[found.length >> 1]), best: round(found[0]) };
}

function round(milliseconds: number): number {
  return Number(milliseconds.toPrecision(3));
}

function randomBatch(rows: number): Transitions {
  const rng = Rng.fromSeed(2);
  const draw = (length: number) => Float32Array.from({ length }, () => 2 * rng.uniform() - 1);
  return {
    observations: draw(rows * 4),
    actions: Int32Array.from({ length: rows }, () => rng.int(2)),
    rewards: draw(rows),
    nextObservations: draw(rows * 4),
    terminated: Uint8Array.from({ length: rows }, () => rng.int(2)),
  };
}
