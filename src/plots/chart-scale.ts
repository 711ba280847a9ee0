import { quantileSorted, scaleLinear, scaleLog } from "d3";
import type { ChartData, Threshold } from "./chart-data";
import { formatFixed, formatNumber } from "./number";

/** Decades that a logarithmic axis shows at most; smaller values lie on its lowest line. */
const MOST_DECADES = 18;
/** Height of the row for exact zeros under a logarithmic axis, in pixels. */
export const ZERO_ROW = 14;

export interface Tick {
  /** In pixels along the axis. */
  at: number;
  label: string;
}

/** A vertical axis: where a value lies in pixels, NaN where it cannot be shown. */
export interface YScale {
  of(value: number): number;
  ticks: Tick[];
}

export interface Range {
  low: number;
  high: number;
  /** Smallest value above 0, and whether 0 occurs: what a logarithmic axis needs. */
  lowPositive: number;
  zero: boolean;
}

/** The range of all values, their minima and maxima, and of the threshold. */
export function rangeOf(data: ChartData, threshold?: Threshold): Range {
  const range = { low: Infinity, high: -Infinity, lowPositive: Infinity, zero: false };
  const include = (value: number) => {
    if (!Number.isFinite(value)) return;
    if (value < range.low) range.low = value;
    if (value > range.high) range.high = value;
    if (value > 0 && value < range.lowPositive) range.lowPositive = value;
    if (value === 0) range.zero = true;
  };
  for (const { y, min, max } of Object.values(data)) {
    for (const values of [y, min, max])
      for (let i = 0; i < (values?.length ?? 0); i++) include(values?.[i] ?? NaN);
  }
  if (threshold) include(threshold.value);
  if (threshold && range.low === range.high) include(0); // alone, it would lie in the middle of nothing
  return range;
}

/** Fewer points than this are all shown. */
const FEW = 50;
/** How many times wider than the range of nearly all values the full range must be to be cut. */
const FLATTENING = 4;

/**
 * The range without the outliers that would flatten everything else: from the 2nd to the 98th percentile, where the
 * full range is several times as wide; else the range itself. The first episodes of a learner are such outliers, a
 * threshold never is.
 */
export function withoutOutliers(range: Range, data: ChartData, threshold?: Threshold): Range {
  const values = Object.values(data).flatMap(({ y }) => Array.from(y).filter(Number.isFinite));
  if (values.length < FEW) return range;
  values.sort((a, b) => a - b);
  const level = threshold ? [threshold.value].filter(Number.isFinite) : [];
  const low = Math.min(quantileSorted(values, 0.02) ?? range.low, ...level);
  const high = Math.max(quantileSorted(values, 0.98) ?? range.high, ...level);
  if (low === high || range.high - range.low < FLATTENING * (high - low)) return range;
  return { ...range, low, high };
}

/** A linear axis from `bottom` up to `top`, in pixels, over a round range; values beyond it lie on its edge. A constant gets room on both sides. */
export function linearScale({ low, high }: Range, bottom: number, top: number): YScale {
  if (!(low <= high)) return { of: () => NaN, ticks: [] };
  const [from, to] = spread(low, high);
  const count = Math.max(2, Math.min(5, Math.floor((bottom - top) / 32)));
  const scale = scaleLinear([from, to], [bottom, top]).nice(count).clamp(true);
  return {
    of: (value) => (Number.isFinite(value) ? scale(value) : NaN),
    ticks: apart(linearTicks(scale, count)),
  };
}

/** A logarithmic axis; exact zeros get a row of their own below it, negative values are gaps. */
export function logScale(range: Range, bottom: number, top: number): YScale {
  const floor = range.zero ? bottom - ZERO_ROW : bottom;
  const zeroTick = range.zero ? [{ at: bottom, label: "0" }] : [];
  if (!(range.high > 0)) return { of: (value) => (value === 0 ? bottom : NaN), ticks: zeroTick };
  const first = Math.max(
    Math.floor(Math.log10(range.lowPositive)),
    Math.floor(Math.log10(range.high)) - MOST_DECADES,
  );
  const last = Math.max(first + 1, Math.ceil(Math.log10(range.high)));
  const scale = scaleLog([10 ** first, 10 ** last], [floor, top]).clamp(true);
  const step = Math.ceil((last - first) / Math.max(1, Math.min(5, Math.floor((floor - top) / 24))));
  const ticks = [...zeroTick];
  for (let power = last; power >= first; power -= step) {
    ticks.push({ at: scale(10 ** power), label: powerLabel(power, first < -3 || last > 5) });
  }
  return {
    of: (value) => (value > 0 ? scale(Math.min(value, Number.MAX_VALUE)) : value === 0 ? bottom : NaN),
    ticks,
  };
}

/** A horizontal axis of counts: episodes, sweeps. */
export interface XScale {
  of(x: number): number;
  invert(pixels: number): number;
  ticks: Tick[];
}

/** The horizontal axis: from 0 to the last x, with ticks at whole numbers. */
export function xScale(data: ChartData, left: number, right: number): XScale {
  let last = 0;
  for (const { x } of Object.values(data)) if (x.length > 0) last = Math.max(last, x[x.length - 1]);
  const scale = scaleLinear([0, Math.max(2, last)], [left, right]);
  const count = Math.max(2, Math.min(6, Math.floor((right - left) / 90)));
  const ticks = scale.ticks(count).filter(Number.isInteger);
  return {
    of: (x) => scale(x),
    invert: (pixels) => scale.invert(pixels),
    ticks: last > 0 ? ticks.map((value) => ({ at: scale(value), label: formatNumber(value) })) : [],
  };
}

/** 0.01, or 1e−2 on an axis where the plain form would not do for all. */
function powerLabel(power: number, exponential: boolean): string {
  return exponential ? `1e${formatNumber(power)}` : formatNumber(Number(`1e${power}`));
}

/** Smallest distance between the labels of a vertical axis, in pixels. */
const LABEL_HEIGHT = 13;

/** The ticks whose labels do not cover one another, from the first. */
function apart(ticks: Tick[]): Tick[] {
  const kept: Tick[] = [];
  for (const tick of ticks) {
    const last = kept.at(-1);
    if (!last || Math.abs(tick.at - last.at) >= LABEL_HEIGHT) kept.push(tick);
  }
  return kept;
}

/** About `count` ticks at round values, all with the same decimals. */
export function linearTicks(scale: ReturnType<typeof scaleLinear<number, number>>, count: number): Tick[] {
  const values = scale.ticks(count);
  const step = values.length > 1 ? values[1] - values[0] : 1;
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return values.map((value) => ({
    at: scale(value),
    label: decimals > 6 ? formatNumber(value) : formatFixed(value, decimals),
  }));
}

function spread(low: number, high: number): [number, number] {
  if (low < high) return [low, high];
  const room = Math.abs(low) * 0.1 || 1;
  return [low - room, high + room];
}
