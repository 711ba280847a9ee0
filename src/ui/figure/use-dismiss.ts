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
    const elsewhere = ({ target }: Event) => {
      if (target instanceof Node && !inside.current?.contains(target)) latest.current(false);
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key === "Escape") latest.current(true);
    };
    document.addEventListener("pointerdown", elsewhere, { signal });
    document.addEventListener("focusin", elsewhere, { signal });
    document.addEventListener("keydown", escape, { signal });
    return () => controller.abort();
  }, [inside, open]);
}
