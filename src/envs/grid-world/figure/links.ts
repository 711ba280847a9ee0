import { CELL } from "./viewport";
import { round } from "./shapes";

/** A curved arrow between two cells, in drawing units: its line, its head, and where its label is centred. */
export interface Link {
  path: string;
  head: string;
  label: [x: number, y: number];
}

/** How far from a cell's centre an arrow to a distant cell begins and ends. */
const CLEARANCE = 0.3 * CELL;
/** How far from the line of centres an arrow to a neighbour is. */
const ASIDE = 30;

/** Arrow heads, in drawing units: they cover the blunt end of their line. */
const HEAD = { length: 15, half: 8.5, beyond: 8 };

function centre(cell: number, columns: number): [number, number] {
  return [((cell % columns) + 0.5) * CELL, (Math.floor(cell / columns) + 0.5) * CELL];
}

/**
 * The arrow of one outcome. A neighbour gets a short arrow across the common border, left of the line of
 * centres, where no number is; a distant cell gets a bow; staying gets a loop at the cell's top left corner.
 * `plate` is the size of the label, which the arrow shows on both sides of.
 */
export function outcomeLink(
  from: number,
  to: number,
  columns: number,
  plate: { width: number; height: number },
): Link {
  const [x0, y0] = centre(from, columns);
  const [x1, y1] = centre(to, columns);
  const length = Math.hypot(x1 - x0, y1 - y0);
  if (length === 0) return loop(x0 - CELL / 2, y0 - CELL / 2, plate);
  const [ux, uy] = [(x1 - x0) / length, (y1 - y0) / length];
  return length > CELL
    ? bow([x0, y0], [x1, y1], [ux, uy], length)
    : crossing([(x0 + x1) / 2, (y0 + y1) / 2], [ux, uy], (ux === 0 ? plate.height : plate.width) / 2);
}

function crossing([x, y]: number[], [ux, uy]: number[], plate: number): Link {
  const at = (along: number): [number, number] => [
    round(x + ux * along + uy * ASIDE),
    round(y + uy * along - ux * ASIDE),
  ];
  const [start, end] = [at(-plate - 12), at(plate + 5)];
  return { path: `M${start}L${end}`, head: headPath(start, end), label: at(0) };
}

function bow([x0, y0]: number[], [x1, y1]: number[], [ux, uy]: number[], length: number): Link {
  const bend = 0.2 * length;
  const start = [x0 + ux * CLEARANCE, y0 + uy * CLEARANCE];
  const end = [x1 - ux * CLEARANCE, y1 - uy * CLEARANCE];
  const middle = [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2];
  const control = [middle[0] - uy * bend, middle[1] + ux * bend];
  return {
    path: `M${start.map(round)}Q${control.map(round)} ${end.map(round)}`,
    head: headPath(control, end),
    label: [round(middle[0] - (uy * bend) / 2), round(middle[1] + (ux * bend) / 2)],
  };
}

/** `left` and `top` are the cell's corner. */
function loop(left: number, top: number, plate: { width: number; height: number }): Link {
  const x = left + Math.max(14, left === 0 ? plate.width / 2 : 0);
  const y = top + Math.max(22, plate.height / 2);
  const edge = x + plate.width / 2;
  const [start, c0, c1, end] = [
    [edge, y - 7],
    [edge + 26, y - 14],
    [edge + 26, y + 16],
    [edge + 9, y + 8],
  ];
  return { path: `M${start}C${c0} ${c1} ${end}`, head: headPath(c1, end), label: [x, y] };
}

/** An arrow head that reaches a little beyond `tip`, coming from `before`. */
function headPath(before: number[], tip: number[]): string {
  const length = Math.hypot(tip[0] - before[0], tip[1] - before[1]);
  const [ux, uy] = [(tip[0] - before[0]) / length, (tip[1] - before[1]) / length];
  const at = (along: number, across: number) =>
    [tip[0] + ux * along - uy * across, tip[1] + uy * along + ux * across].map(round).join(",");
  return `M${at(HEAD.beyond, 0)}L${at(HEAD.beyond - HEAD.length, HEAD.half)}L${at(HEAD.beyond - HEAD.length, -HEAD.half)}Z`;
}

/** A jump's bow: leaves its cell to the side, runs along the border of the column and comes back in. */
export function jumpLink(from: number, to: number, columns: number): Link {
  const [x0, y0] = centre(from, columns);
  const [x1, y1] = centre(to, columns);
  if (from === to) return loop(x0 - CELL / 2, y0 - CELL / 2, { width: 40, height: 22 });
  const length = Math.hypot(x1 - x0, y1 - y0);
  const [ux, uy] = [(x1 - x0) / length, (y1 - y0) / length];
  // To the right of a downward jump's column, below a rightward one's row.
  const side = uy !== 0 ? Math.sign(uy) : 1;
  const [px, py] = [uy * side, -ux * side];
  const off = 0.3 * CELL;
  const bow = 0.5 * CELL;
  const start = [x0 + px * off + ux * 12, y0 + py * off + uy * 12];
  const end = [x1 + px * off - ux * 12, y1 + py * off - uy * 12];
  const lean = Math.min(0.5 * CELL, length / 4);
  const c0 = [start[0] + px * (bow - off) * 1.6 + ux * lean, start[1] + py * (bow - off) * 1.6 + uy * lean];
  const c1 = [end[0] + px * (bow - off) * 1.6 - ux * lean, end[1] + py * (bow - off) * 1.6 - uy * lean];
  const middle = 0.25 * off + 0.75 * (off + (bow - off) * 1.6);
  // The label goes where rows (or columns) meet: numbers are in the middle of cells.
  const between = (a: number, b: number, along: number) =>
    Math.abs(along) > 0.5 ? Math.round((a + b) / 2 / CELL) * CELL : (a + b) / 2;
  return {
    path: `M${start.map(round)}C${c0.map(round)} ${c1.map(round)} ${end.map(round)}`,
    head: headPath(c1, end),
    label: [round(between(x0, x1, ux) + px * middle), round(between(y0, y1, uy) + py * middle)],
  };
}

/** The trail split into unbroken walks: jumps and restarts leave gaps. Windy moves span several rows. */
export function walks(trail: readonly number[], columns: number, wind: readonly number[]): number[][] {
  const parts: number[][] = [];
  for (const [i, cell] of trail.entries()) {
    const before = trail[i - 1];
    const far =
      before === undefined ||
      Math.abs((cell % columns) - (before % columns)) > 1 ||
      Math.abs(Math.floor(cell / columns) - Math.floor(before / columns)) >
        1 + Math.abs(wind[before % columns] ?? 0);
    if (far) parts.push([cell]);
    else if (cell !== before) parts[parts.length - 1].push(cell);
  }
  return parts;
}

/** Points of a walk for a polyline. */
export function walkPoints(walk: readonly number[], columns: number): string {
  return walk.map((cell) => centre(cell, columns).join(",")).join(" ");
}
