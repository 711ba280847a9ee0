import { select, type Selection } from "d3";
import { chart as words } from "../messages/chart";
import { plots } from "../messages/plots";
import { fill } from "../messages/section";
import { thresholdText, valueAt, type ChartData, type ChartOptions, type SeriesDef } from "./chart-data";
import { axisTitle, chartLayout, CHARACTER, ROW, type Layout, type Size } from "./chart-layout";
import { SWATCH } from "./chart-legend";
import { bandPath, linePath } from "./chart-path";
import {
  linearScale,
  logScale,
  rangeOf,
  withoutOutliers,
  xScale,
  type Range,
  type Tick,
  type XScale,
  type YScale,
} from "./chart-scale";
import { formatNumber } from "./number";

/** What a chart shows at a moment. */
export interface ChartState {
  size: Size;
  data: ChartData;
  /** The x of the cursor; undefined without one. */
  cursor: number | undefined;
  /** What the cursor reads, in place of the legend. */
  readout: string;
}

/** Draws a chart into an SVG element; returns the x axis, for pointers. */
export class ChartDrawing {
  private readonly svg: Selection<SVGSVGElement, unknown, null, undefined>;

  constructor(
    readonly node: SVGSVGElement,
    private readonly options: ChartOptions,
  ) {
    this.svg = select(node);
    this.svg.append("path").attr("class", "grid");
    this.svg.append("path").attr("class", "axis");
    for (const part of ["bands", "lines", "lone", "level", "ticks", "titles", "beyond", "legend", "marks"]) {
      this.svg.append("g").attr("class", part);
    }
  }

  draw(state: ChartState): XScale {
    const { data } = state;
    const { threshold } = this.options;
    const { top, bottom } = chartLayout(this.options, state.size, 0);
    const full = rangeOf(data, threshold);
    const isLog = this.options.y.scale === "log";
    const range = isLog ? full : withoutOutliers(full, data, threshold);
    const y = (isLog ? logScale : linearScale)(range, bottom, top);
    const tickLength = Math.max(3, ...y.ticks.map(({ label }) => label.length));
    const layout = chartLayout(this.options, state.size, tickLength);
    const x = xScale(data, layout.left, layout.right);
    this.drawAxes(layout, x, y);
    this.drawSeries(data, x, y);
    this.drawThreshold(layout, y);
    this.drawTitles(
      layout,
      Object.values(data).some((points) => points.x.length > 0),
    );
    this.drawBeyond(layout, full, range);
    this.drawLegend(layout, state.readout);
    this.drawCursor(state, layout, x, y);
    this.drawLonePoints(data, x, y);
    return x;
  }

  private drawAxes(layout: Layout, x: XScale, y: YScale): void {
    const { left, right, bottom, xTitleY } = layout;
    const grid = y.ticks.map(({ at }) => `M${left},${Math.round(at)}H${right}`);
    const marks = x.ticks.map(({ at }) => `M${Math.round(at)},${bottom}v4`);
    this.svg.select(".grid").attr("d", grid.join(""));
    this.svg.select(".axis").attr("d", `M${left},${bottom}H${right}${marks.join("")}`);
    // On the row of the axis's title, the labels that it would cover are left out.
    const sharesRow = xTitleY === bottom + 17;
    const limit = sharesRow ? right - CHARACTER * (axisTitle(this.options.x).length + 3) : Infinity;
    const ticks = [
      ...y.ticks.map((tick) => ({ ...tick, x: left - 8, y: tick.at + 4, side: "tick left" })),
      ...x.ticks
        .filter(({ at }) => at < limit)
        .map((tick) => ({ ...tick, x: tick.at, y: bottom + 17, side: "tick under" })),
    ];
    this.part("ticks")
      .selectAll<SVGTextElement, Tick>("text")
      .data(ticks)
      .join("text")
      .attr("class", ({ side }) => side)
      .attr("x", (tick) => tick.x)
      .attr("y", (tick) => tick.y)
      .text(({ label }) => label);
  }

  private drawSeries(data: ChartData, x: XScale, y: YScale): void {
    const { series } = this.options;
    this.part("bands")
      .selectAll<SVGPathElement, SeriesDef>("path")
      .data(series)
      .join("path")
      .attr("class", (def) => `band ${colourClass(def)}`)
      .attr("d", ({ id }) => (data[id] ? bandPath(data[id], x.of, y.of) : ""));
    this.part("lines")
      .selectAll<SVGPathElement, SeriesDef>("path")
      .data(series)
      .join("path")
      .attr("class", (def) => `series ${def.style} ${colourClass(def)}`)
      .attr("d", ({ id }) => (data[id] ? linePath(data[id], x.of, y.of) : ""));
  }

  private drawThreshold({ left, right, top }: Layout, y: YScale): void {
    const { threshold } = this.options;
    const at = threshold ? y.of(threshold.value) : NaN;
    const shown = threshold && !Number.isNaN(at) ? [threshold] : [];
    const part = this.part("level");
    part
      .selectAll("path")
      .data(shown)
      .join("path")
      .attr("class", "threshold")
      .attr("d", `M${left},${at}H${right}`);
    part
      .selectAll<SVGTextElement, (typeof shown)[number]>("text")
      .data(shown)
      .join("text")
      .attr("class", "")
      .attr("x", left + 8)
      .attr("y", at + (at < top + 18 ? 15 : -5))
      .text(thresholdText);
  }

