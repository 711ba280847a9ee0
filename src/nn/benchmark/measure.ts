import { Actor } from "../actor";
import type { Backend } from "../backend";
import { countWork } from "../counters";
import { networkOf, uniform, type Case } from "./cases";

const ACTIONS_AT_ONCE = 1000;

/** Of several measurements the median, and the best: other work disturbs it less. */
export interface Spread {
  readonly median: number;
  readonly best: number;
}

/** What one update of a network costs on the backend that is open. Times in milliseconds. */
export interface UpdateCost {
  readonly title: string;
  readonly updateMs: Spread;
  /** From a new learner to its first numbers. */
  readonly firstUpdateMs: number;
  /** Reading back alone, with nothing queued. */
  readonly readMs: Spread;
  /** GPU programs (elsewhere: kernels) and read-backs of one update and the reading after it. */
  readonly dispatches: number;
  readonly readBacks: number;
  /** Tensors that were left over. */
  readonly leaked: number;
  readonly imagesPerSecond?: number;
}

/** Measures one case for about `seconds`, and disposes of it. */
export async function updateCost(
  backend: Pick<Backend, "tensorCount">,
  { title, start, images }: Case,
  seconds: number,
): Promise<UpdateCost> {
  const { learner, update } = start();
  const firstUpdateMs = round(await time(1));
  const tensors = backend.tensorCount();
  // Of updates that are queued before anything is read: fewer where one alone takes long.
  const atOnce = Math.max(1, Math.min(50, Math.round(500 / (await time(firstUpdateMs > 200 ? 1 : 10)))));
  const counter = countWork();
  update();
  await learner.readForActing();
  const { dispatches, readBacks } = counter.counts();
  counter.stop();
  const updateMs = await measurements(() => time(atOnce), seconds / 2);
  const readMs = await measurements(() => time(0), seconds / 2);
  const leaked = backend.tensorCount() - tensors;
  learner.dispose();
  const costs = { title, updateMs, firstUpdateMs, readMs, dispatches, readBacks, leaked };
  return images === undefined
    ? costs
    : { ...costs, imagesPerSecond: round((images / updateMs.median) * 1000) };

  /** Milliseconds for one of `count` updates, until the device has done them all, or for the read-back alone. */
  async function time(count: number): Promise<number> {
    const began = performance.now();
    for (let i = 0; i < count; i++) update();
    await learner.readForActing();
    return (performance.now() - began) / Math.max(count, 1);
  }
}

/** Microseconds for one action of a 4-64-64-2 network on the processor. */
export async function actingCost(seconds: number): Promise<Spread> {
  const { network, weights } = networkOf([4, 64, 64, 2], "relu");
  const actor = new Actor(network, weights);
  const observation = uniform(4);
  return measurements(() => {
    const began = performance.now();
    for (let i = 0; i < ACTIONS_AT_ONCE; i++) actor.outputs(observation);
    return ((performance.now() - began) / ACTIONS_AT_ONCE) * 1000;
  }, seconds);
}

/** As many measurements as fit into the time, at least three. */
async function measurements(measure: () => number | Promise<number>, seconds: number): Promise<Spread> {
  const found: number[] = [];
  const end = performance.now() + seconds * 1000;
  while (found.length < 3 || performance.now() < end) found.push(await measure());
  found.sort((a, b) => a - b);
  return { median: round(found[found.length >> 1]), best: round(found[0]) };
}

export function round(value: number): number {
  return Number(value.toPrecision(3));
}
