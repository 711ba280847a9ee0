/** New points of one metric: they replace everything from `from` on. */
export interface SeriesUpdate {
  /** Index of the first point sent. */
  from: number;
  /** Sweeps or episodes merged into one point. */
  stride: number;
  mean: Float64Array;
  min: Float64Array;
  max: Float64Array;
}

/** A metric's points so far; x runs in sweeps or episodes, each point the mean of `stride` of them (the last of fewer). */
export interface MetricSeries {
  stride: number;
  mean: number[];
  min: number[];
  max: number[];
}

/** Brings a receiver's copy of the metrics up to date. */
export function applyUpdates(series: Map<string, MetricSeries>, updates: Record<string, SeriesUpdate>): void {
  for (const [metric, update] of Object.entries(updates)) {
    let own = series.get(metric);
    if (!own) series.set(metric, (own = { stride: 1, mean: [], min: [], max: [] }));
    own.stride = update.stride;
    for (const part of ["mean", "min", "max"] as const) {
      own[part].length = update.from;
      for (const value of update[part]) own[part].push(value);
    }
  }
}
