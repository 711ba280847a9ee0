import { scaleLog } from "d3";
import type { SettingVariance } from "../core/variance";
import type { Tick } from "./chart-scale";
import { circlePath } from "./plot-parts";
import { DIGIT } from "./plot-text";
import { varianceText } from "./variance-plot-words";

/** Where the columns of the picture lie, and its rows. */
export interface VarianceLayout {
  variance: { left: number; right: number };
  norm: number;
  cosine: { left: number; right: number };
  rowHeight: number;
}

const HIGHEST = 58;
/** Narrower pictures are stacked. */
const WIDE = 620;
/** Rows are at least so high, where there is any room: names over the dots, or beside them. */
export const LEAST_STACKED = 34;
export const LEAST_BESIDE = 20;

/** Whether names that need `names` units must stand over the dots, in rows that can be `height` units high. */
export function isStacked(width: number, height: number, names: number): boolean {
  return width < WIDE || names > width * (height < LEAST_STACKED ? 0.45 : 1 / 3);
}

/** Columns for `count` settings whose names need `names` units, in rows that share `height`. */
export function varianceLayout(
  width: number,
  height: number,
  names: number,
  count: number,
  stacked: boolean,
): VarianceLayout {
  const rowHeight = Math.min(stacked ? HIGHEST + 8 : HIGHEST, height / Math.max(1, count));
  const number = DIGIT * 6 + 14; // beside the dot of the variance
  const left = stacked ? 14 : names + 24;
  const right = width - 18;
  const norm = stacked ? 0 : DIGIT * 8;
  const room = right - left - norm - number - 24;
  const varianceRight = left + room / 2;
  return {
    variance: { left, right: varianceRight },
    norm: stacked ? right : varianceRight + number + norm,
    cosine: { left: varianceRight + number + norm + 24, right },
    rowHeight,
  };
}

/** A logarithmic axis around the variances; 0 and what is no number lie on its low end. */
export function varianceAxis(
  settings: readonly SettingVariance[],
  left: number,
  right: number,
): { of(variance: number): number; ticks: Tick[] } {
  const positive = settings
    .map(({ variance }) => variance)
    .filter((variance) => variance > 0 && variance < Infinity);
  const low = positive.length > 0 ? Math.min(...positive) : 1;
  const high = positive.length > 0 ? Math.max(...positive) : 10;
  const scale = scaleLog([low / 1.3, high * 1.3], [left, right]).clamp(true);
  const few = Math.max(2, Math.floor((right - left) / 56));
  const byDecade = scale
    .ticks()
    .filter((value) => Math.abs(Math.log10(value) - Math.round(Math.log10(value))) < 1e-9);
  const values = byDecade.length >= 2 ? byDecade : scale.ticks(few);
  const every = Math.ceil(values.length / few);
  return {
    of: (variance) => (variance > 0 ? scale(Math.min(variance, Number.MAX_VALUE)) : left),
    ticks: values
      .filter((_, i) => i % every === 0)
      .map((value) => ({ at: scale(value), label: varianceText(value) })),
  };
}

/** The domain of the cosines: from 0, or from −1 where some are negative, to 1. */
export function cosineDomain(settings: readonly SettingVariance[]): [number, number] {
  return settings.some(({ cosines }) => cosines.some((cosine) => cosine < 0)) ? [-1, 1] : [0, 1];
}

/** Fraction of the golden section: successive multiples of it, modulo 1, are spread evenly. */
const GOLDEN = 0.618034;

/** A strip of dots, spread over its height so that they hide one another less. */
export function stripPath(
  cosines: readonly number[],
  x: (cosine: number) => number,
  middle: number,
  height: number,
  r: number,
): string {
  return cosines
    .map((cosine, i) => {
      if (!Number.isFinite(cosine)) return "";
      const spread = ((i * GOLDEN) % 1) - 0.5;
      return circlePath(x(cosine), middle + spread * (height - 2 * r), r);
    })
    .join("");
}
