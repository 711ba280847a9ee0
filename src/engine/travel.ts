import type { Clock, Granularity } from "../core/algo";
import { isBefore, START, type Position } from "../core/scenario";
import { isReached, type Goal } from "./goals";
import type { Simulation } from "./simulation";

/** Ticks between two looks at the time: short against a slice of the loop, long against the look itself. */
const TICKS_AT_ONCE = 512;

/**
 * Ways through a run, as generators that yield between small portions of work so that the trainer
 * can keep answering. Going far, either way, is going to a checkpoint and forward from there.
 */

/** A portion of the way is done: what to wait for before the next, if there is something. */
export type Portion = Promise<unknown> | void;

/** Forward by one step of a granularity, or to a stop if that comes first. */
export function* stepForward(
  sim: Simulation,
  until: Granularity["until"],
  stops: readonly Goal[] = [],
): Generator<Portion> {
  if (until === "line") {
    yield* nextPhase(sim);
    return;
  }
  const goal = { key: until, count: sim.clock[until] + 1 };
  while (
    sim.runTicks(ticksAtOnce(sim), goal, stops) &&
    !reached(sim, goal) &&
    !stops.some((stop) => reached(sim, stop))
  )
    yield sim.waiting ?? undefined;
}

/** How many ticks to run between two looks at the time. A network's run is heard after each: its ticks are long. */
export function ticksAtOnce(sim: Simulation): number {
  return sim.network ? 1 : TICKS_AT_ONCE;
}

/** To the next phase; false when the run is over. */
function* nextPhase(sim: Simulation): Generator<Portion, boolean> {
  const from = sim.position;
  for (;;) {
    const goesOn = sim.nextPhase();
    const { waiting } = sim;
    if (waiting) yield waiting;
    if (!goesOn || !waiting) return goesOn;
    // It may wait because there, at the end of a tick, a checkpoint is taken.
    if (!sim.owes && isBefore(from, sim.position)) return true;
  }
}

/** To the next position at which the run may stand: it may have been left in the midst of a tick. */
export function* comeToRest(sim: Simulation): Generator<Portion> {
  while (sim.owes) {
    if (sim.owes === "tick") sim.runTicks(0, { key: "ticks", count: 0 });
    else sim.nextPhase();
    if (sim.waiting) yield sim.waiting;
  }
  while (sim.waiting) yield sim.waiting;
}

/** Whether the run stands where the clock has come to a goal: in the midst of a tick, counts run ahead. */
export function reached({ clock, owes }: Simulation, goal: Goal): boolean {
  return owes === null && isReached(goal, clock);
}

/** To a position, wherever it lies; beyond the end of a run that ends by itself, to that end. */
export function* seek(sim: Simulation, to: Position): Generator<Portion> {
  sim.approach(to);
  yield* goOnTo(sim, to);
}

/** To a position as if the run had never been beyond its last checkpoint: what a merged change needs. */
export function* replay(sim: Simulation, to: Position): Generator<Portion> {
  sim.rewind(({ position }) => isBefore(position, to));
  yield* goOnTo(sim, to);
}

function* goOnTo(sim: Simulation, to: Position): Generator<Portion> {
  const tick: Goal = { key: "ticks", count: to.tick };
  while (!reached(sim, tick) && sim.runTicks(ticksAtOnce(sim), tick)) yield sim.waiting ?? undefined;
  while (sim.waiting) yield sim.waiting;
  sim.applyDueChanges(to);
  while (isBefore(sim.position, to) && ((yield* nextPhase(sim)) || sim.hasDueChange(to)))
    sim.applyDueChanges(to);
}

/** Back to where the step of a granularity began, or, from there, to where the one before it began. */
export function* stepBack(sim: Simulation, until: Granularity["until"]): Generator<Portion> {
  const here = sim.position;
  if (!isBefore(START, here)) return;
  if (until === "line") {
    yield* seek(sim, yield* phaseBefore(sim, here));
    return;
  }
  const count = sim.clock[until];
  yield* seekCount(sim, until, count);
  if (isBefore(sim.position, here) || count === 0) return;
  yield* seekCount(sim, until, count - 1);
  if (isBefore(sim.position, here)) return;
  // One tick has counted several: the step began with the count that there was before it.
  yield* seek(sim, { tick: here.tick - 1, phase: 0 });
  yield* seekCount(sim, until, sim.clock[until]);
}

/** To the first moment at which a count of the clock had this value. */
function* seekCount(sim: Simulation, key: keyof Clock, count: number): Generator<Portion> {
  if (count === 0) {
    yield* seek(sim, START);
    return;
  }
  sim.rewind(({ clock }) => clock[key] < count);
  const goal: Goal = { key, count };
  while (sim.runTicks(ticksAtOnce(sim), goal) && !reached(sim, goal)) yield sim.waiting ?? undefined;
  while (sim.waiting) yield sim.waiting;
  sim.applyDueChanges();
}

function* phaseBefore(sim: Simulation, here: Position): Generator<Portion, Position> {
  if (here.phase > 0) return { tick: here.tick, phase: here.phase - 1 };
  const before = { tick: here.tick - 1, phase: 0 };
  yield* seek(sim, before);
  let phase = 0;
  while ((yield* nextPhase(sim)) && sim.clock.ticks < here.tick) phase++;
  return { tick: before.tick, phase };
}
