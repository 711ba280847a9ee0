import { describe, expect, it } from "vitest";
import { middleOf, moved } from "./moved";

const SIZE = 12;

/** A white box of `side` pixels with its corner at (x, y). */
function box(x: number, y: number, side: number): Uint8Array {
  const ink = new Uint8Array(SIZE * SIZE);
  for (let k = 0; k < side * side; k++) ink[(y + Math.floor(k / side)) * SIZE + x + (k % side)] = 255;
  return ink;
}

const total = (ink: Uint8Array) => ink.reduce((sum, value) => sum + value, 0);

describe("an image that is moved", () => {
  it("stays as it is without a move", () => {
    const noise = Uint8Array.from({ length: SIZE * SIZE }, (_, k) => (k * 37) % 256);
    expect(moved(noise, SIZE, { x: 0, y: 0 }, 1)).toEqual(noise);
  });
  it("moves by whole pixels without a blur", () => {
    expect(moved(box(2, 3, 4), SIZE, { x: 3, y: -1 }, 1)).toEqual(box(5, 2, 4));
    expect(moved(box(2, 3, 4), SIZE, { x: 2.6, y: -1.2 }, 1)).toEqual(box(5, 2, 4));
  });
  it("loses what leaves the image", () => {
    expect(total(moved(box(2, 3, 4), SIZE, { x: 20, y: 0 }, 1))).toBe(0);
  });
  it("grows and shrinks about the middle of what is on it", () => {
    expect(moved(box(4, 4, 2), SIZE, { x: 0, y: 0 }, 2)).toEqual(box(3, 3, 4));
    expect(moved(box(2, 4, 4), SIZE, { x: 0, y: 0 }, 0.5)).toEqual(box(3, 5, 2));
    const odd = moved(box(4, 4, 4), SIZE, { x: 0, y: 0 }, 0.75);
    expect(total(odd) / 255).toBeCloseTo(9, 0);
  });
  it("knows its middle, also of a black one", () => {
    expect(middleOf(box(2, 3, 4), SIZE)).toEqual({ x: 4, y: 5 });
    expect(middleOf(new Uint8Array(SIZE * SIZE), SIZE)).toEqual({ x: 6, y: 6 });
  });
});
