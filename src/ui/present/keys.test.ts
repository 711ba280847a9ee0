import { describe, expect, it } from "vitest";
import { command, wakes } from "./keys";

const press = (key: string, part = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  typing: false,
  ...part,
});

describe("the keys of the lecture hall", () => {
  it.each([
    ["PageDown", "next"],
    ["PageUp", "previous"],
    ["Escape", "leave"],
    [".", "blank"],
    ["b", "blank"],
    ["f", "freeze"],
    ["q", "code"],
    ["ArrowRight", null],
    [" ", null],
    ["toString", null],
  ] as const)("%s: %s", (key, does) => expect(command(press(key), true)).toBe(does));

  it("knows f from Shift and f, whatever Caps Lock says", () => {
    expect(command(press("F"), true)).toBe("freeze");
    expect(command(press("f", { shiftKey: true }), true)).toBe("full-screen");
  });

  it("leaves single characters alone where they are switched off; the clicker's pages stay", () => {
    expect(command(press("."), false)).toBeNull();
    expect(command(press("F", { shiftKey: true }), false)).toBeNull();
    expect(command(press("PageDown"), false)).toBe("next");
  });

  it("leaves the browser's own keys and text boxes alone", () => {
    for (const key of ["ctrlKey", "metaKey", "altKey", "typing"]) {
      expect(command(press("f", { [key]: true }), true)).toBeNull();
    }
  });

  it("wakes a blank screen by any key but a modifier", () => {
    expect(wakes({ key: "x" })).toBe(true);
    expect(wakes({ key: "Shift" })).toBe(false);
  });
});
