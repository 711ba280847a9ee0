import type { MetricDef } from "../../core/algo";
import type { MetricSeries } from "../../core/metric-series";

/** One chart: a metric, and those that are drawn on it. */
export interface ChartDef {
  id: string;
  title: string;
  per: MetricDef["per"];
  scale: MetricDef["scale"];
  unit: string;
  metrics: MetricDef[];
}

/** Groups metrics into charts: a metric that names another one with `with` is drawn on its chart. */
export function chartsOf(metrics: readonly MetricDef[]): ChartDef[] {
  return metrics
    .filter((metric) => !metrics.some((other) => other.id === metric.with))
    .map((metric) => ({
      id: metric.id,
      title: metric.label,
      per: metric.per,
      scale: metric.scale,
      unit: metric.unit,
      metrics: [metric, ...metrics.filter((other) => other.with === metric.id)],
    }));
}

/** Where the points of a series stand on the x axis: the middle of the sweeps or episodes that each one merges, from 1. */
export function positionsOf({ stride, mean }: Pick<MetricSeries, "stride" | "mean">): number[] {
  return mean.map((_, i) => i * stride + (stride + 1) / 2);
}

/** Sweeps or episodes that a smoothed point averages: about a twentieth of the run, 10 at least, a round number. */
export function smoothingWindow(count: number): number {
  const wanted = Math.max(10, count / 20);
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = [5, 2, 1].find((candidate) => candidate * power <= wanted) ?? 1;
  return step * power;
}

/** The mean of each point and those before it, `window` points in all; NaN until there are that many. */
export function trailingMean(values: readonly number[], window: number): number[] {
  let sum = 0;
  return values.map((value, i) => {
    sum += value - (i >= window ? values[i - window] : 0);
    return i >= window - 1 ? sum / window : NaN;
  });
}

/** The last `episodes` of a series, or all of fewer, in one number. */
export interface LastMean {
  mean: number;
  episodes: number;
  /** Where points merge several episodes, the last ones can be told only about. */
  about: boolean;
}

/** The mean of the last `episodes` of a series, to whole points; null where there are none yet. */
export function lastMean(
  { stride, mean }: Pick<MetricSeries, "stride" | "mean">,
  episodes: number,
): LastMean | null {
  if (mean.length === 0) return null;
  const last = mean.slice(-Math.max(1, Math.round(episodes / stride)));
  const sum = last.reduce((total, value) => total + value, 0);
  return {
    mean: sum / last.length,
    episodes: stride === 1 ? last.length : last.length * stride,
    about: stride > 1,
  };
}

/** A smoothed series, and over how many sweeps or episodes each of its points averages. */
export function smoothed({ stride, mean }: Pick<MetricSeries, "stride" | "mean">): {
  values: number[];
  window: number;
} {
  const points = Math.max(2, Math.round(smoothingWindow(mean.length * stride) / stride));
  return { values: trailingMean(mean, points), window: points * stride };
}
