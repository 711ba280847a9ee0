import { useEffect, useRef, type RefObject } from "react";

/** Calls `dismiss` on Escape, and when a press or the focus goes elsewhere, while `open`. */
export function useDismiss(
  inside: RefObject<HTMLElement | null>,
  open: boolean,
  dismiss: (byKey: boolean) => void,
): void {
  const latest = useRef(dismiss);
  useEffect(() => {
    latest.current = dismiss;
  });
  useEffect(() => {
    if (!open) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    const elsewhere = (event: Event) => {
      if (event.target instanceof Node && !inside.current?.contains(event.target)) latest.current(false);
    };
    document.addEventListener("pointerdown", elsewhere, { signal });
    document.addEventListener("focusin", elsewhere, { signal });
    document.addEventListener("keydown", (event) => event.key === "Escape" && latest.current(true), {
      signal,
    });
    return () => controller.abort();
  }, [inside, open]);
}
