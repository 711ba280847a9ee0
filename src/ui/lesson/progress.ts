import { lasting } from "../storage/safe-storage";
import type { ChallengeKey } from "./challenge-state";

/** The steps seen of each chapter and the challenges passed, kept in this browser only. */
const KEY = "bellman.lecture";
const PASSED = "bellman.challenges";

/** How many steps of each chapter have been seen, by its id. */
export function seenSteps(): Record<string, number> {
  try {
    const kept = JSON.parse(lasting.read(KEY) ?? "{}") as unknown;
    if (typeof kept !== "object" || kept === null) return {};
    return Object.fromEntries(Object.entries(kept).filter(([, count]) => Number.isInteger(count)));
  } catch {
    return {};
  }
}

/** Keeps that a step (counted from 0) has been seen. */
export function noteSeen(id: string, step: number): void {
  const seen = seenSteps();
  if ((seen[id] ?? 0) > step) return;
  lasting.write(KEY, JSON.stringify({ ...seen, [id]: step + 1 }));
}

/** The challenges passed, by chapter and id. */
export function passedChallenges(): readonly string[] {
  try {
    const kept = JSON.parse(lasting.read(PASSED) ?? "[]") as unknown;
    return Array.isArray(kept) ? kept.filter((key) => typeof key === "string") : [];
  } catch {
    return [];
  }
}

export function notePassed(key: ChallengeKey): void {
  const passed = passedChallenges();
  if (!passed.includes(key)) lasting.write(PASSED, JSON.stringify([...passed, key]));
}
