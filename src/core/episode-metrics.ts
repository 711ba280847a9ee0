import type { MetricDef } from "./algo";

/** What every learner logs once an episode. */
export const episodeMetrics: readonly MetricDef[] = [
  { id: "return", label: "Return per episode", unit: "", per: "episode", scale: "linear" },
  { id: "length", label: "Steps per episode", unit: "steps", per: "episode", scale: "log" },
];
