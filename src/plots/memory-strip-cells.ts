import type { MemoryPicture } from "../core/sight";
import { divergingIndex, niceCeiling, type Paint } from "./colour";
import { cornerOf, type StripLayout } from "./memory-strip-layout";
import type { MemoryField } from "./memory-strip-words";
import { formatNumber } from "./number";
import { sequentialIndex, type PlotColours } from "./plot-colours";
import { circlePath, tenth, type Shape } from "./plot-parts";
import { formatCount } from "./plot-text";

/** How the pieces are painted: each one's index into the palette (−1: empty), and the ends of the legend. */
export interface StripPaint {
  palette: readonly Paint[];
  indices: number[];
  ends: [string, string];
}

export function paintField(memory: MemoryPicture, field: MemoryField, colours: PlotColours): StripPaint {
  const values = { age: memory.ages, reward: memory.rewards, ends: memory.ends }[field];
  const sizes = Array.from(values, Math.abs).filter(Number.isFinite);
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
  const high = largest > 0 ? niceCeiling(largest) : 1;
  const indicesBy = (index: (value: number) => number) =>
    Array.from(values, (value) => (Number.isNaN(value) ? -1 : index(value)));
  if (field === "reward") {
    return {
      palette: colours.diverging,
      indices: indicesBy((value) => divergingIndex(value, high)),
      ends: [formatNumber(-high), formatNumber(high)],
    };
  }
  return {
    palette: field === "age" ? colours.counts : colours.sequential,
    indices: indicesBy((value) => sequentialIndex(value, 0, high)),
    ends: ["0", high >= 10 ? formatCount(high) : formatNumber(high)],
  };
}

/** The pieces, all of one colour in one path; neighbours of one colour are one rectangle. */
export function cellShapes({ palette, indices }: StripPaint, strip: StripLayout): Shape[] {
  const paths = new Map<number, string>();
  for (let k = 0, end = 0; k < indices.length; k = end) {
    const index = indices[k];
    const rowEnd = Math.min(indices.length, (Math.floor(k / strip.columns) + 1) * strip.columns);
    while (end < rowEnd && indices[end] === index) end++;
    const { x, y } = cornerOf(strip, k);
    const right = tenth(x + (end - k) * strip.cellWidth);
    const bottom = tenth(y + strip.cellHeight);
    const box = `M${tenth(x)},${tenth(y)}H${right}V${bottom}H${tenth(x)}Z`;
    paths.set(index, (paths.get(index) ?? "") + box);
  }
  return Array.from(paths, ([index, d]) =>
    index < 0 ? { kind: "cell is-empty", d } : { kind: "cell", d, fill: palette[index].fill },
  );
}

/** Dots where the minibatch drew, and a ring around the picked one. */
export function markShapes(
  marks: readonly { x: number; y: number }[],
  picked: number,
  { cellHeight }: StripLayout,
): Shape[] {
  const r = Math.max(2.5, Math.min(4.5, cellHeight / 2.6));
  const chosen = marks[picked];
  const ring = chosen ? circlePath(chosen.x, chosen.y, r + 4.5) : "";
  return [
    { kind: "drawn", d: marks.map(({ x, y }) => circlePath(x, y, r)).join("") },
    { kind: "chosen under", d: ring },
    { kind: "chosen", d: ring },
  ];
}

/** A bar before the piece that is written next, with a triangle over it. */
export function headShapes(strip: StripLayout, head: number): Shape[] {
  const { x, y } = cornerOf(strip, head);
  const d = `M${tenth(x)},${tenth(y + strip.cellHeight + 1)}V${tenth(y - 1)}l-5,-7h10l-5,7`;
  return [
    { kind: "head under", d },
    { kind: "head", d },
  ];
}
