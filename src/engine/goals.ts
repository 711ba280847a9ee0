import type { Clock } from "../core/algo";
import type { Stop } from "../core/scenario";
import type { TickUnit } from "../core/tick-unit";

/** A count of the clock to be reached. */
export interface Goal {
  key: keyof Clock;
  count: number;
}

/** Whether the clock has come to a goal. */
export function isReached({ key, count }: Goal, clock: Clock): boolean {
  return clock[key] >= count;
}

/**
 * The first tick at which a goal may be reached by an algorithm with a table: none of its counts grows by more than one
 * a tick. Those of networks do, but they end every tick, whatever they are asked.
 */
export function soonest({ key, count }: Goal, clock: Clock): number {
  return clock.ticks + count - clock[key];
}

/** The goal that is never reached. */
export const NEVER: Goal = { key: "ticks", count: Infinity };

/**
 * The stop condition as goals. A run that has passed a count gets as many again: no Run goes on for ever by accident
 * where a stop was set. One that has been solved goes on: its student wants to see more.
 */
export function stopGoals(stop: Stop | null, clock: Clock): Goal[] {
  const goals: Goal[] = stop?.solved && clock.solves === 0 ? [{ key: "solves", count: 1 }] : [];
  for (const key of ["ticks", "sweeps", "episodes"] as const) {
    const count = stop?.[key];
    if (count !== undefined) goals.push({ key, count: count * (Math.floor(clock[key] / count) + 1) });
  }
  return goals;
}

const grouped = new Intl.NumberFormat("en");

/** Why a run stopped, in a student's words; `unit`: what the algorithm's ticks are. */
export function stopSays({ key, count }: Goal, { one, means }: TickUnit): string {
  if (key === "solves") return "Stopped: the greedy policy has passed its test.";
  const counted = key === "ticks" ? one : key.replace(/s$/, "");
  const why = key === "ticks" && means !== undefined ? `, each ${means}` : "";
  return `Stopped after ${grouped.format(count)} ${counted}${count === 1 ? "" : "s"}, as set${why}.`;
}
