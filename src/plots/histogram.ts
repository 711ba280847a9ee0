import { max } from "d3";
import type { ErrorSample } from "../core/sight";
import { histogram as words } from "../messages/histogram";
import { fill } from "../messages/section";
import type { Size } from "./chart-layout";
import { steadyExtent } from "./colour";
import { binErrors, HUBER, type ErrorHistogram } from "./histogram-bins";
import { captionOf } from "./histogram-words";
import "./histogram.css";
import { formatNumber } from "./number";
import {
  axisUnder,
  gridAcross,
  labelsLeft,
  labelsUnder,
  valueAxis,
  widthOf,
  type ValueAxis,
} from "./plot-axis";
import { PlotFrame, type Plot } from "./plot-frame";
import { append, boxPath, drawLabels, drawShapes, setAttribute, type Label } from "./plot-parts";
import { charactersIn, LINE, wrapped } from "./plot-text";

/** With a narrower domain the labels of Huber's borders stand between them. */
const ROOM_OUTSIDE = 1.6;

/** How TD errors are distributed: around 0, with their mean and the borders of Huber's loss. */
export function createHistogram(host: HTMLElement): Plot<ErrorSample> {
  let counted: ErrorHistogram | null = null;
  let of = "";
  let highest = 0;

  const frame = new PlotFrame(host, "error-histogram", (size) => draw(size));
  const grid = append(frame.svg, "path", "grid");
  const bars = append(frame.svg, "g", "bars");
  const axis = append(frame.svg, "path", "axis");
  const lines = append(frame.svg, "g", "lines");
  const labels = append(frame.svg, "g", "labels");

  const draw = (size: Size) => {
    const right = size.width - 14;
    const says = wrapped(captionOf(counted, of), charactersIn(right - 8));
    const top = 17 + says.length * LINE + 60;
    const bottom = size.height - 42;
    const count = valueAxis([0, highest || 1], bottom, top, 34);
    const left = 8 + widthOf(count.ticks);
    const extent = counted?.extent ?? HUBER;
    const error = valueAxis([-extent, extent], left, right, 64);
    setAttribute(grid, "d", gridAcross(count.ticks, left, right));
    setAttribute(axis, "d", axisUnder(error.ticks, left, right, bottom));
    drawShapes(bars, barShapes(counted, error, count, bottom));
    const borders = counted && extent >= HUBER ? [-HUBER, HUBER] : [];
    const mean = counted && counted.count > 0 ? [counted.mean] : [];
    drawShapes(lines, [
      ...borders.map((at) => ({ kind: "reference", d: `M${error.of(at)},${top - 2}V${bottom}` })),
      ...mean.map((at) => ({
        kind: "mean",
        d: `M${error.of(at)},${bottom}V${top - 12}l-5,-7h10l-5,7`,
      })),
    ]);
    drawLabels(labels, [
      { x: 8, y: 17, text: words.title, kind: "title" },
      ...says.map((text, i) => ({ x: 8, y: 17 + (i + 1) * LINE, text, kind: "" })),
      ...labelsLeft(count.ticks, left),
      { x: 8, y: top - 40, text: words.count, kind: "" },
      ...labelsUnder(error.ticks, bottom),
      ...borders.map((at) => borderLabel(at, error, extent, top - 6)),
      ...mean.map((at) => meanLabel(at, error, top - 23)),
      { x: right, y: bottom + 35, text: size.width < 340 ? words.errorShort : words.error, kind: "end" },
    ]);
  };
  const text = () => `${words.title}. ${captionOf(counted, of)}`;
  frame.setLabel(text());
  frame.redraw();

  return {
    update(data) {
      of = data?.of ?? "";
      counted = data ? binErrors(data.errors, counted?.extent ?? 0) : null;
      highest = steadyExtent(highest, max(counted?.bins ?? [], ({ count }) => count) ?? 0);
      frame.redraw();
    },
    refreshLabel: () => frame.setLabel(text()),
    table: () => ({
      columns: [words.from, words.to, words.count],
      rows: (counted?.bins ?? []).map(({ low, high, count }) => [low, high, count]),
    }),
    toSvg: () => frame.toSvg(),
    destroy: () => frame.destroy(),
  };
}

function barShapes(counted: ErrorHistogram | null, error: ValueAxis, count: ValueAxis, bottom: number) {
  return (counted?.bins ?? []).map((bin) => {
    const [from, to] = [error.of(bin.low), error.of(bin.high)];
    const isOutside = bin.low >= HUBER || bin.high <= -HUBER;
    const top = count.of(bin.count);
    return {
      kind: isOutside ? "bar is-outside" : "bar",
      d: bin.count > 0 ? boxPath(from + 0.5, top, Math.max(0.5, to - from - 1), bottom - top) : "",
    };
  });
}

/** Outside the borders, where there is room. */
function borderLabel(at: number, error: ValueAxis, extent: number, y: number): Label {
  const outwards = extent >= ROOM_OUTSIDE;
  const isRight = at > 0 === outwards;
  return {
    x: error.of(at) + (isRight ? 3 : -3),
    y,
    text: `δ = ${formatNumber(at)}`,
    kind: isRight ? "" : "end",
  };
}

function meanLabel(mean: number, error: ValueAxis, y: number): Label {
  return {
    x: error.of(mean),
    y,
    text: fill(words.mean, { value: formatNumber(mean) }),
    kind: "strong middle",
  };
}
