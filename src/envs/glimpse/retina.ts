import type { Place } from "../../core/glimpse";

/**
 * The eye of Mnih et al. (2014): at a place of an image it sees `scales` square patches around that place. Patch k
 * covers patch·2^k pixels along each side, and each of its patch × patch numbers is the mean of 2^k × 2^k pixels.
 * Beyond the image everything is black.
 *
 * It rounds as float32 does wherever it matters, so that it gives the same bits as scripts/glimpse/model.py, which
 * trained the shipped weights.
 */
export class Retina {
  /** Numbers of one glimpse. */
  readonly length: number;

  /** `size`: pixels along each side of the images. */
  constructor(
    private readonly size: number,
    private readonly patch: number,
    private readonly scales: number,
  ) {
    this.length = scales * patch * patch;
  }

  /** Writes what is seen at `place`, 0 to 1: scale after scale, row after row. */
  look(pixels: Uint8Array, place: Place, out: Float32Array): void {
    const { patch, scales } = this;
    let at = 0;
    for (let k = 0; k < scales; k++) {
      const cell = 1 << k;
      const top = this.firstPixel(place.y, patch * cell);
      const left = this.firstPixel(place.x, patch * cell);
      const white = 255 * cell * cell;
      for (let row = 0; row < patch; row++) {
        for (let column = 0; column < patch; column++) {
          out[at++] = this.sum(pixels, top + row * cell, left + column * cell, cell) / white;
        }
      }
    }
  }

  /** The first of the `side` pixels around a coordinate of a place. It may lie before the image. */
  private firstPixel(coordinate: number, side: number): number {
    const centre = Math.fround(Math.fround(Math.fround(coordinate) + 1) * (this.size / 2));
    return Math.floor(Math.fround(Math.fround(centre - side / 2) + 0.5));
  }

  /** Over the square of `side` pixels whose corner is at (top, left), as far as it lies in the image. */
  private sum(pixels: Uint8Array, top: number, left: number, side: number): number {
    const { size } = this;
    const bottom = Math.min(top + side, size);
    const first = Math.max(left, 0);
    const end = Math.min(left + side, size);
    let sum = 0;
    for (let y = Math.max(top, 0); y < bottom; y++) {
      for (let x = first; x < end; x++) sum += pixels[y * size + x];
    }
    return sum;
  }
}
