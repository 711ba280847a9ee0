import { Rng } from "../../../core/rng";
import { penFor, withLine } from "./pen";

/** Pixels along each side of a piece, as in the paper; the pieces themselves are strokes, not parts of other digits. */
const PIECE = 8;
const SEED = 2014;

/** The image with `count` pieces of clutter added and cut off at white. More pieces leave the first ones where they are. */
export function cluttered(pixels: Uint8Array, size: number, count: number): Uint8Array {
  const image = new Uint8ClampedArray(pixels);
  const rng = Rng.fromSeed(SEED);
  const anywhere = () => ({ x: rng.uniform() * PIECE, y: rng.uniform() * PIECE });
  for (let i = 0; i < count; i++) {
    const [from, bend, to] = [anywhere(), anywhere(), anywhere()];
    const half = withLine(new Uint8Array(PIECE * PIECE), PIECE, from, bend, penFor(28, false));
    const piece = withLine(half, PIECE, bend, to, penFor(28, false));
    const at = rng.int(size - PIECE + 1) * size + rng.int(size - PIECE + 1);
    for (const [k, value] of piece.entries()) image[at + Math.floor(k / PIECE) * size + (k % PIECE)] += value;
  }
  return new Uint8Array(image.buffer);
}
