import type { GridPointerEvent } from "./model";
import { hit, stroke } from "./viewport";

/** Pixels a pointer may move between press and release and still count as a click. */
const CLICK_SLACK = 5;

/** What the pointer handling asks of the figure. */
export interface PointerOptions {
  /** From a point of the page to one of the drawing. */
  toDrawing(clientX: number, clientY: number): [x: number, y: number];
  size(): { rows: number; columns: number };
  /** Whether a drag pans; otherwise it paints. */
  isPanning(): boolean;
  onPointer(event: GridPointerEvent): void;
}

/**
 * Turns pointers into presses, drags and releases on cells. While painting, a drag reports every cell it
 * crosses, once; while panning only a click without movement counts. A second finger ends the stroke.
 */
export function listenToPointers(element: Element, options: PointerOptions): void {
  let stroking: { pointer: number; cell: number; action: number } | null = null;
  let pressed: { pointer: number; x: number; y: number } | null = null;

  const at = (event: PointerEvent) => {
    const { rows, columns } = options.size();
    return hit(...options.toDrawing(event.clientX, event.clientY), rows, columns);
  };
  const report = (phase: "down" | "drag" | "up", target: { cell: number; action: number }, shift: boolean) =>
    options.onPointer({ phase, cell: target.cell, action: target.action, shift });
  const endStroke = (shift: boolean) => {
    if (stroking) report("up", stroking, shift);
    stroking = null;
  };

  const down = (event: PointerEvent) => {
    if (!event.isPrimary) {
      endStroke(event.shiftKey);
      pressed = null;
      return;
    }
    if (event.button !== 0) return;
    const target = at(event);
    if (!target) return;
    pressed = { pointer: event.pointerId, x: event.clientX, y: event.clientY };
    if (options.isPanning()) return;
    element.setPointerCapture(event.pointerId);
    stroking = { pointer: event.pointerId, ...target };
    report("down", target, event.shiftKey);
  };
  const move = (event: PointerEvent) => {
    if (stroking?.pointer !== event.pointerId) return;
    for (const sample of samples(event)) {
      const target = at(sample);
      if (!target) continue;
      for (const cell of stroke(stroking.cell, target.cell, options.size().columns)) {
        report("drag", { cell, action: target.action }, event.shiftKey);
      }
      stroking = { pointer: event.pointerId, ...target };
    }
  };
  const up = (event: PointerEvent) => {
    if (stroking?.pointer === event.pointerId) endStroke(event.shiftKey);
    else if (pressed?.pointer === event.pointerId && options.isPanning()) {
      const target = at(event);
      const still = Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) <= CLICK_SLACK;
      if (target && still) {
        report("down", target, event.shiftKey);
        report("up", target, event.shiftKey);
      }
    }
    pressed = null;
  };
  const cancel = (event: PointerEvent) => {
    endStroke(event.shiftKey);
    pressed = null;
  };

  element.addEventListener("pointerdown", down as EventListener);
  element.addEventListener("pointermove", move as EventListener);
  element.addEventListener("pointerup", up as EventListener);
  element.addEventListener("pointercancel", cancel as EventListener);
}

/** A fast pointer's positions since the last event, where the browser tells. */
function samples(event: PointerEvent): PointerEvent[] {
  const coalesced = event.getCoalescedEvents?.() ?? [];
  return coalesced.length > 0 ? coalesced : [event];
}
