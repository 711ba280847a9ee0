import { isEmbedded } from "../mode-state";
import { lasting } from "../storage/safe-storage";
import type { ChallengeKey } from "./challenge-state";

/** The steps seen of each chapter and the challenges passed, kept in this browser only. */
const KEY = "bellman.lecture";
const PASSED = "bellman.challenges";

/** In another page nothing of the visitor is shown. */
const kept = (key: string): string | null => (isEmbedded() ? null : lasting.read(key));

/** How many steps of each chapter have been seen, by its id. */
export function seenSteps(): Record<string, number> {
  try {
    const read = JSON.parse(kept(KEY) ?? "{}") as unknown;
    if (typeof read !== "object" || read === null) return {};
    return Object.fromEntries(Object.entries(read).filter(([, count]) => Number.isInteger(count)));
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
    const read = JSON.parse(kept(PASSED) ?? "[]") as unknown;
    return Array.isArray(read) ? read.filter((key) => typeof key === "string") : [];
  } catch {
    return [];
  }
}

export function notePassed(key: ChallengeKey): void {
  const passed = passedChallenges();
  if (!passed.includes(key)) lasting.write(PASSED, JSON.stringify([...passed, key]));
}
