import { tenth } from "./plot-parts";

/** Where the cells of a map lie in a drawing: cell (column i, row j) from x(i) to x(i + 1) and from y(j) up to y(j + 1). */
export interface CellGrid {
  side: number;
  x(i: number): number;
  y(j: number): number;
}

/** The borders between cells of different actions: straight stretches along the edges of cells. */
export function borderPath(actions: ArrayLike<number>, { side, x, y }: CellGrid): string {
  let path = "";
  for (let i = 1; i < side; i++) {
    path += stretches(
      side,
      (j) => actions[j * side + i] !== actions[j * side + i - 1],
      (from, to) => {
        return `M${tenth(x(i))},${tenth(y(from))}V${tenth(y(to))}`;
      },
    );
  }
  for (let j = 1; j < side; j++) {
    path += stretches(
      side,
      (i) => actions[j * side + i] !== actions[(j - 1) * side + i],
      (from, to) => {
        return `M${tenth(x(from))},${tenth(y(j))}H${tenth(x(to))}`;
      },
    );
  }
  return path;
}

/** Hatching of the cells whose action has one: 1 rises, 2 falls, 3 does both, 0 is plain, and so on. One line in `every` diagonals. */
export function hatchPath(actions: ArrayLike<number>, { side, x, y }: CellGrid, every: number): string {
  let path = "";
  for (let shift = -side + 1; shift < side; shift++) {
    const first = Math.max(0, shift);
    const count = side - Math.abs(shift);
    const rises = (k: number) => (actions[(first + k - shift) * side + first + k] & 1) === 1;
    const falls = (k: number) => (actions[(side - 1 - first - k + shift) * side + first + k] & 2) === 2;
    if (((shift % every) + every) % every !== 0) continue;
    path += stretches(count, rises, (from, to) => {
      const [a, b] = [first + from, first + to];
      return `M${tenth(x(a))},${tenth(y(a - shift))}L${tenth(x(b))},${tenth(y(b - shift))}`;
    });
    path += stretches(count, falls, (from, to) => {
      const [a, b] = [first + from, first + to];
      return `M${tenth(x(a))},${tenth(y(side - a + shift))}L${tenth(x(b))},${tenth(y(side - b + shift))}`;
    });
  }
  return path;
}

/** The paths of the cells of each colour, by index into a palette of `colours`: neighbours in a row are one rectangle. */
export function cellPaths(indices: ArrayLike<number>, { side, x, y }: CellGrid, colours: number): string[] {
  const paths = Array.from({ length: colours }, () => "");
  for (let j = 0; j < side; j++) {
    const [top, bottom] = [tenth(y(j + 1)), tenth(y(j))];
    for (let i = 0, end = 0; i < side; i = end) {
      const colour = indices[j * side + i];
      while (end < side && indices[j * side + end] === colour) end++;
      const [left, right] = [tenth(x(i)), tenth(x(end))];
      paths[colour] += `M${left},${top}H${right}V${bottom}H${left}Z`;
    }
  }
  return paths;
}

/** `piece` for every longest stretch [from, to) of 0 … count − 1 in which `holds`. */
function stretches(
  count: number,
  holds: (k: number) => boolean,
  piece: (from: number, to: number) => string,
): string {
  let path = "";
  let from = -1;
  for (let k = 0; k <= count; k++) {
    const inside = k < count && holds(k);
    if (inside && from < 0) from = k;
    if (!inside && from >= 0) {
      path += piece(from, k);
      from = -1;
    }
  }
  return path;
}