  private drawTitles(layout: Layout, any: boolean): void {
    const { title, x, y } = this.options;
    const { left, right, top, bottom } = layout;
    const middle = (top + bottom) / 2;
    const titles = [
      { text: layout.titled ? title : "", place: `translate(8,17)`, kind: "title" },
      { text: axisTitle(x), place: `translate(${right},${layout.xTitleY})`, kind: "left" },
      {
        text: any ? "" : plots.nothing,
        place: `translate(${(left + right) / 2},${middle})`,
        kind: "under empty",
      },
      {
        text: layout.upright ? axisTitle(y) : "",
        place: `translate(14,${middle}) rotate(-90)`,
        kind: "under",
      },
    ];
    this.part("titles")
      .selectAll<SVGTextElement, (typeof titles)[number]>("text")
      .data(titles)
      .join("text")
      .attr("class", ({ kind }) => kind)
      .attr("transform", ({ place }) => place)
      .text(({ text }) => text);
  }

  /** Says how far the values go that the axis leaves out. */
  private drawBeyond({ left, top, bottom }: Layout, full: Range, shown: Range): void {
    const notes = [
      {
        text: fill(words.beyondUp, { value: formatNumber(full.high) }),
        y: top + 12,
        beyond: full.high > shown.high,
      },
      {
        text: fill(words.beyondDown, { value: formatNumber(full.low) }),
        y: bottom - 6,
        beyond: full.low < shown.low,
      },
    ].filter(({ beyond }) => beyond);
    this.part("beyond")
      .selectAll<SVGTextElement, (typeof notes)[number]>("text")
      .data(notes)
      .join("text")
      .attr("x", left + 8)
      .attr("y", (note) => note.y)
      .text(({ text }) => text);
  }

  /** The legend, right-aligned; while there is a cursor, what it reads instead. */
  private drawLegend({ right, legend, legendY }: Layout, readout: string): void {
    const entries = (readout === "" ? legend : []).map(({ index, text, row, left }) => ({
      def: this.options.series[index],
      text,
      swatch: left + 8,
      x: left + SWATCH,
      y: legendY + row * ROW,
    }));
    const part = this.part("legend");
    part
      .selectAll<SVGPathElement, (typeof entries)[number]>("path")
      .data(entries)
      .join("path")
      .attr("class", ({ def }) => `series ${def.style} ${colourClass(def)}`)
      .attr("d", ({ swatch, y }) => `M${swatch},${y - 4}h20`);
    const texts = entries.map(({ text, x, y }) => ({ text, x, y, kind: "" }));
    if (readout !== "") texts.push({ text: readout, x: right, y: legendY, kind: "left readout" });
    part
      .selectAll<SVGTextElement, (typeof texts)[number]>("text")
      .data(texts)
      .join("text")
      .attr("class", ({ kind }) => kind)
      .attr("x", ({ x }) => x)
      .attr("y", ({ y }) => y)
      .text(({ text }) => text);
  }

  /** A series of one point has no line to see it by. */
  private drawLonePoints(data: ChartData, x: XScale, y: YScale): void {
    const lone = this.options.series.filter(
      ({ id }) => data[id]?.x.length === 1 && !Number.isNaN(y.of(data[id].y[0])),
    );
    this.part("lone")
      .selectAll<SVGCircleElement, SeriesDef>("circle")
      .data(lone)
      .join("circle")
      .attr("class", (def) => `dot ${colourClass(def)}`)
      .attr("r", 4.5)
      .attr("cx", ({ id }) => x.of(data[id].x[0]))
      .attr("cy", ({ id }) => y.of(data[id].y[0]));
  }

  private drawCursor({ data, cursor }: ChartState, { top, bottom }: Layout, x: XScale, y: YScale): void {
    const part = this.part("marks");
    part
      .selectAll<SVGPathElement, number>("path")
      .data(cursor === undefined ? [] : [cursor])
      .join("path")
      .attr("class", "cursor")
      .attr("d", (at) => `M${x.of(at)},${top}V${bottom}`);
    const dots = this.options.series.flatMap((def) => {
      const value = cursor === undefined ? null : valueAt(data[def.id], cursor);
      return value && !Number.isNaN(y.of(value.y)) ? [{ def, y: y.of(value.y) }] : [];
    });
    part
      .selectAll<SVGCircleElement, (typeof dots)[number]>("circle")
      .data(dots)
      .join("circle")
      .attr("class", ({ def }) => `dot ${colourClass(def)}`)
      .attr("r", 4.5)
      .attr("cx", cursor === undefined ? 0 : x.of(cursor))
      .attr("cy", (dot) => dot.y);
  }

  private part(name: string): Selection<SVGGElement, unknown, null, undefined> {
    return this.svg.select<SVGGElement>(`.${name}`);
  }
}

/** Bounds are drawn in ink, the others in their categorical colour. */
function colourClass({ style, colour }: SeriesDef): string {
  return style === "bound" ? "colour-ink" : `colour-${colour ?? 0}`;
}
