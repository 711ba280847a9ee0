import type { ChartOptions } from "./chart-data";

export interface Size {
  width: number;
  height: number;
}

/** Where the parts of a chart lie, in pixels. */
export interface Layout {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Baseline of the legend, which also holds the read-out: the title's, or one below where both do not fit. */
  legendY: number;
  /** Baseline of the x axis's title: the tick labels', or one below where there is room. */
  xTitleY: number;
  /** Whether there is room for the y axis's title. */
  upright: boolean;
}

/** Widths of characters at the sizes of line-chart.css, in pixels; a little generous. */
const TITLE_CHARACTER = 7.8;
export const CHARACTER = 7.2;
const LEGEND_CHARACTER = 6.9;
/** Width of a legend's swatch with its spaces. */
export const SWATCH = 40;
const ROW = 18;
const TITLE_Y = 17;

/** Lays a chart out for its size; `left` leaves room for tick labels of up to `tickLength` characters. */
export function chartLayout(
  { title, y, series }: ChartOptions,
  { width, height }: Size,
  tickLength: number,
): Layout {
  const legend = series.length > 1 ? series.reduce((sum, { label }) => sum + legendWidth(label), 0) : 0;
  const readout = CHARACTER * (12 + series.reduce((sum, { label }) => sum + label.length + 10, 0));
  const twoRows = 16 + TITLE_CHARACTER * title.length + Math.max(legend, readout) > width;
  const twoFeet = height >= 240;
  const top = TITLE_Y + (twoRows ? ROW : 0) + 12;
  const bottom = height - (twoFeet ? 24 + ROW : 25);
  const upright = bottom - top > axisTitle(y).length * CHARACTER;
  return {
    left: 14 + (upright ? 16 : 0) + CHARACTER * tickLength,
    right: width - 14,
    top,
    bottom,
    legendY: TITLE_Y + (twoRows ? ROW : 0),
    xTitleY: bottom + 17 + (twoFeet ? ROW : 0),
    upright,
  };
}

/** Characters that fit on the legend's row. */
export function readoutLength({ width }: Size): number {
  return Math.floor((width - 22) / CHARACTER);
}

export function legendWidth(label: string): number {
  return SWATCH + LEGEND_CHARACTER * label.length;
}

/** “Return”, “Time (ms)”. */
export function axisTitle({ label, unit }: { label: string; unit?: string }): string {
  return unit ? `${label} (${unit})` : label;
}
