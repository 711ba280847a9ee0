import { DIGIT_PIXELS, DIGIT_SIDE, type Digits } from "../../core/digits";
import type { Rng } from "../../core/rng";
import type { GlimpseParams } from "./params";

/** Pixels along each side of a piece of clutter (Mnih et al., 2014, section 4.1). */
const PIECE_SIDE = 8;

type Pixels = Uint8Array | Uint32Array;

type Composition = Pick<GlimpseParams, "imageSize" | "digitSize" | "translate" | "clutter">;

/**
 * An image of digit `index` of `from`, imageSize × imageSize new bytes: the digit on black, and over it pieces of
 * `others`, added and cut off at white. Draws x and y of the digit, where it can lie in more than one place, and
 * for each piece its digit (never the one that is shown), its x and y in that digit, and its x and y in the image.
 */
export function compose(
  params: Composition,
  from: Digits,
  index: number,
  others: Digits,
  rng: Rng,
): Uint8Array {
  const { imageSize, digitSize, translate, clutter } = params;
  // Clamped: sums are cut off at 255.
  const image = new Uint8ClampedArray(imageSize * imageSize);
  const add = (source: Pixels, sourceSide: number, sourceAt: number, side: number, x: number, y: number) => {
    for (let row = 0; row < side; row++) {
      const to = (y + row) * imageSize + x;
      const start = sourceAt + row * sourceSide;
      for (let column = 0; column < side; column++) image[to + column] += source[start + column];
    }
  };

  const room = imageSize - digitSize;
  const anywhere = () => (translate && room > 0 ? rng.int(room + 1) : room >> 1);
  const x = anywhere();
  add(resized(from, index, digitSize), digitSize, 0, digitSize, x, anywhere());

  for (let piece = 0; piece < clutter; piece++) {
    const other = from === others ? otherThan(index, others.count, rng) : rng.int(others.count);
    const sourceX = rng.int(DIGIT_SIDE - PIECE_SIDE + 1);
    const sourceY = rng.int(DIGIT_SIDE - PIECE_SIDE + 1);
    const sourceAt = other * DIGIT_PIXELS + sourceY * DIGIT_SIDE + sourceX;
    const pieceX = rng.int(imageSize - PIECE_SIDE + 1);
    add(others.pixels, DIGIT_SIDE, sourceAt, PIECE_SIDE, pieceX, rng.int(imageSize - PIECE_SIDE + 1));
  }
  return new Uint8Array(image.buffer);
}

/** Uniform on 0 … count − 1 without `index`. */
function otherThan(index: number, count: number, rng: Rng): number {
  const other = rng.int(count - 1);
  return other < index ? other : other + 1;
}

/** A digit drawn side × side pixels large, side ≤ 28: each pixel is the mean of the area it covers, rounded. */
function resized({ pixels }: Digits, index: number, side: number): Pixels {
  const digit = pixels.subarray(index * DIGIT_PIXELS, (index + 1) * DIGIT_PIXELS);
  if (side === DIGIT_SIDE) return digit;
  return shortened(shortened(digit, side), side).map((sum) => Math.round(sum / DIGIT_PIXELS));
}

/**
 * Rows of 28 pixels made `side` pixels long, and turned into columns. In units of 1/side of an old pixel a new one
 * is 28 long and an old one `side`: the result is 28 times the mean, and whole numbers stay whole numbers.
 */
function shortened(rows: Pixels, side: number): Uint32Array {
  const count = rows.length / DIGIT_SIDE;
  const columns = new Uint32Array(side * count);
  for (let x = 0; x < DIGIT_SIDE; x++) {
    // An old pixel reaches into one new pixel or into two.
    const pixel = Math.floor((x * side) / DIGIT_SIDE);
    const within = Math.min(side, (pixel + 1) * DIGIT_SIDE - x * side);
    for (let row = 0; row < count; row++) {
      const value = rows[row * DIGIT_SIDE + x];
      columns[pixel * count + row] += value * within;
      if (within < side) columns[(pixel + 1) * count + row] += value * (side - within);
    }
  }
  return columns;
}
