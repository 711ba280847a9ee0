import { chart as words } from "../messages/chart";
import { fill } from "../messages/section";
import {
  allPositions,
  chartTable,
  nearestIndex,
  thresholdText,
  type ChartData,
  type ChartOptions,
  type ChartTable,
} from "./chart-data";
import { ChartDrawing } from "./chart-drawing";
import { cursorMove } from "./chart-keys";
import { readoutLength } from "./chart-layout";
import { readoutOf } from "./chart-readout";
import type { XScale } from "./chart-scale";
import "./line-chart.css";
import { standaloneSvg } from "./standalone-svg";

export type { ChartData, ChartOptions, ChartTable, SeriesDef } from "./chart-data";

/** A live chart in an element of the page. */
export interface LineChart {
  update(data: ChartData): void;
  /** The text of an SVG file of the chart as it is now. */
  toSvg(): string;
  /** The points as a table: the alternative for those who cannot see the chart, and for CSV. */
  table(): ChartTable;
  destroy(): void;
}

/** The smallest size that a chart is drawn at, in its own units. */
const SMALLEST = { width: 120, height: 80 };
/** Font size of the chart's small text in its own units: where the page's is larger, all of the chart is. */
const FONT_SIZE = 12;

/**
 * A line chart that fills `host` and follows its size. The pointer, or the arrow keys while it has the focus, move
 * a cursor whose exact values are written in place of the legend.
 */
export function createLineChart(host: HTMLElement, options: ChartOptions): LineChart {
  const root = document.createElement("div");
  root.className = "line-chart";
  root.setAttribute("role", "figure");
  root.setAttribute("aria-label", nameOf(options));
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "line-chart-drawing");
  svg.setAttribute("aria-hidden", "true");
  const slider = makeSlider(options.title);
  root.append(svg, slider);
  host.append(root);

  const drawing = new ChartDrawing(svg, options);
  let box = { width: root.clientWidth, height: root.clientHeight };
  let scale = 1;
  let data: ChartData = {};
  let positions: number[] = [];
  let x: XScale | null = null;
  /** The cursor's index among the positions; −1 when there is none. */
  let cursor = -1;

  const draw = () => {
    scale = parseFloat(getComputedStyle(root).fontSize) / FONT_SIZE || 1;
    const size = { width: box.width / scale, height: box.height / scale };
    if (size.width < SMALLEST.width || size.height < SMALLEST.height) return;
    svg.setAttribute("viewBox", `0 0 ${size.width} ${size.height}`);
    const at = positions[cursor];
    const readout = (most: number) => (at === undefined ? "" : readoutOf(options, data, at, most));
    x = drawing.draw({ size, data, cursor: at, readout: readout(readoutLength(size)) });
    describe(slider, positions.length, cursor, readout(Infinity));
  };
  const moveTo = (index: number) => {
    const clamped = Math.max(-1, Math.min(positions.length - 1, index));
    if (clamped === cursor) return;
    cursor = clamped;
    draw();
  };

  slider.addEventListener("pointermove", (event) => {
    const left = root.getBoundingClientRect().left;
    if (x) moveTo(nearestIndex(positions, x.invert((event.clientX - left) / scale)));
  });
  slider.addEventListener("pointerleave", () => moveTo(-1));
  slider.addEventListener("blur", () => moveTo(-1));
  slider.addEventListener("keydown", (event) => {
    const next = cursorMove(event.key, cursor, positions.length);
    if (next === null || event.altKey || event.ctrlKey || event.metaKey) return;
    moveTo(next);
    event.preventDefault();
    event.stopPropagation();
  });
  const resized = new ResizeObserver(([entry]) => {
    box = { width: entry.contentRect.width, height: entry.contentRect.height };
    draw();
  });
  resized.observe(root);
  draw();

  return {
    update(next) {
      data = next;
      positions = allPositions(next);
      cursor = Math.min(cursor, positions.length - 1);
      draw();
    },
    toSvg: () => standaloneSvg(svg, getComputedStyle(root).getPropertyValue("--paper").trim() || "#ffffff"),
    table: () => chartTable(options, data),
    destroy() {
      resized.disconnect();
      root.remove();
    },
  };
}

/** The title, and the level to be reached where there is one. */
function nameOf({ title, threshold }: ChartOptions): string {
  return threshold ? fill(words.withLevel, { title, level: thresholdText(threshold) }) : title;
}

/** The focusable area over the chart: to assistive technology, a slider along the x axis. */
function makeSlider(title: string): HTMLElement {
  const slider = document.createElement("div");
  slider.className = "line-chart-cursor";
  slider.tabIndex = 0;
  slider.setAttribute("role", "slider");
  slider.setAttribute("aria-label", fill(words.read, { title }));
  slider.setAttribute("aria-orientation", "horizontal");
  slider.setAttribute("aria-valuemin", "0");
  return slider;
}

function describe(slider: HTMLElement, count: number, cursor: number, readout: string): void {
  slider.setAttribute("aria-valuemax", String(count));
  slider.setAttribute("aria-valuenow", String(cursor + 1));
  slider.setAttribute(
    "aria-valuetext",
    readout || (count === 0 ? words.nothingToRead : fill(words.points, { count })),
  );
}
