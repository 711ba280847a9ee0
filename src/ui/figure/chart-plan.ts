import type { MetricSeries } from "../../core/metric-series";
import type { ChartData, ChartOptions, SeriesDef } from "../../plots/line-chart";
import { group } from "./scale";
import { positionsOf, smoothed, smoothingWindow, type ChartDef } from "./series";

/** Over how many episodes a chart's thick line averages; 0 for sweeps, which are exact and not smoothed. */
export function windowOf(chart: ChartDef, series: ReadonlyMap<string, MetricSeries>): number {
  const own = series.get(chart.id);
  if (chart.per === "sweep") return 0;
  return own ? smoothed(own).window : smoothingWindow(0);
}

/** How a chart is drawn: sweeps as they are, episodes raw and smoothed over `window` of them. */
export function chartOptions(chart: ChartDef, window: number): ChartOptions {
  const series = chart.metrics.flatMap(({ id, label }, i): SeriesDef[] => {
    if (chart.per === "sweep") return [{ id, label, style: i === 0 ? "line" : "bound", colour: i }];
    return [
      { id, label: "each episode", style: "raw", colour: i },
      { id: smoothId(id), label: `mean of ${group(window)}`, style: "smooth", colour: i },
    ];
  });
  return {
    title: chart.title,
    x: { label: chart.per },
    y: { label: chart.unit, scale: chart.scale },
    series,
  };
}

/** The points of a chart's metrics. */
export function chartData(chart: ChartDef, series: ReadonlyMap<string, MetricSeries>): ChartData {
  const entries = chart.metrics.flatMap(({ id }) => {
    const own = series.get(id);
    if (!own) return [];
    const x = positionsOf(own);
    const raw = own.stride === 1 ? { x, y: own.mean } : { x, y: own.mean, min: own.min, max: own.max };
    if (chart.per === "sweep") return [[id, raw] as const];
    return [[id, raw] as const, [smoothId(id), { x, y: smoothed(own).values }] as const];
  });
  return Object.fromEntries(entries);
}

function smoothId(id: string): string {
  return `${id}-smooth`;
}
