import type { Lesson } from "./lesson";

/** The experiment of a step (counted from 0): its own, or that of the last step before it that has one. */
export function experimentOf({ steps }: Lesson, step: number): object | undefined {
  return steps.slice(0, step + 1).findLast(({ scenario }) => scenario)?.scenario;
}
