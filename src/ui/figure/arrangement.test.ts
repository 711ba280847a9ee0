import { expect, it } from "vitest";
import { cellSide, columnsFor } from "./arrangement";

it("puts pictures side by side, or one under the other where they are larger so", () => {
  const screen = { width: 760, height: 440 };
  const phone = { width: 390, height: 844 };
  expect(columnsFor(2, screen, 4, 4)).toBe(2);
  expect(columnsFor(2, screen, 4, 12)).toBe(1);
  expect(columnsFor(3, screen, 4, 4)).toBe(3);
  expect(columnsFor(2, phone, 4, 4)).toBe(1);
  expect(columnsFor(3, phone, 9, 11)).toBe(1);
});

it("knows how large cells become", () => {
  expect(cellSide(3, 3, { width: 720, height: 450 }, 9, 11)).toBeCloseTo((240 - 8) / 11);
  expect(cellSide(2, 1, { width: 400, height: 300 }, 10, 2)).toBeCloseTo((150 - 38) / 10);
});
