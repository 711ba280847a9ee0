import type { Granularity } from "../core/algo";
import type { Position } from "../core/scenario";
import type { Wait } from "../core/wait";
import { NEVER, type Goal } from "./goals";
import type { Simulation } from "./simulation";
import { reached, seek, stepForward, ticksAtOnce } from "./travel";

/** A piece of work in portions; each yields how long to wait before the next, in ms, or what to wait for. */
export type Job = Generator<number | Promise<unknown> | void, unknown>;

/** The longest nap between two slow steps: a pause is heard within it. */
const LONGEST_NAP = 50; // ms
/** What a run that has fallen behind its rate makes up for: so much time, or two steps. Not a burst of all it missed. */
const MOST_ARREARS = 50; // ms

export function* nothing(): Generator<void, void> {}

/** One piece of work after the other. */
export function* chain(...jobs: Job[]): Generator<number | Promise<unknown> | void, void> {
  for (const job of jobs) yield* job;
}

/** Steps of a granularity at a rate (a second), or as fast as possible, until the run ends or a stop is reached. */
export function* play(
  sim: Simulation,
  until: Granularity["until"],
  rate: number,
  stops: readonly Goal[],
  now: () => number,
): Generator<number | Promise<unknown> | void, void> {
  const isOver = () => sim.outcome !== null || stops.some((stop) => reached(sim, stop));
  const period = 1000 / rate;
  let due = now();
  while (!isOver()) {
    if (rate === Infinity && until !== "line") {
      sim.runTicks(ticksAtOnce(sim), NEVER, stops);
      yield sim.waiting ?? undefined;
      continue;
    }
    for (let wait; (wait = due - now()) > 0;) yield Math.min(wait, LONGEST_NAP);
    yield* stepForward(sim, until, stops);
    due = Math.max(due + period, now() - Math.max(MOST_ARREARS, 2 * period));
    yield;
  }
}

export function* seekWithProgress(
  sim: Simulation,
  to: Position,
  show: (share: number) => void,
): Generator<Promise<unknown> | void, void> {
  const from = Math.min(sim.clock.ticks, to.tick);
  for (const portion of seek(sim, to)) {
    show(to.tick > from ? (sim.clock.ticks - from) / (to.tick - from) : 1);
    yield portion;
  }
}

/** A measurement of a frozen network, where the algorithm can make it. Abandoned, it frees what it holds. */
export function* measure<Report>(
  begin: () => Iterator<Wait | number, Report> | undefined,
  show: (share: number) => void,
  post: (report: Report) => void,
): Generator<Promise<unknown> | void, void> {
  const work = begin();
  if (!work) return;
  try {
    let portion = work.next();
    for (; !portion.done; portion = work.next()) {
      if (typeof portion.value === "number") show(portion.value);
      yield typeof portion.value === "number" ? undefined : portion.value.until;
    }
    post(portion.value);
  } finally {
    work.return?.();
  }
}
