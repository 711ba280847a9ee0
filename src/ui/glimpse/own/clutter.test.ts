import { expect, it } from "vitest";
import { cluttered } from "./clutter";

const SIZE = 60;
const blank = new Uint8Array(SIZE * SIZE);
const inked = (pixels: Uint8Array) => pixels.reduce((sum, value) => sum + (value > 0 ? 1 : 0), 0);

it("adds the same pieces every time, and more of them without moving the first", () => {
  const three = cluttered(blank, SIZE, 3);
  expect(cluttered(blank, SIZE, 3)).toEqual(three);
  const four = cluttered(blank, SIZE, 4);
  expect(four.every((value, k) => value >= three[k])).toBe(true);
  expect(inked(three)).toBeGreaterThan(20);
  expect(inked(four)).toBeLessThanOrEqual(4 * 64);
});

it("is cut off at white, fits into the smallest image, and is nothing at 0", () => {
  expect(cluttered(new Uint8Array(SIZE * SIZE).fill(250), SIZE, 12).every((value) => value >= 250)).toBe(
    true,
  );
  expect(cluttered(new Uint8Array(28 * 28), 28, 12)).toHaveLength(28 * 28);
  expect(cluttered(blank, SIZE, 0)).toEqual(blank);
});
