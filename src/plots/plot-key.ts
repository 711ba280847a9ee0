import type { Label, Shape } from "./plot-parts";
import { CHARACTER } from "./plot-text";

/** An entry of a key: a sample, and what it stands for. An entry without a sample is only text. */
export interface KeyEntry {
  text: string;
  /** Width of the sample. */
  width: number;
  /** Draws it from `x` on, around the height `y`. */
  sample(x: number, y: number): Shape[];
}

/** A key in rows, from the middle of its first row on. */
export interface Key {
  height: number;
  at(y: number): { shapes: Shape[]; labels: Label[] };
}

export const KEY_ROW = 20;

/** Sets the entries one after the other between `left` and `right`, on as many rows as they need. */
export function keyOf(entries: readonly KeyEntry[], left: number, right: number): Key {
  let x = left;
  let row = 0;
  const placed = entries.map((entry) => {
    const space = entry.width > 0 ? 6 : 0;
    const width = entry.width + space + CHARACTER * entry.text.length;
    if (x + width > right && x > left) {
      x = left;
      row++;
    }
    const place = { entry, x, row, textX: x + entry.width + space };
    x += width + 14;
    return place;
  });
  return {
    height: (row + 1) * KEY_ROW,
    at: (y) => ({
      shapes: placed.flatMap(({ entry, x, row }) => entry.sample(x, y + row * KEY_ROW)),
      labels: placed.map(({ entry, textX, row }) => ({
        x: textX,
        y: y + row * KEY_ROW + 4,
        text: entry.text,
        kind: entry.width > 0 ? "ink" : "",
      })),
    }),
  };
}
