import type { Clock } from "../../core/algo";
import type { Stop } from "../../core/scenario";
import type { TickUnit } from "../../core/tick-unit";
import { clock as units } from "../../messages/clock";
import { fill } from "../../messages/section";
import { stop as words } from "../../messages/stop";
import type { Kind } from "./kind";

const grouped = new Intl.NumberFormat("en");

type Counted = "ticks" | "sweeps" | "episodes";
export type StopKind = "never" | "converged" | "solved" | Counted | `solved-${Counted}`;

/** The conditions that make sense for a kind of algorithm, with a count to begin with. */
export const STOP_KINDS = {
  planning: { never: 0, converged: 0, sweeps: 10, ticks: 1000 },
  learning: { never: 0, episodes: 500, ticks: 10_000 },
  network: {
    never: 0,
    solved: 0,
    "solved-episodes": 1000,
    "solved-ticks": 50_000,
    episodes: 500,
    ticks: 20_000,
  },
} as const satisfies Record<Kind, Partial<Record<StopKind, number>>>;

/** What a kind is called in “Stop …”; `tick`: what one tick is called. */
export function stopLabel(kind: StopKind, tick: TickUnit["one"]): string {
  if (kind === "never" || kind === "converged" || kind === "solved") return words[kind];
  const counted = countedOf(kind);
  const after = words[unitsOf(counted, tick)];
  return kind === counted ? after : fill(words.solvedOr, { after });
}

function unitsOf(counted: Counted, tick: TickUnit["one"]) {
  return counted === "ticks" ? (`${tick}s` as const) : counted;
}

function countedOf(kind: Counted | `solved-${Counted}`): Counted {
  return kind.replace("solved-", "") as Counted;
}

/** The condition of a stop, and its count (0 where it has none). */
export function readStop(stop: Stop | undefined): { kind: StopKind; count: number } {
  for (const counted of ["sweeps", "episodes", "ticks"] as const) {
    const count = stop?.[counted];
    if (count !== undefined) return { kind: stop?.solved ? `solved-${counted}` : counted, count };
  }
  if (stop?.solved) return { kind: "solved", count: 0 };
  return { kind: stop?.converged ? "converged" : "never", count: 0 };
}

/** undefined: never. */
export function writeStop(kind: StopKind, count: number): Stop | undefined {
  if (kind === "never") return undefined;
  if (kind === "converged") return { converged: true };
  if (kind === "solved") return { solved: true };
  const counted = countedOf(kind);
  return { [counted]: count, ...(kind !== counted && { solved: true }) };
}

/** How far it is to the stop, and after it to the next multiple; null where that cannot be known. */
export function stopProgress(
  stop: Stop | undefined,
  clock: Clock | null,
  tick: TickUnit["one"],
): { share: number; says: string } | null {
  const { kind, count } = readStop(stop);
  if (!clock || kind === "never" || kind === "converged" || kind === "solved") return null;
  const counted = countedOf(kind);
  const done = clock[counted];
  const since = done > 0 && done % count === 0 ? count : done % count;
  const all = fill(units[unitsOf(counted, tick)], { count: grouped.format(count) });
  return {
    share: since / count,
    says: fill(words.progressIs, { done: grouped.format(since), count: all }),
  };
}
