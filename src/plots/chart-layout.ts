import type { ChartOptions } from "./chart-data";
import { legendEntries, legendWidth, type LegendEntry } from "./chart-legend";

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
  /** Baseline of the read-out and of the legend's first row: the title's, or one below where both do not fit. */
  legendY: number;
  legend: LegendEntry[];
  /** Baseline of the x axis's title: the tick labels', or one below where there is room. */
  xTitleY: number;
  /** Whether there is room for the chart's own title. */
  titled: boolean;
  /** Whether there is room for the y axis's title. */
  upright: boolean;
}

/** Widths of characters at the sizes of line-chart.css, in pixels; a little generous. */
const TITLE_CHARACTER = 7.8;
export const CHARACTER = 7.2;
export const ROW = 18;
const TITLE_Y = 17;
/** Charts below this height have one row of legend, in pixels. */
const ROOM_FOR_ROWS = 150;
/** Charts below this height have no title where that would take a row of its own, in pixels. */
const ROOM_FOR_TITLE = 120;

/** Lays a chart out for its size; `left` leaves room for tick labels of up to `tickLength` characters. */
export function chartLayout(
  { title, y, series }: ChartOptions,
  { width, height }: Size,
  tickLength: number,
): Layout {
  const labels = series.length > 1 ? series.map(({ label }) => label) : [];
  const legendTotal = labels.reduce((sum, label) => sum + legendWidth(label), 0);
  const readout = CHARACTER * (12 + series.reduce((sum, { label }) => sum + label.length + 10, 0));
  const isTooWide = 16 + TITLE_CHARACTER * title.length + Math.max(legendTotal, readout) > width;
  const titled = !isTooWide || height >= ROOM_FOR_TITLE;
  const twoRows = isTooWide && titled;
  const twoFeet = height >= 240;
  const right = width - 14;
  const legend = legendEntries(labels, 8, right, height < ROOM_FOR_ROWS ? 1 : labels.length);
  const moreRows = Math.max(0, ...legend.map(({ row }) => row));
  const top = TITLE_Y + (twoRows ? ROW : 0) + moreRows * ROW + 12;
  const bottom = height - (twoFeet ? 24 + ROW : 25);
  const upright = bottom - top > axisTitle(y).length * CHARACTER;
  return {
    left: 14 + (upright ? 16 : 0) + CHARACTER * tickLength,
    right,
    top,
    bottom,
    legendY: TITLE_Y + (twoRows ? ROW : 0),
    legend,
    xTitleY: bottom + 17 + (twoFeet ? ROW : 0),
    titled,
    upright,
  };
}

/** Characters that fit on the legend's row. */
export function readoutLength({ width }: Size): number {
  return Math.floor((width - 22) / CHARACTER);
}

/** “Return”, “Time (ms)”. */
export function axisTitle({ label, unit }: { label: string; unit?: string }): string {
  return unit ? `${label} (${unit})` : label;
}
