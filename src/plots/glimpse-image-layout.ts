import type { LocationPush, Place } from "../core/glimpse";

/** The square of the drawing that the image fills. */
export interface ImageBox {
  left: number;
  top: number;
  side: number;
  /** Pixels along each side of the image. */
  pixels: number;
}

interface Point {
  x: number;
  y: number;
}

/** Where a place lies in the drawing: (−1, −1) is the top left corner of the image. */
export function pointOf({ left, top, side }: ImageBox, { x, y }: Place): Point {
  return { x: left + ((x + 1) / 2) * side, y: top + ((y + 1) / 2) * side };
}

export interface Square {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What `length` pixels around a place cover, on whole pixels as the retina takes them; cut off at the image's border. */
export function squareAround(box: ImageBox, { x, y }: Place, length: number): Square {
  const unit = box.side / box.pixels;
  const range = (coordinate: number): [number, number] => {
    const first = Math.floor(((coordinate + 1) * box.pixels) / 2 - length / 2 + 0.5);
    const inside = (pixel: number) => Math.max(0, Math.min(box.pixels, pixel));
    return [inside(first), inside(first + length)];
  };
  const [left, right] = range(x);
  const [top, bottom] = range(y);
  return {
    x: box.left + left * unit,
    y: box.top + top * unit,
    width: (right - left) * unit,
    height: (bottom - top) * unit,
  };
}

/**
 * A corner inside of each square for its number: the first corner, clockwise from the top left, that keeps `distance`
 * from all numbers before; where all are taken, further along the top edge.
 */
export function numberCorners(squares: readonly Square[], inset: number, distance: number): Point[] {
  const placed: Point[] = [];
  for (const { x, y, width, height } of squares) {
    const [left, right] = [x + inset, x + width - inset];
    const [top, bottom] = [y + inset, y + height - inset];
    const corners = [
      { x: left, y: top },
      { x: right, y: top },
      { x: right, y: bottom },
      { x: left, y: bottom },
      ...placed.map((_, i) => ({ x: left + (i + 1) * distance, y: top })),
    ];
    const isFree = (at: Point) =>
      placed.every((other) => Math.hypot(at.x - other.x, at.y - other.y) >= distance);
    placed.push(corners.find(isFree) ?? corners[0]);
  }
  return placed;
}

/** An arrow that shows which way a mean was pushed. */
export interface PushArrow {
  /** It is the mean after this glimpse, from 1. */
  t: number;
  from: Point;
  to: Point;
  advantage: number;
}

/** Lengths of the arrows in the drawing's own units; the strongest push has the longest one. */
const LONGEST = 64;
const SHORTEST = 16;

/** Advantage × ∇log π of every chosen place, to one scale. A push of nothing has no arrow. */
export function pushArrows(box: ImageBox, pushes: readonly LocationPush[]): PushArrow[] {
  const sizeOf = ({ advantage, gradient }: LocationPush) =>
    Math.abs(advantage) * Math.hypot(gradient.x, gradient.y);
  const most = Math.max(0, ...pushes.map(sizeOf));
  return pushes.flatMap((push, i) => {
    const size = sizeOf(push);
    if (!(size > 0) || !Number.isFinite(size)) return [];
    const length = Math.max(SHORTEST, (LONGEST * size) / most);
    const { advantage, gradient, mean } = push;
    const scale = (Math.sign(advantage) * length) / Math.hypot(gradient.x, gradient.y);
    const from = pointOf(box, mean);
    return [
      { t: i + 1, from, to: { x: from.x + scale * gradient.x, y: from.y + scale * gradient.y }, advantage },
    ];
  });
}
