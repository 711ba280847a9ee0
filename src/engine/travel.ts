import type { Clock, Granularity } from "../core/algo";
import { isBefore, START, type Position } from "../core/scenario";
import { NEVER, type Goal, type Simulation } from "./simulation";

/** Ticks between two looks at the time: short against a slice of the loop, long against the look itself. */
export const TICKS_AT_ONCE = 512;

/**
 * Ways through a run, as generators that yield between small portions of work so that the trainer
 * can keep answering. Going far, either way, is going to a checkpoint and forward from there.
 */

/** Forward by one step of a granularity, or to the stop if that comes first. */
export function* stepForward(sim: Simulation, until: Granularity["until"], stop = NEVER): Generator<void> {
  if (until === "line") {
    sim.nextPhase();
    return;
  }
  const goal = { key: until, count: sim.clock[until] + 1 };
  while (sim.runTicks(TICKS_AT_ONCE, goal, stop) && !reached(sim, goal) && !reached(sim, stop)) yield;
}

/** Whether the clock has come to a goal. */
export function reached({ clock }: Simulation, { key, count }: Goal): boolean {
  return clock[key] >= count;
}

/** To a position, wherever it lies; beyond the end of a run that ends by itself, to that end. */
export function* seek(sim: Simulation, to: Position): Generator<void> {
  sim.approach(to);
  yield* goOnTo(sim, to);
}

/** To a position as if the run had never been beyond its last checkpoint: what a merged change needs. */
export function* replay(sim: Simulation, to: Position): Generator<void> {
  sim.rewind(({ position }) => isBefore(position, to));
  yield* goOnTo(sim, to);
}

function* goOnTo(sim: Simulation, to: Position): Generator<void> {
  const tick: Goal = { key: "ticks", count: to.tick };
  while (!reached(sim, tick) && sim.runTicks(TICKS_AT_ONCE, tick)) yield;
  sim.applyDueChanges(to);
  while (isBefore(sim.position, to) && (sim.nextPhase() || sim.hasDueChange(to))) sim.applyDueChanges(to);
}

/** Back to where the step of a granularity began, or, from there, to where the one before it began. */
export function* stepBack(sim: Simulation, until: Granularity["until"]): Generator<void> {
  const here = sim.position;
  if (!isBefore(START, here)) return;
  if (until === "line") {
    yield* seek(sim, yield* phaseBefore(sim, here));
    return;
  }
  const count = sim.clock[until];
  yield* seekCount(sim, until, count);
  if (!isBefore(sim.position, here) && count > 0) yield* seekCount(sim, until, count - 1);
}

/** To the first moment at which a count of the clock had this value. */
function* seekCount(sim: Simulation, key: keyof Clock, count: number): Generator<void> {
  if (count === 0) {
    yield* seek(sim, START);
    return;
  }
  sim.rewind(({ clock }) => clock[key] < count);
  const goal: Goal = { key, count };
  while (sim.runTicks(TICKS_AT_ONCE, goal) && !reached(sim, goal)) yield;
  sim.applyDueChanges();
}

function* phaseBefore(sim: Simulation, here: Position): Generator<void, Position> {
  if (here.phase > 0) return { tick: here.tick, phase: here.phase - 1 };
  const before = { tick: here.tick - 1, phase: 0 };
  yield* seek(sim, before);
  let phase = 0;
  while (sim.nextPhase() && sim.clock.ticks < here.tick) phase++;
  return { tick: before.tick, phase };
}
