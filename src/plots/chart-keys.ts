/** Points that PageUp and PageDown move by. */
const PAGE = 10;

/** Where a key moves the cursor among `count` points (−1: no cursor); null for a key that does not move it. */
export function cursorMove(key: string, cursor: number, count: number): number | null {
  const last = count - 1;
  const to = (index: number) => Math.max(0, Math.min(last, index));
  switch (key) {
    case "ArrowLeft":
    case "ArrowDown":
      return cursor < 0 ? last : to(cursor - 1);
    case "ArrowRight":
    case "ArrowUp":
      return cursor < 0 ? to(0) : to(cursor + 1);
    case "PageDown":
      return to(cursor - PAGE);
    case "PageUp":
      return to(cursor + PAGE);
    case "Home":
      return to(0);
    case "End":
      return last;
    case "Escape":
      return cursor < 0 ? null : -1;
    default:
      return null;
  }
}
