import type { GridFigureEvents } from "./model";
import { hit } from "./viewport";

interface HoverOptions {
  /** From a point of the page to one of the drawing. */
  toDrawing(clientX: number, clientY: number): [x: number, y: number];
  size(): { rows: number; columns: number };
  onHover: NonNullable<GridFigureEvents["onHover"]>;
}

/** Reports the cell and the triangle under the pointer whenever they change, and when there is none any more. */
export function listenToHover(element: HTMLElement, { toDrawing, size, onHover }: HoverOptions): void {
  let cell: number | null = null;
  let action: number | null = null;
  const report = (target: ReturnType<typeof hit>) => {
    const next = target ?? { cell: null, action: null };
    if (next.cell === cell && next.action === action) return;
    ({ cell, action } = next);
    onHover(cell, action);
  };
  element.addEventListener("pointermove", ({ clientX, clientY }) => {
    const { rows, columns } = size();
    report(hit(...toDrawing(clientX, clientY), rows, columns));
  });
  element.addEventListener("pointerleave", () => report(null));
}
