import { formatNumber } from "./number";

/** The points of one series, in order of x. NaN in y is a gap; `min` and `max` are the range a point stands for. */
export interface SeriesPoints {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  min?: ArrayLike<number> | undefined;
  max?: ArrayLike<number> | undefined;
}

/** The points of each series, by id. */
export type ChartData = Readonly<Record<string, SeriesPoints>>;

/** A level to compare with, such as the optimum or what is to be reached. */
export interface Threshold {
  readonly value: number;
  readonly label: string;
}

/** “solved at 475”: the label with its number, where it does not have it already. */
export function thresholdText({ value, label }: Threshold): string {
  const number = formatNumber(value);
  return label.includes(number) ? label : `${label} ${number}`;
}

export interface SeriesDef {
  id: string;
  label: string;
  /** `raw`: thin and pale; `smooth`: thick; `bound`: dashed, in ink; `line`: medium. */
  style: "raw" | "smooth" | "bound" | "line";
  /** Index into the categorical colours; a raw series and its smoothed one share one. */
  colour?: number;
}

export interface ChartOptions {
  title: string;
  x: { label: string; unit?: string };
  y: { label: string; unit?: string; scale: "linear" | "log" };
  series: readonly SeriesDef[];
  /** A labelled line across the chart; the y axis always reaches it. */
  threshold?: Threshold | undefined;
}

/** A chart as a table: one row for each x, a null where a series has no value there. */
export interface ChartTable {
  columns: string[];
  rows: (number | null)[][];
}

/** All points as a table. */
export function chartTable({ x, series }: Pick<ChartOptions, "x" | "series">, data: ChartData): ChartTable {
  const positions = allPositions(data);
  const rowOf = new Map(positions.map((position, i) => [position, i]));
  const rows = positions.map((position): (number | null)[] => [position, ...series.map(() => null)]);
  for (const [column, { id }] of series.entries()) {
    const points = data[id];
    for (let i = 0; i < (points?.x.length ?? 0); i++) {
      const row = rowOf.get(points.x[i]);
      if (row !== undefined && Number.isFinite(points.y[i])) rows[row][column + 1] = points.y[i];
    }
  }
  return { columns: [x.label, ...series.map(({ label }) => label)], rows };
}

/** Every x of every series once, ascending. */
export function allPositions(data: ChartData): number[] {
  const positions = new Set<number>();
  for (const { x } of Object.values(data)) for (let i = 0; i < x.length; i++) positions.add(x[i]);
  return [...positions].sort((a, b) => a - b);
}

/** Index of the x nearest to `x` among ascending positions; −1 without any. */
export function nearestIndex(positions: ArrayLike<number>, x: number): number {
  let low = 0;
  let high = positions.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (positions[middle] < x) low = middle + 1;
    else high = middle;
  }
  return low > 0 && x - positions[low - 1] <= positions[low] - x
    ? low - 1
    : Math.min(low, positions.length - 1);
}

/** The value of a series at exactly this x, with its range; null where it has none. */
export function valueAt(
  points: SeriesPoints | undefined,
  x: number,
): { y: number; min?: number; max?: number } | null {
  if (!points) return null;
  const i = nearestIndex(points.x, x);
  if (i < 0 || points.x[i] !== x || Number.isNaN(points.y[i])) return null;
  const y = points.y[i];
  return points.min && points.max ? { y, min: points.min[i], max: points.max[i] } : { y };
}
