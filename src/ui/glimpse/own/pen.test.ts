import { describe, expect, it } from "vitest";
import { penFor, withLine } from "./pen";

const SIZE = 28;
const blank = new Uint8Array(SIZE * SIZE);
const pen = penFor(28, false);
const across = withLine(blank, SIZE, { x: 4, y: 10.5 }, { x: 20, y: 10.5 }, pen);
const column = (pixels: Uint8Array, x: number) =>
  Array.from({ length: SIZE }, (_, y) => pixels[y * SIZE + x]);

describe("the pen", () => {
  it("draws a line about two pixels thick with a soft edge", () => {
    expect(column(across, 12).slice(8, 14)).toEqual([0, 149, 255, 149, 0, 0]);
  });
  it("leaves what it was given as it was, and the rest of the image black", () => {
    expect(blank.every((value) => value === 0)).toBe(true);
    expect(across.reduce((sum, value) => sum + (value > 0 ? 1 : 0), 0)).toBeLessThan(3 * 20);
    expect(across[10 * SIZE + 25]).toBe(0);
  });
  it("makes a dot where it does not move", () => {
    const dot = withLine(blank, SIZE, { x: 5.5, y: 5.5 }, { x: 5.5, y: 5.5 }, pen);
    expect(dot[5 * SIZE + 5]).toBe(255);
    expect(dot[5 * SIZE + 6]).toBe(149);
  });
  it("stays within the image", () => {
    const beyond = withLine(blank, SIZE, { x: -5, y: -5 }, { x: 40, y: 40 }, pen);
    expect(beyond).toHaveLength(SIZE * SIZE);
    expect(beyond[0]).toBe(255);
    expect(beyond[SIZE * SIZE - 1]).toBe(255);
  });
  it("does not dim what is there, and the eraser takes it away", () => {
    const crossed = withLine(across, SIZE, { x: 12.5, y: 2 }, { x: 12.5, y: 20 }, pen);
    expect(crossed[10 * SIZE + 6]).toBe(255);
    const erased = withLine(across, SIZE, { x: 12, y: 10.5 }, { x: 13, y: 10.5 }, penFor(28, true));
    expect(Math.max(...column(erased, 12))).toBe(0);
    expect(erased[10 * SIZE + 5]).toBe(255);
  });
});
