/** What a key of the page does. */
export type KeyAction =
  "run-or-pause" | "step" | "step-back" | "reset" | "undo" | "redo" | "keys" | "push-left" | "push-right";

/** A key press, and what of the element in focus decides whether the page may take it. */
export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
  /** The key writes its character only with AltGr: on many keyboards brackets do. */
  altGraph: boolean;
  /** The element takes text. */
  typing: boolean;
  /** It takes text but holds none that is unfinished: what undo takes back there is the page's. */
  settled: boolean;
  /** The element uses Space itself: a button, a check box, a grid. */
  usesSpace: boolean;
  /** The element uses the arrows itself: a slider, a menu, a grid, a chart. */
  usesArrows: boolean;
}

/** What the page does on a key press; null: nothing, the press is somebody else's. */
export function keyAction(press: KeyPress, letterKeys: boolean): KeyAction | null {
  if (letterKeys && !press.typing && (press.altGraph || !(press.altKey || press.ctrlKey || press.metaKey))) {
    if (press.key === "[") return "push-left";
    if (press.key === "]") return "push-right";
  }
  if (press.altKey) return null;
  const letter = press.key.toLowerCase();
  if (press.ctrlKey || press.metaKey) {
    if (press.typing && !press.settled) return null;
    if (letter === "z") return press.shiftKey ? "redo" : "undo";
    return letter === "y" && !press.shiftKey ? "redo" : null;
  }
  if (press.typing) return null;
  if (letterKeys && press.key === "?") return "keys";
  if (press.shiftKey) return null;
  if (press.key === " ") return press.usesSpace ? null : "run-or-pause";
  if (press.key === "ArrowRight") return press.usesArrows ? null : "step";
  if (press.key === "ArrowLeft") return press.usesArrows ? null : "step-back";
  return letterKeys && letter === "r" ? "reset" : null;
}

const TYPING = "textarea, select, [contenteditable=''], [contenteditable=true]";
const TEXT_INPUTS = new Set(["text", "search", "number", "url", "email", "tel", "password", "date", "time"]);
const GRID = "[role=grid], [role=application], [role=listbox], [role=menu], [role=tree]";

/** Describes a key event; events are those of the whole page. */
export function pressOf(event: KeyboardEvent): KeyPress {
  const element = event.target instanceof Element ? event.target : document.body;
  const input = element instanceof HTMLInputElement ? element.type : null;
  const inGrid = element.closest(GRID) !== null;
  const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
  return {
    key,
    ctrlKey,
    metaKey,
    shiftKey,
    altKey,
    altGraph: event.getModifierState("AltGraph"),
    typing: element.matches(TYPING) || (input !== null && TEXT_INPUTS.has(input)),
    settled: element.matches("[data-settled=true]"),
    usesSpace:
      inGrid ||
      element.matches(
        "button, summary, a[href], input, [role=button], [role=tab], [role=radio], [role=slider]",
      ),
    usesArrows:
      inGrid || input !== null || element.matches("[role=slider], [role=tab], [role=radio], [data-arrows]"),
  };
}
