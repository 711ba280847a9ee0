import type { NetworkPicture } from "../core/sight";
import { networkDrawing as words } from "../messages/network-drawing";
import { divergingIndex, steadyExtent, type Paint } from "./colour";
import { LEVELS } from "./network-drawing-edges";
import type { Column } from "./network-drawing-layout";
import { unitText } from "./network-drawing-words";
import { formatNumber } from "./number";
import { keyOf, type Key, type KeyEntry } from "./plot-key";
import { circlePath, diamondPath, type Label, type Shape } from "./plot-parts";
import { CHARACTER, DIGIT, plainTex } from "./plot-text";

/** Units that are nearer to one another have no labels. */
const LABEL_PITCH = 15;
/** Smaller units have a thin outline. */
const SMALL = 4;
/** Characters that the number beside a unit may take. */
const NUMBER = 6;

/** Up to which size the activations of each layer are told apart: steady, so that colours do not flicker. */
export function layerExtents(
  previous: readonly number[],
  activations: readonly ArrayLike<number>[],
): number[] {
  return activations.map((values, l) => {
    let largest = 0;
    for (let i = 0; i < values.length; i++) {
      const size = Math.abs(values[i]);
      if (size > largest && size < Infinity) largest = size;
    }
    return steadyExtent(previous[l] ?? 0, largest);
  });
}

/** The drawn units, filled by their activations; the best output is a diamond. */
export function unitShapes(
  columns: readonly Column[],
  activations: readonly ArrayLike<number>[],
  extents: readonly number[],
  best: number,
  palette: readonly Paint[],
): Shape[] {
  return columns.flatMap(({ drawn, xs, ys, radius }, l) =>
    drawn.map((unit, i): Shape => {
      const { fill } = palette[divergingIndex(activations[l]?.[unit] ?? NaN, extents[l] ?? 0)];
      const isBest = l === columns.length - 1 && unit === best;
      const d = isBest ? diamondPath(xs[i], ys[i], radius * 1.5) : circlePath(xs[i], ys[i], radius);
      const kind = isBest ? "unit is-best" : radius < SMALL ? "unit is-small" : "unit";
      return { kind, d, fill };
    }),
  );
}

/** Room for the labels of the inputs or outputs. */
export function widthBeside(names: readonly string[], isWide: boolean): number {
  if (names.length === 0) return 0;
  const longest = CHARACTER * Math.max(...names.map((name) => plainTex(name).length)) + 4;
  return (isWide ? longest + DIGIT * NUMBER + 8 : Math.max(longest, DIGIT * NUMBER)) + 10;
}

/** The names and numbers of the inputs (left) or outputs (right); without numbers where units are too near. */
export function sideLabels(
  names: readonly string[],
  values: ArrayLike<number> | undefined,
  { drawn, x, ys, radius }: Column,
  side: "left" | "right",
  isWide: boolean,
  best: number,
): Label[] {
  const pitch = ys.length > 1 ? ys[1] - ys[0] : Infinity;
  if (names.length === 0 || pitch < (isWide ? LABEL_PITCH : 2 * LABEL_PITCH)) return [];
  const away = radius * 1.5 + 8;
  const end = side === "left" ? " end" : "";
  const start = side === "left" ? x - away : x + away;
  return drawn.flatMap((unit, i): Label[] => {
    const strong = unit === best ? " strong" : "";
    const name = plainTex(names[unit] ?? "");
    const value = unitText(values?.[unit]);
    if (!isWide) {
      return [
        { x: start, y: ys[i] - 2, text: name, kind: `ink${end}${strong}` },
        { x: start, y: ys[i] + 12, text: value, kind: `number ink${end}${strong}` },
      ];
    }
    const numberWidth = DIGIT * NUMBER + 8;
    return side === "left"
      ? [
          { x: start - numberWidth, y: ys[i] + 4, text: name, kind: "ink end" },
          { x: start, y: ys[i] + 4, text: value, kind: "number ink end" },
        ]
      : [
          { x: start + numberWidth - 8, y: ys[i] + 4, text: value, kind: `number ink end${strong}` },
          { x: start + numberWidth, y: ys[i] + 4, text: name, kind: `ink${strong}` },
        ];
  });
}

/** What lines and circles mean; `strongest` is the weight of the thickest line. */
export function networkKey({ sizes }: NetworkPicture, right: number, strongest = 0): Key {
  const line = (text: string, kind: string, level: number): KeyEntry => ({
    text,
    width: 26,
    sample: (x, y) => [{ kind: `edge level-${level} ${kind}`, d: `M${x},${y}h26` }],
  });
  const unit = (text: string, kind: string): KeyEntry => ({
    text,
    width: 10,
    sample: (x, y) => [{ kind: `unit key-${kind}`, d: circlePath(x + 5, y, 5) }],
  });
  const entries = [
    line("w > 0", "positive", 2),
    line("w < 0", "negative", 2),
    line(`|w| = ${formatNumber(strongest)}`, "plain", LEVELS - 1),
    unit(words.active, "positive"),
    unit("0", "zero"),
    unit(words.negative, "negative"),
  ];
  const best: KeyEntry = {
    text: words.largestOutput,
    width: 14,
    sample: (x, y) => [{ kind: "unit is-best key-positive", d: diamondPath(x + 7, y, 7) }],
  };
  return keyOf(sizes[sizes.length - 1] > 1 ? [...entries, best] : entries, 8, right);
}
