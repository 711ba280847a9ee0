import { plots } from "../messages/plots";
import { fill } from "../messages/section";
import { cursorMove } from "./chart-keys";

/** The focusable area over a picture in which one of several marks can be picked: to assistive technology, a slider. */
export class Picker {
  readonly node = document.createElement("div");
  private count = 0;
  private picked = -1;

  constructor(
    label: string,
    private readonly onMove: (index: number) => void,
    /** Where a key leads from a mark, among so many; null for one that leads nowhere. */
    move: (key: string, from: number, count: number) => number | null = cursorMove,
  ) {
    this.node.className = "plot-picker";
    this.node.tabIndex = 0;
    this.node.setAttribute("role", "slider");
    this.node.setAttribute("aria-label", label);
    this.node.setAttribute("aria-orientation", "horizontal");
    this.node.setAttribute("aria-valuemin", "0");
    this.node.addEventListener("keydown", (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.key === "Escape") return;
      const next = move(event.key, this.picked, this.count);
      if (next === null) return;
      event.preventDefault();
      event.stopPropagation();
      if (next >= 0 && this.count > 0) this.onMove(next);
    });
  }

  /** Says how many marks there are, and which one is picked (−1: none) in words. */
  tell(count: number, picked: number, text: string): void {
    this.count = count;
    this.picked = picked;
    this.node.setAttribute("aria-valuemax", String(count));
    this.node.setAttribute("aria-valuenow", String(picked + 1));
    this.node.setAttribute(
      "aria-valuetext",
      text || (count === 0 ? plots.nothingToPick : fill(plots.nonePicked, { count })),
    );
  }
}
