import { strideOf, type Column } from "./network-drawing-layout";
import { tenth } from "./plot-parts";

/** Edges that are drawn between two layers at most. */
const MOST_EDGES = 160;
/** Classes of thickness. */
export const LEVELS = 5;

/** All edges of one sign and thickness, as one path. `level` 0 is the thinnest. */
export interface EdgePath {
  sign: 1 | -1;
  level: number;
  d: string;
}

export interface NetworkEdges {
  /** The thinnest first. */
  paths: EdgePath[];
  /** The largest |w| among the edges between drawn units. */
  strongest: number;
}

/** Where the weights of each layer begin in the flat vector: W row by row (`[inputs, outputs]`), then b. */
export function weightOffsets(sizes: readonly number[]): number[] {
  const offsets: number[] = [];
  let offset = 0;
  for (let layer = 1; layer < sizes.length; layer++) {
    offsets.push(offset);
    offset += (sizes[layer - 1] + 1) * sizes[layer];
  }
  return offsets;
}

/** Between each two layers: how many edges into a unit are drawn, the strongest; null where all are. */
export function edgesKept(sizes: readonly number[]): (number | null)[] {
  const drawn = sizes.map((units) => Math.ceil(units / strideOf(units)));
  return drawn.slice(1).map((to, l) => {
    const each = Math.max(1, Math.floor(MOST_EDGES / to));
    return each < drawn[l] ? each : null;
  });
}

/** The edges between the drawn units, by sign and by |w| relative to the largest; NaN is left out. */
export function networkEdges(
  sizes: readonly number[],
  weights: ArrayLike<number>,
  columns: readonly Column[],
): NetworkEdges {
  const offsets = weightOffsets(sizes);
  let strongest = 0;
  const kept = edgesKept(sizes);
  const between = offsets.map((offset, l) => {
    const [from, to] = [columns[l], columns[l + 1]];
    return to.drawn.map((unit) =>
      Float32Array.from(from.drawn, (input) => {
        const w = weights[offset + input * sizes[l + 1] + unit];
        const size = Math.abs(w);
        if (size > strongest && size < Infinity) strongest = size;
        return w;
      }),
    );
  });
  const parts = Array.from({ length: 2 * LEVELS }, (): string[] => []);
  for (const [l, incoming] of between.entries()) {
    const [from, to] = [columns[l], columns[l + 1]];
    for (const [i, row] of incoming.entries()) {
      const least = leastKept(row, kept[l]);
      const end = `L${tenth(to.xs[i] - to.radius)},${tenth(to.ys[i])}`;
      for (const [j, w] of row.entries()) {
        const size = Math.abs(w);
        if (!(size >= least) || size === 0) continue;
        const level = Math.min(LEVELS - 1, Math.floor((size / strongest) * LEVELS));
        parts[2 * level + (w < 0 ? 1 : 0)].push(
          `M${tenth(from.xs[j] + from.radius)},${tenth(from.ys[j])}${end}`,
        );
      }
    }
  }
  const paths = parts.map((lines, i): EdgePath => ({
    sign: i % 2 === 0 ? 1 : -1,
    level: Math.floor(i / 2),
    d: lines.join(""),
  }));
  return { paths, strongest };
}

/** The smallest |w| among the `count` largest of a row. */
function leastKept(row: Float32Array, count: number | null): number {
  if (count === null) return 0;
  const sizes = row.map((w) => (Number.isNaN(w) ? 0 : Math.abs(w))).sort();
  return sizes[sizes.length - count];
}
