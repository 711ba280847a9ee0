import type { MetricSeries } from "../../core/metric-series";
import { charts as words } from "../../messages/charts";
import { fill } from "../../messages/section";
import type { ChartData, ChartOptions, SeriesDef } from "../../plots/line-chart";
import { formatNumber } from "../../plots/number";
import { group } from "./scale";
import { positionsOf, smoothed, smoothingWindow, type ChartDef } from "./series";

/** Over how many episodes or updates a chart's thick line averages; 0 for sweeps, which are exact and not smoothed. */
export function windowOf(chart: ChartDef, series: ReadonlyMap<string, MetricSeries>): number {
  const own = series.get(chart.id);
  if (chart.per === "sweep") return 0;
  return own ? smoothed(own).window : smoothingWindow(0);
}

/**
 * How a chart is drawn: sweeps as they are; episodes and updates raw and smoothed over `window` of them, and what is
 * drawn on the same chart, such as the last test's result, as it is. `goal`: the mean return from which on the world
 * counts as solved; null where there is none.
 */
export function chartOptions(chart: ChartDef, window: number, goal: number | null = null): ChartOptions {
  const series = chart.metrics.flatMap(({ id, label }, i): SeriesDef[] => {
    if (chart.per === "sweep") return [{ id, label, style: i === 0 ? "line" : "bound", colour: i }];
    if (i > 0) return [{ id, label, style: "line", colour: i }];
    return [
      { id, label: chart.per === "episode" ? words.eachEpisode : words.eachUpdate, style: "raw", colour: i },
      { id: smoothId(id), label: fill(words.meanOf, { count: group(window) }), style: "smooth", colour: i },
    ];
  });
  return {
    title: chart.title,
    x: { label: words[chart.per] },
    y: { label: chart.unit, scale: chart.scale },
    series,
    ...(chart.metrics[0].threshold === "goal" &&
      goal !== null && {
        threshold: { value: goal, label: fill(words.solved, { mean: formatNumber(goal) }) },
      }),
  };
}

/**
 * The points of a chart's metrics. `tested`: the mean of the last greedy test, which its line goes to at once; the
 * series has it only when the episode has ended.
 */
export function chartData(
  chart: ChartDef,
  series: ReadonlyMap<string, MetricSeries>,
  tested: number | null = null,
): ChartData {
  const entries = chart.metrics.flatMap(({ id }, i): [string, ChartData[string]][] => {
    const own = series.get(id);
    if (!own) return [];
    const x = positionsOf(own);
    const raw = own.stride === 1 ? { x, y: own.mean } : { x, y: own.mean, min: own.min, max: own.max };
    if (chart.per === "sweep") return [[id, raw]];
    if (id === "greedy" && tested !== null && own.mean.at(-1) !== tested) {
      const next = own.mean.length * own.stride + 1;
      return [[id, { x: [...x, next], y: [...own.mean, tested] }]];
    }
    if (i > 0) return [[id, { x, y: own.mean }]];
    return [
      [id, raw],
      [smoothId(id), { x, y: smoothed(own).values }],
    ];
  });
  return Object.fromEntries(entries);
}

function smoothId(id: string): string {
  return `${id}-smooth`;
}
