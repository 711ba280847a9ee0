import type { KeyPress } from "../controls/key-action";

/** What a key does in the lecture hall, besides the keys of the lab. */
export type Command =
  "next" | "previous" | "blank" | "freeze" | "laser" | "full-screen" | "code" | "speaker" | "leave";

const LETTERS: Readonly<Record<string, Command>> = {
  ".": "blank",
  b: "blank",
  f: "freeze",
  l: "laser",
  n: "next",
  p: "previous",
  q: "code",
  s: "speaker",
};

type Pressed = Pick<KeyPress, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "typing">;

/** The command of a key press; null: none, the press is somebody else's. Clickers send PageDown, PageUp and a full stop. */
export function command(press: Pressed, letterKeys: boolean): Command | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey, typing } = press;
  if (ctrlKey || metaKey || altKey || typing) return null;
  const letter = key.toLowerCase();
  if (shiftKey) return letterKeys && letter === "f" ? "full-screen" : null;
  if (key === "PageDown") return "next";
  if (key === "PageUp") return "previous";
  if (key === "Escape") return "leave";
  return letterKeys && Object.hasOwn(LETTERS, letter) ? LETTERS[letter] : null;
}

/** Keys that do nothing by themselves. */
const MODIFIERS: ReadonlySet<string> = new Set(["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock"]);

/** Whether a press ends the blank screen. */
export function wakes({ key }: Pick<KeyPress, "key">): boolean {
  return !MODIFIERS.has(key);
}
