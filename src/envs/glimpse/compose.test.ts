import { describe, expect, it } from "vitest";
import { DIGIT_SIDE } from "../../core/digits";
import { Rng } from "../../core/rng";
import { compose } from "./compose";
import type { GlimpseParams } from "./params";
import { digitsOf, paramsWith } from "./test-tools";

/** Digit n is n + 1 everywhere. */
const flat = digitsOf(3, (_, n) => n + 1);

function imageOf(changes: Partial<GlimpseParams>, seed = 1, digits = flat, index = 0, others = digits) {
  return compose(paramsWith(changes), digits, index, others, Rng.fromSeed(seed));
}

/** Where the first pixel that is not black lies. */
function cornerOf(image: Uint8Array, size: number): { x: number; y: number } {
  const at = image.findIndex((value) => value > 0);
  return { x: at % size, y: Math.floor(at / size) };
}

describe("the digit", () => {
  it("as it is: a copy, and nothing is drawn", () => {
    const digits = digitsOf(2, (i, n) => (i + 7 * n) % 256);
    const rng = Rng.fromSeed(1);
    const before = rng.state();
    const image = compose(paramsWith(), digits, 1, digits, rng);
    expect(image).toEqual(digits.pixels.slice(784));
    // A clone of a view would drag along all digits.
    expect(image.buffer.byteLength).toBe(784);
    expect(rng.state()).toEqual(before);
  });

  it("in the middle of a larger image; half a pixel to the top left where there is no middle", () => {
    const image = imageOf({ imageSize: 33, translate: false });
    expect(cornerOf(image, 33)).toEqual({ x: 2, y: 2 });
    expect(image.reduce((sum, value) => sum + value)).toBe(784);
  });

  it("every place of a larger image is as likely as every other: χ² with 24 degrees of freedom", () => {
    const counts = new Float64Array(25);
    const rng = Rng.fromSeed(5);
    const params = paramsWith({ imageSize: 32 });
    const images = 5000;
    for (let i = 0; i < images; i++) {
      const { x, y } = cornerOf(compose(params, flat, 0, flat, rng), 32);
      counts[y * 5 + x]++;
    }
    const expected = images / 25;
    const chi2 = counts.reduce((sum, seen) => sum + (seen - expected) ** 2 / expected, 0);
    expect(chi2).toBeLessThan(51.2); // p = 0.001
  });

  it("keeps its x and y apart", () => {
    // One bright pixel, in row 3 and column 9.
    const dot = digitsOf(1, (i) => (i === 3 * DIGIT_SIDE + 9 ? 200 : 0));
    expect(cornerOf(imageOf({ imageSize: 40, translate: false }, 1, dot), 40)).toEqual({ x: 15, y: 9 });
  });
});

describe("a smaller digit", () => {
  it("half as large: means of 2×2 pixels, rounded", () => {
    // The four first pixels of the first two rows are 10, 20, 30, 41 and 0, 0, 5, 5.
    const digits = digitsOf(1, (i) => [10, 20, 30, 41][i] ?? (i === 30 || i === 31 ? 5 : 0));
    const image = imageOf({ digitSize: 14, translate: false }, 1, digits);
    expect(Array.from(image.subarray(7 * 28 + 7, 7 * 28 + 10))).toEqual([8, 20, 0]); // 30/4 = 7.5; 81/4 = 20.25
  });

  it("three quarters as large: a new pixel covers one old pixel and a third", () => {
    // Old pixels of the row are 0, 84, 168, 252, 0 … in all rows, so only the columns matter.
    const digits = digitsOf(1, (i) => [0, 84, 168, 252][i % 28] ?? 0);
    const image = imageOf({ digitSize: 21, translate: false }, 1, digits);
    // (0 + 84/3) · 3/4; (84 · 2/3 + 168 · 2/3) · 3/4; (168/3 + 252) · 3/4.
    expect(Array.from(image.subarray(3 * 28 + 3, 3 * 28 + 7))).toEqual([21, 126, 231, 0]);
    expect(cornerOf(image, 28)).toEqual({ x: 3, y: 3 });
  });

  it.each([14, 15, 19, 20, 23, 27, 28])(
    "of %i pixels: white stays white, and nothing else is touched",
    (d) => {
      const white = digitsOf(1, () => 255);
      const image = imageOf({ imageSize: 30, digitSize: d }, 4, white);
      expect(image.filter((value) => value === 255)).toHaveLength(d * d);
      expect(image.filter((value) => value === 0)).toHaveLength(900 - d * d);
    },
  );
});

describe("clutter", () => {
  const black = digitsOf(1, () => 0);

  it("is so many pieces of 8×8 pixels of other digits", () => {
    const image = imageOf({ imageSize: 100, clutter: 5 }, 3, black, 0, flat);
    expect(image.filter((value) => value > 0).length).toBeLessThanOrEqual(5 * 64);
    // In the larger pictures of three values, pieces of two digits at least.
    expect(new Set(image).size).toBeGreaterThan(2);
  });

  it("is added to what is there", () => {
    const image = imageOf(
      { clutter: 1 },
      1,
      digitsOf(2, (_, n) => (n === 0 ? 100 : 7)),
    );
    expect(image.filter((value) => value === 107)).toHaveLength(64);
    expect(image.filter((value) => value === 100)).toHaveLength(784 - 64);
  });

  it("is cut off at white", () => {
    const image = imageOf(
      { clutter: 12 },
      1,
      digitsOf(2, () => 200),
    );
    expect(new Set(image)).toEqual(new Set([200, 255]));
  });

  it("never comes from the digit that is shown, and from each of the others", () => {
    const seen = new Set<number>();
    for (let seed = 0; seed < 60; seed++) {
      for (const value of imageOf({ imageSize: 100, clutter: 1 }, seed, flat, 1)) seen.add(value);
    }
    // Black, the digit itself, a piece, and a piece over the digit: 2 + 1 and 2 + 3.
    expect([...seen].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 5]);
  });

  it("may be cut from anywhere in a digit, its edges and corners too, and lie anywhere", () => {
    const params = paramsWith({ imageSize: 28, clutter: 1 });
    const numbered = digitsOf(1, (i) => 1 + (i % 28)); // the column
    const rows = digitsOf(1, (i) => 1 + Math.floor(i / 28));
    for (const digits of [numbered, rows]) {
      const rng = Rng.fromSeed(8);
      const values = new Set<number>();
      const places = new Set<number>();
      for (let i = 0; i < 3000; i++) {
        const image = compose(params, black, 0, digits, rng);
        image.forEach((value) => values.add(value));
        places.add(image.findIndex((value) => value > 0));
      }
      expect([...values].sort((a, b) => a - b)).toEqual(Array.from({ length: 29 }, (_, i) => i));
      expect(places.size).toBe(21 * 21);
    }
  });
});

it("same seed, same image; another seed, another one", () => {
  const all = { imageSize: 60, digitSize: 20, clutter: 4 };
  expect(imageOf(all, 3)).toEqual(imageOf(all, 3));
  expect(imageOf(all, 4)).not.toEqual(imageOf(all, 3));
});
