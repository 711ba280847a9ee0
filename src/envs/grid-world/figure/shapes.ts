import { MOVES } from "../map";
import { CELL } from "./viewport";

/** Corners of a cell, clockwise; the triangle of action a lies on corners a and a + 1. */
const CORNERS = [
  [0, 0],
  [CELL, 0],
  [CELL, CELL],
  [0, CELL],
] as const;

/** How far from the cell's edge the number of a triangle sits: above and below, and at the sides. */
const NUMBER_INSET = { vertical: 22, horizontal: 30.6 };

/** Path of the triangle of an action in a cell whose corner is the origin, drawn `inset` units smaller. */
export function trianglePath(action: number, inset = 0): string {
  const half = CELL / 2;
  const [down, right] = MOVES[action];
  // Insetting all three sides moves the two outer corners and the tip along known directions.
  const corners = [CORNERS[action], CORNERS[(action + 1) % 4]].map(([x, y]) => {
    const along = right === 0 ? [Math.sign(half - x), 0] : [0, Math.sign(half - y)];
    return [
      x - right * inset + along[0] * inset * (1 + Math.SQRT2),
      y - down * inset + along[1] * inset * (1 + Math.SQRT2),
    ];
  });
  const tip = [half + right * inset * Math.SQRT2, half + down * inset * Math.SQRT2];
  return `M${corners.map(point).join("L")}L${point(tip)}Z`;
}

/** Where the number of a triangle is centred. */
export function triangleCentre(action: number): [x: number, y: number] {
  const [down, right] = MOVES[action];
  const half = CELL / 2;
  return [half + right * (half - NUMBER_INSET.horizontal), half + down * (half - NUMBER_INSET.vertical)];
}

/** How a policy is drawn in a cell: full arrows from its centre, heads at its edges (bold on smaller cells), or thick darts. */
export type ArrowStyle = "centre" | "edge" | "bold-edge" | "dart";

/**
 * Path of the arrows of one cell; the width of each is its probability. Actions below 1 % are left out.
 * An arrow alone runs through the centre, several start from it.
 */
export function arrowPath(probabilities: readonly number[], style: ArrowStyle): string {
  const shown = probabilities.filter((p) => p >= 0.01).length;
  const tail = style === "centre" && shown === 1 ? -32 : 0;
  return probabilities
    .map((p, action) => (p < 0.01 ? "" : outline(action, ARROWS[style](Math.min(1, p), tail))))
    .join("");
}

/** Outlines as points (along the move, across it) from the cell's centre. */
const ARROWS: Record<ArrowStyle, (p: number, tail: number) => [along: number, across: number][]> = {
  centre: (p, tail) => {
    const shaft = 1.5 + 4.5 * p;
    const head = 7 + 9 * p;
    return mirrored([
      [tail, shaft],
      [40 - 1.5 * head, shaft],
      [40 - 1.5 * head, head],
      [40, 0],
    ]);
  },
  edge: (p) =>
    mirrored([
      [47 - 5.5 - 3.5 * p, 4 + 8 * p],
      [47, 0],
    ]),
  "bold-edge": (p) =>
    mirrored([
      [48 - 8 - 4.5 * p, 6 + 11 * p],
      [48, 0],
    ]),
  dart: (p) =>
    mirrored([
      [-6, 7 + 21 * p],
      [42, 0],
    ]),
};

function mirrored(half: [number, number][]): [number, number][] {
  const other = half
    .filter(([, across]) => across !== 0)
    .map(([along, across]): [number, number] => [along, -across]);
  return [...half, ...other.reverse()];
}

/** Turns an outline into the direction of an action. */
function outline(action: number, points: [number, number][]): string {
  const [down, right] = MOVES[action];
  const half = CELL / 2;
  const turned = points.map(([along, across]) => [
    half + right * along - down * across,
    half + down * along + right * across,
  ]);
  return `M${turned.map(point).join("L")}Z`;
}

/** Path of the bar along the outer edge of a triangle; its length is `share` of the edge. */
export function edgeBarPath(action: number, share: number): string {
  const reach = 38 * share + 4;
  return outline(action, [
    [44, -reach],
    [49, -reach],
    [49, reach],
    [44, reach],
  ]);
}

function point([x, y]: number[]): string {
  return `${round(x)},${round(y)}`;
}

/** Hundredths of a unit are finer than any screen. */
export function round(x: number): number {
  return Math.round(x * 100) / 100;
}
