import { describe, expect, it } from "vitest";
import type { Place } from "../../core/glimpse";
import reference from "./reference/retina.json";
import { Retina } from "./retina";

function look(pixels: Uint8Array, place: Place, size: number, patch: number, scales: number): Float32Array {
  const retina = new Retina(size, patch, scales);
  const out = new Float32Array(retina.length).fill(NaN);
  retina.look(pixels, place, out);
  return out;
}

describe("by hand, on a 4×4 image whose pixel i is 17 i, so that it shows i/15", () => {
  const pixels = Uint8Array.from({ length: 16 }, (_, i) => 17 * i);
  const fifteenths = (place: Place, patch: number, scales: number) =>
    Array.from(look(pixels, place, 4, patch, scales), (value) => Math.round(value * 15 * 1e5) / 1e5);

  it("the middle: the four pixels around it, row after row", () => {
    expect(fifteenths({ x: 0, y: 0 }, 2, 1)).toEqual([5, 6, 9, 10]);
  });

  it("x goes to the right and y down", () => {
    expect(fifteenths({ x: 0.5, y: 0 }, 2, 1)).toEqual([6, 7, 10, 11]);
    expect(fifteenths({ x: 0, y: 0.5 }, 2, 1)).toEqual([9, 10, 13, 14]);
  });

  it("(−1, −1) is the top left corner, (1, 1) the bottom right one; beyond the image it is black", () => {
    expect(fifteenths({ x: -1, y: -1 }, 2, 1)).toEqual([0, 0, 0, 0]);
    expect(fifteenths({ x: 1, y: 1 }, 2, 1)).toEqual([15, 0, 0, 0]);
    expect(fifteenths({ x: 1, y: -1 }, 2, 1)).toEqual([0, 0, 3, 0]);
  });

  it("the second scale covers twice the length and shows means of four pixels", () => {
    expect(fifteenths({ x: 0, y: 0 }, 2, 2)).toEqual([5, 6, 9, 10, 2.5, 4.5, 10.5, 12.5]);
  });

  it("pixels beyond the image count as black in a mean", () => {
    // Around (1, 1) the second scale begins at pixel (2, 2): of its four squares only the first is in the image.
    expect(fifteenths({ x: 1, y: 1 }, 2, 2).slice(4)).toEqual([12.5, 0, 0, 0]);
    // A scale of 16 pixels around the middle of the image sees all of it, in four squares of 8×8.
    expect(fifteenths({ x: 0, y: 0 }, 2, 4).slice(12)).toEqual([10 / 64, 18 / 64, 42 / 64, 50 / 64]);
  });
});

/** The images of scripts/glimpse/retina_fixture.py. */
function imageOf(size: number): Uint8Array {
  return Uint8Array.from({ length: size * size }, (_, i) => (i % 3 === 0 ? 0 : ((i * i + 3 * i) % 251) + 5));
}

describe.each(reference.eyes)("PyTorch, $size px, patch $patch, $scales scales", (eye) => {
  const { size, patch, scales, glimpses } = eye;

  it.each(glimpses)("sees the same bits at $place", ({ place: [x, y], seen }) => {
    const expected = new Float32Array(Uint8Array.from(Buffer.from(seen, "base64")).buffer);
    expect(look(imageOf(size), { x, y }, size, patch, scales)).toEqual(expected);
    expect(expected.some((value) => value > 0)).toBe(true);
  });
});
