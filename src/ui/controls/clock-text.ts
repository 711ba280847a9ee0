import type { Clock } from "../../core/algo";

type Family = "planning" | "learning";

const grouped = new Intl.NumberFormat("en");

/** “1,234 backups”. */
export function count(n: number, unit: string): string {
  return `${grouped.format(n)} ${unit}${n === 1 ? "" : "s"}`;
}

/** What one tick of a family is called. */
export function tickUnit(family: Family): string {
  return family === "planning" ? "backup" : "step";
}

/** How far the run has come, coarse unit first. */
export function clockText(clock: Clock | null, family: Family): string {
  if (!clock) return "preparing …";
  if (family === "learning") return `${count(clock.episodes, "episode")} · ${count(clock.steps, "step")}`;
  const stages = clock.stages > 0 ? `${count(clock.stages, "stage")} · ` : "";
  return `${stages}${count(clock.sweeps, "sweep")} · ${count(clock.ticks, "backup")}`;
}

/** “4.2 M backups/s”: two digits are enough for a rate that jitters. */
export function rateText(ticksPerSecond: number, family: Family): string {
  const compact = new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 2 });
  return `${compact.format(ticksPerSecond)} ${tickUnit(family)}s/s`;
}
