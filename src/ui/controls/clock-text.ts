import type { Clock, Granularity } from "../../core/algo";
import type { TickUnit } from "../../core/tick-unit";
import { clock as words } from "../../messages/clock";
import { plural } from "../../messages/plural";
import { fill } from "../../messages/section";
import type { Kind } from "./kind";

const grouped = new Intl.NumberFormat("en");

/** What the clock counts. */
export type Unit = "sweep" | "stage" | "episode" | TickUnit["one"];

/** “1,234 backups”. */
export function count(n: number, unit: Unit): string {
  return fill(plural(n, words[unit], words[`${unit}s`]), { count: grouped.format(n) });
}

/** Whether an algorithm goes by stages: it evaluates a policy, then improves it. */
export function hasStages(spec: { granularities: readonly Granularity[] }): boolean {
  return spec.granularities.some(({ until }) => until === "stages");
}

/** How far the run has come, coarse unit first. Where there are `stages`, some ticks improve the policy. */
export function clockText(clock: Clock | null, kind: Kind, stages = false): string {
  if (!clock) return words.preparing;
  if (kind !== "planning") {
    const updates = kind === "network" ? ` · ${count(clock.updates, "update")}` : "";
    return `${count(clock.episodes, "episode")} · ${count(clock.steps, "step")}${updates}`;
  }
  const sweeps = count(clock.sweeps, "sweep");
  if (!stages) return `${sweeps} · ${count(clock.ticks, "backup")}`;
  const both = fill(words.improvements, { count: grouped.format(clock.ticks) });
  return `${count(clock.stages, "stage")} · ${sweeps} · ${both}`;
}

/**
 * “4.2 M backups/s”: two digits are enough for a rate that jitters. Where a tick is a step of several environments, all
 * of their steps count.
 */
export function rateText(ticksPerSecond: number, kind: Kind, clock: Clock | null = null): string {
  const each = kind === "network" && clock && clock.ticks > 0 ? clock.steps / clock.ticks : 1;
  const compact = new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 2 });
  const rate = compact.format(ticksPerSecond * each);
  return fill(kind === "planning" ? words.backupRate : words.stepRate, { rate });
}
