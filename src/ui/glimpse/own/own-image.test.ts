import { describe, expect, it } from "vitest";
import { blankImage, drawnOn, isBlank, pickedImage, pixelsOf, shifted } from "./own-image";

const SIZE = 28;
const digit = pickedImage(SIZE, new Uint8Array(SIZE * SIZE).fill(200, 300, 310), 17, 4);
const at = { x: 14, y: 14 };

describe("an image of one's own", () => {
  it("begins black, and is no longer blank with ink or clutter on it", () => {
    const blank = blankImage(SIZE);
    expect(isBlank(blank)).toBe(true);
    expect(pixelsOf(blank).every((value) => value === 0)).toBe(true);
    expect(isBlank(drawnOn(blank, at, at, SIZE, false))).toBe(false);
    expect(isBlank({ ...blank, clutter: 1 })).toBe(false);
  });
  it("shows a picked digit as it is, and knows what it shows while it is moved", () => {
    expect(pixelsOf(digit)).toEqual(digit.ink);
    const right = shifted(digit, 2, 1);
    expect(pixelsOf(right)[300 + SIZE + 2]).toBe(200);
    expect(right).toMatchObject({ digit: 17, label: 4, ink: digit.ink });
  });
  it("comes back whole after it was moved out of sight", () => {
    const away = shifted(digit, 0, -100);
    expect(pixelsOf(away).every((value) => value === 0)).toBe(true);
    expect(away.shift.y).toBe(-SIZE);
    expect(pixelsOf(shifted(away, 0, SIZE))).toEqual(digit.ink);
  });
  it("is drawn on where it lies, and then nobody knows what it shows", () => {
    const drawn = drawnOn(shifted(digit, 2, 0), at, at, SIZE, false);
    expect(drawn).toMatchObject({ digit: null, label: -1, shift: { x: 0, y: 0 }, scale: 1 });
    expect(pixelsOf(drawn)[302]).toBe(200);
    expect(pixelsOf(drawn)[14 * SIZE + 14]).toBeGreaterThan(100);
  });
});
