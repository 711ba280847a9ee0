import { networkDrawing as words } from "../messages/network-drawing";
import { plural } from "../messages/plural";
import { fill } from "../messages/section";
import type { Size } from "./chart-layout";

/** Units of a layer that are drawn at most. */
const MOST_UNITS = 64;

/** A layer in the drawing: which of its units are drawn, and where. */
export interface Column {
  /** The drawn units' indices, and their centres; `x` is the middle of the layer. */
  drawn: number[];
  x: number;
  xs: number[];
  ys: number[];
  radius: number;
}

/** Largest radius of a unit, and distance of units. */
const LARGEST = 10;
const FURTHEST = 72;
/** A hidden layer stands in so many columns at most, which take so much of the distance of layers. */
const MOST_ABREAST = 4;
const SHARE = 0.5;

/** Every how many-th of so many units is drawn. */
export function strideOf(units: number): number {
  return Math.ceil(units / MOST_UNITS);
}

/** Places the layers side by side in the box, their units one above the other; large hidden ones in several columns. */
export function networkColumns(
  sizes: readonly number[],
  { left, top }: { left: number; top: number },
  { width, height }: Size,
): Column[] {
  return sizes.map((units, layer) => {
    const stride = strideOf(units);
    const drawn = Array.from({ length: Math.ceil(units / stride) }, (_, i) => i * stride);
    const isHidden = layer > 0 && layer < sizes.length - 1;
    const room = isHidden ? (SHARE * width) / (sizes.length - 1) : 0;
    const abreast = unitsAbreast(drawn.length, height, room);
    const rows = Math.ceil(drawn.length / abreast);
    const pitch = Math.min(FURTHEST, height / rows);
    const first = top + (height - pitch * (rows - 1)) / 2;
    const x = left + (sizes.length > 1 ? (width * layer) / (sizes.length - 1) : width / 2);
    return {
      drawn,
      x,
      xs: drawn.map((_, i) => x + ((i % abreast) - (abreast - 1) / 2) * pitch),
      ys: drawn.map((_, i) => first + Math.floor(i / abreast) * pitch),
      radius: Math.max(1.2, Math.min(LARGEST, pitch * 0.44)),
    };
  });
}

/** In how many columns units are largest that have this height and `room` for the columns' middles. */
function unitsAbreast(units: number, height: number, room: number): number {
  let abreast = 1;
  while (abreast < MOST_ABREAST) {
    const isLarge = (height / Math.ceil(units / abreast)) * 0.44 >= LARGEST;
    const next = height / Math.ceil(units / (abreast + 1));
    if (isLarge || next * abreast > room) break;
    abreast++;
  }
  return abreast;
}

/** “256 units”, and below it “every 4th” where not all are drawn. */
export function headingOf(sizes: readonly number[], layer: number): string[] {
  const units = sizes[layer];
  const stride = strideOf(units);
  const [one, many] =
    layer === 0
      ? [words.inputOne, words.inputMany]
      : layer === sizes.length - 1
        ? [words.outputOne, words.outputMany]
        : [words.unitOne, words.unitMany];
  const heading = [fill(plural(units, one, many), { count: units })];
  if (stride > 1) heading.push(fill(words.every, { nth: ordinal(stride) }));
  return heading;
}

/** 2nd, 3rd, 4th, 21st. */
export function ordinal(n: number): string {
  const teen = n % 100 >= 11 && n % 100 <= 13;
  return `${n}${teen ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th")}`;
}
