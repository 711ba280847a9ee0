import { describe, expect, it } from "vitest";
import { keyAction, type KeyPress } from "./key-action";

const press = (key: string, rest: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  altGraph: false,
  typing: false,
  settled: false,
  usesSpace: false,
  usesArrows: false,
  ...rest,
});

describe("the keys of the page", () => {
  it.each([
    [press(" "), "run-or-pause"],
    [press("ArrowRight"), "step"],
    [press("ArrowLeft"), "step-back"],
    [press("r"), "reset"],
    [press("?", { shiftKey: true }), "keys"],
    [press("z", { ctrlKey: true }), "undo"],
    [press("z", { metaKey: true }), "undo"],
    [press("Z", { ctrlKey: true, shiftKey: true }), "redo"],
    [press("y", { ctrlKey: true }), "redo"],
    [press("["), "push-left"],
    [press("]"), "push-right"],
    [press("]", { altGraph: true, ctrlKey: true, altKey: true }), "push-right"],
  ])("%j", (given, action) => {
    expect(keyAction(given, true)).toBe(action);
  });

  it("leave a text field alone, undo included", () => {
    for (const key of [" ", "ArrowRight", "r", "?", "["])
      expect(keyAction(press(key, { typing: true }), true)).toBeNull();
    expect(keyAction(press("z", { ctrlKey: true, typing: true }), true)).toBeNull();
  });

  it("undo the setting in a box without unfinished typing, and leave it alone otherwise", () => {
    const inBox = { typing: true, settled: true };
    expect(keyAction(press("z", { ctrlKey: true, ...inBox }), true)).toBe("undo");
    expect(keyAction(press("Z", { metaKey: true, shiftKey: true, ...inBox }), true)).toBe("redo");
    for (const key of [" ", "ArrowRight", "r", "?"]) expect(keyAction(press(key, inBox), true)).toBeNull();
  });

  it("leave the arrows to a grid or a slider and Space to a button", () => {
    expect(keyAction(press("ArrowRight", { usesArrows: true }), true)).toBeNull();
    expect(keyAction(press(" ", { usesSpace: true }), true)).toBeNull();
    expect(keyAction(press("z", { ctrlKey: true, usesArrows: true }), true)).toBe("undo");
  });

  it("leave the browser its own", () => {
    expect(keyAction(press("r", { ctrlKey: true }), true)).toBeNull();
    expect(keyAction(press("ArrowLeft", { altKey: true }), true)).toBeNull();
    expect(keyAction(press("ArrowRight", { shiftKey: true }), true)).toBeNull();
    expect(keyAction(press("[", { metaKey: true }), true)).toBeNull();
  });

  it("are without single letters where those are switched off", () => {
    expect(keyAction(press("r"), false)).toBeNull();
    expect(keyAction(press("["), false)).toBeNull();
    expect(keyAction(press("?", { shiftKey: true }), false)).toBeNull();
    expect(keyAction(press(" "), false)).toBe("run-or-pause");
  });
});
