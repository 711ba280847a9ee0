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

/** Where the points of a series stand on the x axis: the middle of the sweeps, episodes or updates that each one merges, from 1. */
export function positionsOf({ stride, mean }: Pick<MetricSeries, "stride" | "mean">): number[] {
  return mean.map((_, i) => i * stride + (stride + 1) / 2);
}

/** Sweeps, episodes or updates that a smoothed point averages: about a twentieth of the run, 10 at least, a round number. */
export function smoothingWindow(count: number): number {
  const wanted = Math.max(10, count / 20);
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = [5, 2, 1].find((candidate) => candidate * power <= wanted) ?? 1;
  return step * power;
}

/**
 * The mean of each point and those before it, `window` points in all; NaN until there are that many. Points that are
 * no numbers are left out, and where a window has nothing else its mean is NaN.
 */
export function trailingMean(values: readonly number[], window: number): number[] {
  let sum = 0;
  let known = 0;
  const add = (value: number, sign: 1 | -1) => {
    if (!Number.isFinite(value)) return;
    sum += sign * value;
    known += sign;
  };
  return values.map((value, i) => {
    add(value, 1);
    if (i >= window) add(values[i - window], -1);
    if (known === 0) sum = 0;
    return i >= window - 1 && known > 0 ? sum / known : NaN;
  });
}

/** The last `count` episodes or updates of a series, or all of fewer, in one number. */
export interface LastMean {
  mean: number;
  count: number;
  /** Where points merge several of them, the last ones can be told only about. */
  about: boolean;
}

/** The mean of the last `count` of a series, to whole points, those that are no numbers left out; null where there are none. */
export function lastMean(
  { stride, mean }: Pick<MetricSeries, "stride" | "mean">,
  count: number,
): LastMean | null {
  const last = mean.slice(-Math.max(1, Math.round(count / stride))).filter(Number.isFinite);
  if (last.length === 0) return null;
  const sum = last.reduce((total, value) => total + value, 0);
  return {
    mean: sum / last.length,
    count: last.length * stride,
    about: stride > 1,
  };
}

/** A smoothed series, and over how many sweeps, episodes or updates each of its points averages. */
export function smoothed({ stride, mean }: Pick<MetricSeries, "stride" | "mean">): {
  values: number[];
  window: number;
} {
  const points = Math.max(2, Math.round(smoothingWindow(mean.length * stride) / stride));
  return { values: trailingMean(mean, points), window: points * stride };
}
