import { zeroClock, type RunContext } from "../core/algo";
import { defaultsOf } from "../core/params";
import { Rng } from "../core/rng";
import { streamsOf } from "../core/streams";
import { algoSpec } from "../algos";
import { envSpec } from "../envs";
import type { DeviceFigure } from "./benchmark-protocol";
import { loadAlgorithm } from "./loaders";

/*
 * How fast this thread is at what needs no network: learning with a table, planning, and moving a cart-pole. The
 * same code runs as in an experiment, in blocks, without anything that is drawn.
 */

/** Milliseconds, never decreasing. */
type Now = () => number;

const BLOCK = 1000;
/** The maps: the cliff of Sutton & Barto's Example 6.6, and an open square of the largest size. */
const CLIFF = {
  rows: [...Array<string>(3).fill(".".repeat(12)), `S${".".repeat(10)}T`],
  cells: Object.fromEntries(
    Array.from({ length: 10 }, (_, i) => [`3,${i + 1}`, { reward: -99, restart: true }]),
  ),
};
const SIDE = 64;
const SQUARE = {
  rows: [
    `S${".".repeat(SIDE - 1)}`,
    ...Array<string>(SIDE - 2).fill(".".repeat(SIDE)),
    `${".".repeat(SIDE - 1)}T`,
  ],
};

/** Q-learning on the cliff: updates a second. */
export async function tabularRate(milliseconds: number, now: Now): Promise<DeviceFigure> {
  return { id: "q-learning", value: await ticksPerSecond("q-learning", CLIFF, milliseconds, now) };
}

/** Value iteration on 64×64 cells: sweeps a second. A sweep backs up the four actions of every cell but the terminal one. */
export async function sweepRate(milliseconds: number, now: Now): Promise<DeviceFigure> {
  const backups = await ticksPerSecond("value-iteration", SQUARE, milliseconds, now);
  return { id: "value-iteration", value: round(backups / (4 * (SIDE * SIDE - 1))) };
}

/** Steps of a cart-pole under random actions: a second. */
export function cartPoleRate(milliseconds: number, now: Now): DeviceFigure {
  const spec = envSpec("cart-pole");
  if (!spec) throw new Error("There is no cart-pole.");
  const env = spec.create(defaultsOf(spec.params));
  const rng = Rng.fromSeed(1);
  let state = env.reset(rng);
  let steps = 0;
  const began = now();
  while (now() - began < milliseconds) {
    for (let i = 0; i < BLOCK; i++) {
      const result = env.step(state, rng.int(env.nActions), rng);
      state = result.terminated || result.truncated ? env.reset(rng) : result.state;
    }
    steps += BLOCK;
  }
  return { id: "cart-pole", value: perSecond(steps, now() - began) };
}

/** Ticks a second, in the blocks in which the trainer asks for them. */
async function ticksPerSecond(id: string, map: object, milliseconds: number, now: Now): Promise<number> {
  const [algo, gridWorld] = [algoSpec(id), envSpec("grid-world")];
  if (!algo || !gridWorld) throw new Error(`There is no algorithm called ${id}.`);
  const start = await loadAlgorithm(id);
  const pace = { fine: false, until: 0 };
  const context: RunContext<Record<string, unknown>> = {
    env: gridWorld.create({ ...defaultsOf(gridWorld.params), ...map }),
    params: structuredClone(defaultsOf(algo.params)),
    streams: streamsOf(1),
    clock: zeroClock(),
    pace,
    log: () => undefined,
  };
  const { clock } = context;
  let { steps } = start(context);
  let finished = 0;
  const done = () => finished + clock.ticks;
  const runFor = (time: number) => {
    const end = now() + time;
    while (now() < end) {
      pace.until = clock.ticks + BLOCK;
      while (clock.ticks < pace.until) {
        if (!steps.next().done) continue;
        // Planning has converged: it begins again.
        finished += clock.ticks;
        Object.assign(clock, zeroClock());
        ({ steps } = start(context));
        break;
      }
    }
  };
  runFor(milliseconds / 2); // compilers warm up
  const before = done();
  const began = now();
  runFor(milliseconds);
  return perSecond(done() - before, now() - began);
}

function perSecond(count: number, milliseconds: number): number {
  return round(count / (milliseconds / 1000));
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
