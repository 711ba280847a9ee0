import type { Clock, Granularity } from "../../core/algo";

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

/** Whether an algorithm goes by stages: it evaluates a policy, then improves it. */
export function hasStages(spec: { granularities: readonly Granularity[] }): boolean {
  return spec.granularities.some(({ until }) => until === "stages");
}

/** How far the run has come, coarse unit first. Where there are `stages`, some ticks improve the policy. */
export function clockText(clock: Clock | null, family: Family, stages = false): string {
  if (!clock) return "preparing …";
  if (family === "learning") return `${count(clock.episodes, "episode")} · ${count(clock.steps, "step")}`;
  const sweeps = count(clock.sweeps, "sweep");
  if (!stages) return `${sweeps} · ${count(clock.ticks, "backup")}`;
  const both = `${grouped.format(clock.ticks)} backups and improvements`;
  return `${count(clock.stages, "stage")} · ${sweeps} · ${both}`;
}

/** “4.2 M backups/s”: two digits are enough for a rate that jitters. */
export function rateText(ticksPerSecond: number, family: Family): string {
  const compact = new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 2 });
  return `${compact.format(ticksPerSecond)} ${tickUnit(family)}s/s`;
}
