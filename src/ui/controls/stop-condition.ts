import type { Clock } from "../../core/algo";
import type { Stop } from "../../core/scenario";

export type StopKind = "never" | keyof Stop;

/** The conditions that make sense for a family of algorithms, with a count to begin with. */
export const STOP_KINDS = {
  planning: { never: 0, converged: 0, sweeps: 10, ticks: 1000 },
  learning: { never: 0, episodes: 500, ticks: 10_000 },
} as const satisfies Record<string, Partial<Record<StopKind, number>>>;

/** What a kind is called in “Stop …”. */
export function stopLabel(kind: StopKind, family: "planning" | "learning"): string {
  if (kind === "never") return "never";
  if (kind === "converged") return "when converged";
  if (kind === "ticks") return family === "planning" ? "after backups" : "after steps";
  return `after ${kind}`;
}

/** The one condition of a stop, and its count (0 where it has none). */
export function readStop(stop: Stop | undefined): { kind: StopKind; count: number } {
  for (const kind of ["sweeps", "episodes", "ticks"] as const) {
    const count = stop?.[kind];
    if (count !== undefined) return { kind, count };
  }
  return { kind: stop?.converged ? "converged" : "never", count: 0 };
}

/** undefined: never. */
export function writeStop(kind: StopKind, count: number): Stop | undefined {
  if (kind === "never") return undefined;
  return kind === "converged" ? { converged: true } : { [kind]: count };
}

/** The share of the way to the stop, 0 to 1, and after it to the next multiple; null where that cannot be known. */
export function stopProgress(stop: Stop | undefined, clock: Clock | null): number | null {
  const { kind, count } = readStop(stop);
  if (!clock || kind === "never" || kind === "converged") return null;
  const since = clock[kind] % count;
  return clock[kind] > 0 && since === 0 ? 1 : since / count;
}
