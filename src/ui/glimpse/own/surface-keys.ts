/** What a key does on the image: moves by so many pixels, does what Enter does in this mode, or takes back. */
export type SurfaceKey = { kind: "step"; dx: number; dy: number } | { kind: "act" } | { kind: "back" };

interface Press {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** Pixels of a step, and of one with Shift. */
const STEP = 1;
const LARGE = 5;

const ARROWS: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Null: the key is somebody else's. */
export function surfaceKey({ key, shiftKey, ctrlKey, metaKey, altKey }: Press): SurfaceKey | null {
  if (altKey) return null;
  if (ctrlKey || metaKey) return key.toLowerCase() === "z" && !shiftKey ? { kind: "back" } : null;
  if (key in ARROWS) {
    const [dx, dy] = ARROWS[key];
    const by = shiftKey ? LARGE : STEP;
    return { kind: "step", dx: dx * by, dy: dy * by };
  }
  if (key === "Enter" || key === " ") return { kind: "act" };
  return key === "Backspace" || key === "Delete" ? { kind: "back" } : null;
}
