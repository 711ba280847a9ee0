import { expect, it } from "vitest";
import { surfaceKey } from "./surface-keys";

const press = (key: string, held: Partial<Parameters<typeof surfaceKey>[0]> = {}) =>
  surfaceKey({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held });

it("moves by a pixel, with Shift by five", () => {
  expect(press("ArrowUp")).toEqual({ kind: "step", dx: 0, dy: -1 });
  expect(press("ArrowRight", { shiftKey: true })).toEqual({ kind: "step", dx: 5, dy: 0 });
});

it("acts, takes back, and leaves other keys alone", () => {
  expect(press("Enter")).toEqual({ kind: "act" });
  expect(press(" ")).toEqual({ kind: "act" });
  expect(press("Backspace")).toEqual({ kind: "back" });
  expect(press("z", { ctrlKey: true })).toEqual({ kind: "back" });
  expect(press("Tab")).toBeNull();
  expect(press("z", { ctrlKey: true, shiftKey: true })).toBeNull();
  expect(press("ArrowUp", { altKey: true })).toBeNull();
});
