import type { Paint } from "./colour";
import { boxPath, type Label, type Shape } from "./plot-parts";
import { CHARACTER, DIGIT } from "./plot-text";

/** Height of a colour bar in a drawing's own units. */
const BAR_HEIGHT = 12;

export interface ColourBar {
  shapes: Shape[];
  labels: Label[];
  /** Where it ends. */
  right: number;
}

/**
 * The legend of a colour scale on one row: the numbers of its ends, the colours between them, and what they measure.
 * `y` is the baseline of the text; the colours get what the texts leave of `width`, at most 260 units.
 */
export function colourBar(
  palette: readonly Paint[],
  [low, high]: readonly [string, string],
  measures: string,
  x: number,
  y: number,
  width: number,
): ColourBar {
  const lowWidth = DIGIT * low.length + 6;
  const highWidth = DIGIT * high.length + 6;
  const text = CHARACTER * measures.length + 8;
  const room = width - lowWidth - highWidth;
  const named = room - text >= 60;
  const length = Math.max(24, Math.min(260, named ? room - text : room));
  const left = x + lowWidth;
  const each = length / palette.length;
  const right = left + length + highWidth;
  const shapes = palette.map(({ fill }, i) => ({
    kind: "cell",
    d: boxPath(left + i * each, y - 10, each + 0.5, BAR_HEIGHT),
    fill,
  }));
  const labels = [
    { x, y, text: low, kind: "number ink" },
    { x: left + length + 6, y, text: high, kind: "number ink" },
  ];
  if (named && measures !== "") labels.push({ x: right + 4, y, text: measures, kind: "" });
  return {
    shapes: [...shapes, { kind: "frame", d: boxPath(left, y - 10, length, BAR_HEIGHT) }],
    labels,
    right: named ? right + text : right,
  };
}
