/** A point in pixels of the image, from its top left corner. */
export interface Pixel {
  readonly x: number;
  readonly y: number;
}

export interface Pen {
  /** From the middle of the line to where it is half as bright. */
  readonly radius: number;
  /** Whether it takes ink away. */
  readonly erases: boolean;
}

/** Over so many pixels the edge of a line fades out. */
const EDGE = 1.2;

/** A pen as thick as the strokes of digits that are `digitSize` pixels large; the eraser is thicker. */
export function penFor(digitSize: number, erases: boolean): Pen {
  return { radius: (digitSize / 28) * (erases ? 2 : 1.1), erases };
}

/** A copy of size × size bytes with a straight line on it. Where lines cross, the brighter one counts. */
export function withLine(pixels: Uint8Array, size: number, from: Pixel, to: Pixel, pen: Pen): Uint8Array {
  const drawn = pixels.slice();
  const reach = pen.radius + EDGE;
  const first = (a: number, b: number) => Math.max(0, Math.floor(Math.min(a, b) - reach));
  const end = (a: number, b: number) => Math.min(size, Math.ceil(Math.max(a, b) + reach));
  for (let y = first(from.y, to.y); y < end(from.y, to.y); y++) {
    for (let x = first(from.x, to.x); x < end(from.x, to.x); x++) {
      const away = distanceToLine({ x: x + 0.5, y: y + 0.5 }, from, to);
      const ink = Math.round(255 * Math.max(0, Math.min(1, (pen.radius - away) / EDGE + 0.5)));
      const at = y * size + x;
      drawn[at] = pen.erases ? Math.min(drawn[at], 255 - ink) : Math.max(drawn[at], ink);
    }
  }
  return drawn;
}

function distanceToLine({ x, y }: Pixel, from: Pixel, to: Pixel): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const squared = dx * dx + dy * dy;
  const along = squared > 0 ? ((x - from.x) * dx + (y - from.y) * dy) / squared : 0;
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(x - from.x - t * dx, y - from.y - t * dy);
}
