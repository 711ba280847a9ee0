import type { Pixel } from "./pen";

/** Samples along each side of a pixel: its value is their mean. */
const SAMPLES = 4;

/**
 * The image moved by `shift` and drawn `scale` times as large about the middle of what is on it. A pixel is the mean of
 * the area it covers; where nothing is scaled, whole pixels stay what they are.
 */
export function moved(ink: Uint8Array, size: number, shift: Pixel, scale: number): Uint8Array {
  const middle = middleOf(ink, size);
  const out = new Uint8Array(size * size);
  const whole = scale === 1 ? { x: Math.round(shift.x), y: Math.round(shift.y) } : shift;
  const source = (at: number, centre: number, by: number) =>
    Math.floor(centre + (at - centre - by) / scale + 1e-9);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      let sum = 0;
      for (let k = 0; k < SAMPLES * SAMPLES; k++) {
        const column = source(x + ((k % SAMPLES) + 0.5) / SAMPLES, middle.x, whole.x);
        const row = source(y + (Math.floor(k / SAMPLES) + 0.5) / SAMPLES, middle.y, whole.y);
        if (column >= 0 && column < size && row >= 0 && row < size) sum += ink[row * size + column];
      }
      out[y * size + x] = Math.round(sum / SAMPLES ** 2);
    }
  }
  return out;
}

/** The middle of the smallest box around what is not black; of the image, where all of it is. */
export function middleOf(ink: Uint8Array, size: number): Pixel {
  let [left, top, right, bottom] = [size, size, 0, 0];
  for (const [at, value] of ink.entries()) {
    if (value === 0) continue;
    const [x, y] = [at % size, Math.floor(at / size)];
    [left, right] = [Math.min(left, x), Math.max(right, x + 1)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y + 1)];
  }
  if (right === 0) return { x: size / 2, y: size / 2 };
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}
