import { lasting } from "../storage/safe-storage";

/** The steps seen of each chapter, kept in this browser only. */
const KEY = "bellman.lecture";

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
