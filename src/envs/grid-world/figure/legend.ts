import { select } from "d3";
import { gridFigure as words } from "../../../messages/grid-figure";
import { formatNumber } from "../../../plots/number";
import type { Scene } from "./scene";
import type { Size } from "./viewport";

/** Height of the legend's strip under the figure, in CSS pixels. */
export const LEGEND_HEIGHT = 34;
const BAR = { width: 220, height: 12 };

/**
 * A scale of the colours: for cells too small for numbers, and (`beside`) for pictures side by side, each with its own.
 * In screen coordinates, right under the grid, whose bottom is at `bottom`; numbers need it only where there is room.
 */
export function drawLegend(
  group: SVGGElement,
  scene: Scene,
  host: Size,
  bottom: number,
  beside: boolean,
): void {
  const lowest = host.height - LEGEND_HEIGHT;
  const bar = scene.detail === "small" || (beside && bottom <= lowest) ? legendOf(scene) : null;
  const width = Math.min(BAR.width, host.width * 0.45);
  const left = (host.width - width) / 2;
  const y = Math.min(bottom, lowest) + 10;
  const step = bar ? width / bar.colours.length : 0;
  select(group)
    .selectAll<SVGRectElement, string>("rect")
    .data(bar?.colours ?? [])
    .join("rect")
    .attr("x", (_, i) => left + i * step)
    .attr("y", y)
    .attr("width", step + 0.5)
    .attr("height", BAR.height)
    .attr("fill", (colour) => colour);
  const texts = bar
    ? [
        { text: bar.low, x: left - 8, anchor: "end" },
        { text: bar.high, x: left + width + 8, anchor: "start" },
        { text: bar.name, x: left - 16 - 8 * bar.low.length, anchor: "end" },
      ]
    : [];
  select(group)
    .selectAll<SVGTextElement, (typeof texts)[number]>("text")
    .data(texts)
    .join("text")
    .attr("x", ({ x }) => x)
    .attr("y", y + BAR.height - 1)
    .attr("text-anchor", ({ anchor }) => anchor)
    .text(({ text }) => text);
}

/** The colours and ends of the scale in use; null where there is none. */
export function legendOf(
  scene: Scene,
): { name: string; low: string; high: string; colours: string[] } | null {
  const { fill, theme, extent, mostVisits, valueName } = scene;
  if (fill === "plain") return null;
  if (fill === "visits") {
    return {
      name: words.visitsKey,
      low: "0",
      high: formatNumber(mostVisits),
      colours: theme.counts.map((paint) => paint.fill),
    };
  }
  if (extent === 0) return null;
  return {
    name: fill === "q" ? "Q" : valueName,
    low: formatNumber(-extent),
    high: formatNumber(extent),
    colours: theme.values.map((paint) => paint.fill),
  };
}
